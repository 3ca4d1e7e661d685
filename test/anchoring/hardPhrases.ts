import type { Utf16Range } from '../../src/core/anchoring/index';
import { changedAt, phraseIn, splice, type HardPair } from './hardPair';
import { changeWords, sentencesOf, type Draw } from './wordChanges';

/** The sentence around a short phrase is deleted; the phrase stands elsewhere too. */
export function phraseElsewhere(text: string, draw: Draw): HardPair | undefined {
  const sentences = sentencesOf(text);
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const sentence = sentences[draw(sentences.length)];
    if (sentence === undefined) return undefined;
    const phrase = phraseIn(text, sentence, draw);
    const words = text.slice(phrase.start, phrase.end);
    const isElsewhere =
      text.lastIndexOf(words) >= sentence.end ||
      (text.indexOf(words) >= 0 && text.indexOf(words) < sentence.start);
    if (isElsewhere && /[\p{L}]{2}/u.test(words))
      return { ...changedAt(text, sentence, ''), passage: phrase };
  }
  return undefined;
}

/** Short answers that stand several times, each after a question; the order changes. */
export function rearranged(text: string, draw: Draw): HardPair | undefined {
  const chinese = /\p{sc=Han}/u.test(text.slice(0, 200));
  const answers = chinese
    ? ['是的，部分如此。', '没有。', '另议。']
    : ['Yes, in part.', 'No.', 'To be decided.'];
  const questions = sentencesOf(text).slice(0, 8 + draw(8));
  if (questions.length < 6) return undefined;
  const bare = draw(2) === 0;
  const rows = questions.map(({ start, end }, index) => {
    const question = bare ? '' : `${text.slice(start, end).trim()}\n`;
    return `${question}${answers[(index + draw(2)) % answers.length] ?? ''}\n\n`;
  });
  const own = draw(rows.length);
  const rowLengths = (order: readonly number[]): number =>
    order.slice(0, order.indexOf(own)).reduce((sum, row) => sum + (rows[row]?.length ?? 0), 0);
  const order = rows.map((_, index) => index);
  const shuffled = [...order];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const from = draw(index + 1);
    [shuffled[index], shuffled[from]] = [shuffled[from] ?? 0, shuffled[index] ?? 0];
  }
  const row = rows[own] ?? '';
  const answerAt = row.trimEnd().lastIndexOf('\n') + 1;
  const length = row.trimEnd().length - answerAt;
  const tail = text.slice(-600);
  const placeIn = (start: number): Utf16Range => ({
    start: start + answerAt,
    end: start + answerAt + length,
  });
  return {
    oldText: rows.join('') + tail,
    newText: shuffled.map((index) => rows[index] ?? '').join('') + tail,
    passage: placeIn(rowLengths(order)),
    truth: placeIn(rowLengths(shuffled)),
  };
}

/** Another article stands there now; only phrases of the old one are left by chance. */
export function replacedArticle(text: string, draw: Draw, other: string): HardPair | undefined {
  const sentences = sentencesOf(text);
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const sentence = sentences[draw(sentences.length)];
    if (sentence === undefined || other === '') return undefined;
    const phrase = phraseIn(text, sentence, draw);
    const words = text.slice(phrase.start, phrase.end);
    const around = text.slice(Math.max(0, phrase.start - 20), phrase.end + 20);
    if (other.includes(words) && !other.includes(around) && /[\p{L}]{2}/u.test(words))
      return { oldText: text, newText: other, passage: phrase, truth: null };
  }
  return undefined;
}

/** A short phrase is rewritten, and the text on one side of it too. */
export function rewrittenPhrase(text: string, draw: Draw): HardPair | undefined {
  const sentences = sentencesOf(text);
  const sentence = sentences[draw(sentences.length)];
  if (sentence === undefined) return undefined;
  const phrase = phraseIn(text, sentence, draw);
  const by = changeWords(text.slice(phrase.start, phrase.end), 0.3, draw);
  if (by.trim() === '' || by === text.slice(phrase.start, phrase.end)) return undefined;
  const isBefore = draw(2) === 0;
  const side = isBefore
    ? { start: sentence.start, end: phrase.start }
    : { start: phrase.end, end: sentence.end };
  const sideBy = changeWords(text.slice(side.start, side.end), 0.6, draw);
  const [changed, around] = [
    { ...phrase, by },
    { ...side, by: sideBy },
  ];
  const start = phrase.start + (isBefore ? sideBy.length - (side.end - side.start) : 0);
  return {
    oldText: text,
    newText: isBefore ? splice(text, around, changed) : splice(text, changed, around),
    passage: phrase,
    truth: { start, end: start + by.length },
  };
}
