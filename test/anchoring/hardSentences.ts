import { changedAt, phraseIn, splice, type HardPair } from './hardPair';
import { changeWords, convertScript, nearCopy, sentencesOf, type Draw } from './wordChanges';

/** A near copy stands beside the original, or far from it; then the original changes. */
export function withTwin(
  text: string,
  draw: Draw,
  change: (words: string) => string,
): HardPair | undefined {
  const sentences = sentencesOf(text);
  const chosen = sentences[draw(sentences.length)];
  if (chosen === undefined) return undefined;
  const words = text.slice(chosen.start, chosen.end);
  const twin = nearCopy(words, draw);
  if (twin === words) return undefined;
  const place = draw(2) === 0 ? chosen : sentences[draw(sentences.length)];
  if (place === undefined) return undefined;
  const oldText = splice(text, { start: place.end, end: place.end, by: twin });
  const start = chosen.start + (place.end <= chosen.start ? twin.length : 0);
  return changedAt(oldText, { start, end: start + words.length }, change(words));
}

/** A paragraph stands twice; a sentence of one copy changes. */
export function repeated(
  text: string,
  draw: Draw,
  change: (words: string) => string,
): HardPair | undefined {
  const sentences = sentencesOf(text);
  const index = 1 + draw(Math.max(1, sentences.length - 3));
  const [before, chosen, after] = [sentences[index - 1], sentences[index], sentences[index + 1]];
  if (before === undefined || chosen === undefined || after === undefined) return undefined;
  if (after.end - before.start > 1500) return undefined;
  const copy = `\n\n${text.slice(before.start, after.end)}\n\n`;
  const place = sentences[draw(sentences.length)];
  if (place === undefined || (place.end > before.start && place.end < after.end)) return undefined;
  const oldText = splice(text, { start: place.end, end: place.end, by: copy });
  const start = chosen.start + (place.end <= before.start ? copy.length : 0);
  const words = text.slice(chosen.start, chosen.end);
  return changedAt(oldText, { start, end: start + words.length }, change(words));
}

/** Before a sentence another is inserted that begins as it does. */
export function similarStart(text: string, draw: Draw): HardPair | undefined {
  const sentences = sentencesOf(text);
  const chosen = sentences[draw(sentences.length)];
  const donor = sentences[draw(sentences.length)];
  if (chosen === undefined || donor === undefined || chosen === donor) return undefined;
  const words = text.slice(chosen.start, chosen.end);
  const inserted =
    words.slice(0, Math.floor(words.length * (0.2 + 0.1 * draw(4)))) +
    text.slice(donor.start + Math.floor((donor.end - donor.start) / 2), donor.end);
  const kept = draw(2) === 0 ? words : changeWords(words, 0.1, draw);
  const start = chosen.start + inserted.length;
  return {
    oldText: text,
    newText: splice(text, { start: chosen.start, end: chosen.end, by: inserted + kept }),
    passage: chosen,
    truth: { start, end: start + kept.length },
  };
}

/** A sentence moves away from all of its context, perhaps changed a little. */
export function movedAway(text: string, draw: Draw): HardPair | undefined {
  const sentences = sentencesOf(text);
  const chosen = sentences[draw(sentences.length)];
  const place = sentences[draw(sentences.length)];
  if (chosen === undefined || place === undefined || chosen === place) return undefined;
  const words = text.slice(chosen.start, chosen.end);
  if (text.indexOf(words) !== text.lastIndexOf(words)) return undefined;
  const kept = draw(3) === 0 ? changeWords(words, 0.1, draw) : words;
  const taken = { start: chosen.start, end: chosen.end, by: '' };
  const put = { start: place.end, end: place.end, by: kept };
  const isForward = place.start > chosen.start;
  const start = place.end - (isForward ? words.length : 0);
  return {
    oldText: text,
    newText: isForward ? splice(text, taken, put) : splice(text, put, taken),
    passage: chosen,
    truth: { start, end: start + kept.length },
  };
}

/** Simplified Chinese becomes traditional, with the words of another region. */
export function converted(text: string, draw: Draw): HardPair | undefined {
  const sentences = sentencesOf(text);
  const sentence = sentences[draw(sentences.length)];
  if (sentence === undefined || !/\p{sc=Han}{4}/u.test(text)) return undefined;
  const passage = draw(2) === 0 ? sentence : phraseIn(text, sentence, draw);
  const parts = [
    text.slice(0, passage.start),
    text.slice(passage.start, passage.end),
    text.slice(passage.end),
  ].map(convertScript) as [string, string, string];
  const start = parts[0].length;
  return {
    oldText: text,
    newText: parts.join(''),
    passage,
    truth: { start, end: start + parts[1].length },
  };
}
