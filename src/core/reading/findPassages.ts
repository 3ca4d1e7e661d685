import type { Suggestion } from '../attribution';
import { findFrontMatter } from '../text/blocks/frontMatter';
import type { TextKind } from '../text/blocks/markdownParser';
import { lineStart } from '../text/blocks/lineEdges';
import { textBlockAt, type TextBlock } from '../text/blocks/textBlock';
import { trimRange, type Utf16Range } from '../text/range';
import { splitSentences } from '../text/sentences/splitSentences';
import { articleEnd, isDisclaimer } from './articleEnd';
import { isAnnouncement, saysNothing } from './announcing';
import { withoutLoneMarks } from './loneMarks';
import type { OfferedPassage, PassageKind } from './offeredPassage';
import { speechIn } from './passageAt';
import { TopicWords, wordsOf } from './topicWords';

/** A quotation up to this length is offered whole; of a longer one, each sentence. */
const WHOLE = 160;
/** A shorter sentence says nothing that could be tagged. */
const SHORTEST = 8;
/** Of a link or picture one reads the words, and of a bare address none. */
const LINK = /!?\[([^[\]]*)\]\([^()\s]*\)|https?:\/\/[^\s，。）)]+/gu;
/** Who says it is told by the sentence from this score on, by others from that. */
const REPORTED = 0.5;
const ATTRIBUTED = 0.8;
/** A sentence is about the topic from this share on. */
const ABOUT_TOPIC = 0.5;

const JUDGING =
  /应该|应当|必须|不能|不会|不应|不是|更|最|优于|胜过|反对|支持|赞成|值得|错误|正确|关键|重要|没有必要|只有|才能|\b(?:should|must|cannot|can't|won't|never|better|worse|best|worst|needs?|ought|wrong|right|believes?|oppose[sd]?|support(?:s|ed)?|more|less|only)\b/iu;
/** The last characters of a cue: 李彦宏表示 → 表示. */
const CHINESE_CUE_END = /\p{Script=Han}{1,2}(?=\P{L}*$)/u;
/** A word of a cue that is no name: said Tom Rivers → said. */
const CUE_WORD = /(?<!\p{L})\p{Ll}[\p{L}'’]{2,}/gu;
const SENTENCE_END = /[。！？!?.…；;][”’」』"'*_）)]*$/u;
/** A question, also as a heading without its sign: 为什么…. */
const ASKS =
  /[？?][”’」』"'*_）)]*$|^[\s*_#一二三四五六七八九十\d、.．]*(?:为什么|为何|如何|怎么|怎样|何为|什么是)/u;
/** A mark that opens a quotation which this sentence doesn't close. */
const LONE_OPENING = /^[“「『„«](?!.*[”」』“»])/su;
/** The sign in front of an item of a list, not that of a heading. */
const ITEM_SIGN = /^[\s>]*[^\s>#]/u;
const HAN = /\p{Script=Han}/u;
/** Fewer letters behind Chinese words of attribution aren't what is said: 他…，李彦宏说了. */
const FEWEST_SAID = 4;
/** Verbs that have an object, and seldom a clause, where no *that* follows. */
const WITH_OBJECT =
  /\b(?:see[ns]?|saw|hears?|heard|find|finds|found|holds?|held|(?:want|offer|reject|support|attack|prefer|consider|defend|detail|express|mention|call|condemn|dismiss|welcom|oppos|refus|blam|prais|denounc|urg|encourag|criticiz|criticis|describ|cit|rais|shar|lik)(?:e|ed|es|s|ing)?)$/iu;
/** Behind these verbs what is said begins at once: 他认为这是难以预料的. */
const BEFORE_CLAUSE = /(?:认为|觉得|相信|坚信|断言|坚称|指出|主张)$/u;
/** So does a clause, whatever the verb: 他宣布将在明年换船. */
const CLAUSE_WITHOUT_SUBJECT = /^(?:将|会|不会|已|正在|计划)/u;
/** The rest of a link whose text is the cue belongs to it, too. */
const SIGNS_BEHIND_CUE = /^(?:\]\([^()\s]*\))?[\s，,：:]*(?:that\b)?\s*/u;
/** What was spoken about, and not what was said: 对于票价，他持乐观态度。. */
const SPOKEN_ABOUT = /^(?:对于?|关于|针对|就|谈及|谈到|至于)/u;
/** A second clause is more than that: 对于老人来说，渡口少不了，他说。. */
const TWO_CLAUSES = /[，,].*\p{L}/su;

/** What is asked while passages are looked for. */
export interface Asked {
  readonly kind: TextKind;
  /** Who says a passage; best first. */
  readonly suggest: (ranges: readonly Utf16Range[]) => readonly Suggestion[];
  /** The topic's statement and what was tagged under it; empty: there is no topic. */
  readonly topic: readonly string[];
}

/**
 * The passages of an article that may be worth tagging, in reading order: quotations, statements
 * with a speaker, sentences about the topic. In steps: a step without one yields undefined.
 *
 * @param from only passages that end behind this place
 */
export function* findPassages(
  text: string,
  { kind, suggest, topic }: Asked,
  from = 0,
): Generator<OfferedPassage | undefined, void> {
  const blocks: TextBlock[] = [];
  const end = articleEnd(text);
  for (let at = findFrontMatter(text)?.body ?? 0; at < end;) {
    const block = textBlockAt(text, at, kind);
    if (block !== undefined && !isDisclaimer(block.words)) blocks.push(block);
    at = nextBlock(text, at, block);
    yield undefined;
  }
  const sentences = topic.length === 0 ? [] : blocks.map(({ words }) => wordsOf(words));
  const about = topic.length === 0 ? undefined : new TopicWords(topic, sentences);
  // A title stands in the front matter and above the text; a pull quote repeats what is said.
  const seen = new Set<string>();
  let announcement: Utf16Range | undefined;
  for (const block of blocks) {
    if (!isItem(text, block)) announcement = isAnnouncement(block.words) ? block : undefined;
    if (block.end <= from) continue;
    for (const { range, isQuotation } of passagesOf(block)) {
      const words = text.slice(range.start, range.end);
      const isNew = range.end > from && range.start < end && !seen.has(words);
      seen.add(words);
      const found = { range, isQuotation, announcement };
      yield isNew ? passage(text, found, suggest, about) : undefined;
    }
  }
}

function nextBlock(text: string, at: number, block: TextBlock | undefined): number {
  const end = Math.max(at, block?.end ?? at);
  const lineEnd = text.indexOf('\n', end);
  return lineEnd < 0 ? text.length : lineEnd + 1;
}

function isItem(text: string, { start }: TextBlock): boolean {
  return ITEM_SIGN.test(text.slice(lineStart(text, start), start));
}

/** A quotation, or a sentence without one. */
interface Found {
  readonly range: Utf16Range;
  readonly isQuotation: boolean;
  /** The words over the list in which it stands. */
  readonly announcement: Utf16Range | undefined;
}

/** The quotations of a block, and the sentences that have none. */
function passagesOf(block: TextBlock): Omit<Found, 'announcement'>[] {
  const shift = ({ start, end }: Utf16Range) => ({
    start: start + block.start,
    end: end + block.start,
  });
  const speech = speechIn(block.words)
    .map(shift)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const outermost = speech.filter(
    ({ start, end }, i) => !speech.slice(0, i).some((one) => one.start <= start && end <= one.end),
  );
  const sentences = splitSentences(block);
  const overlaps = (a: Utf16Range, b: Utf16Range) => a.start < b.end && b.start < a.end;
  const quoted = outermost.flatMap((quotation) =>
    quotation.end - quotation.start <= WHOLE
      ? [quotation]
      : sentences
          .filter((one) => overlaps(one, quotation))
          .map((one) => cut(block, one, quotation)),
  );
  const plain = sentences
    .filter((one) => !outermost.some((quotation) => overlaps(one, quotation)))
    .map(({ start, end }) => {
      const isOpen = LONE_OPENING.test(block.words.slice(start - block.start, end - block.start));
      return { start: isOpen ? start + 1 : start, end };
    });
  return [
    ...quoted.map((range) => ({ range, isQuotation: true })),
    ...plain.map((range) => ({ range, isQuotation: false })),
  ]
    .filter(({ range }) => range.end - range.start >= SHORTEST)
    .sort((a, b) => a.range.start - b.range.start);
}

/** The part of a sentence that is in a quotation. */
function cut(
  { words, start: shift }: TextBlock,
  sentence: Utf16Range,
  within: Utf16Range,
): Utf16Range {
  const start = Math.max(sentence.start, within.start) - shift;
  const end = Math.min(sentence.end, within.end) - shift;
  const trimmed = trimRange(words, { start, end });
  return { start: trimmed.start + shift, end: trimmed.end + shift };
}

function passage(
  text: string,
  found: Found,
  suggest: Asked['suggest'],
  about: TopicWords | undefined,
): OfferedPassage | undefined {
  const { range: sentence, isQuotation } = found;
  const words = wordsOf(text.slice(sentence.start, sentence.end));
  const topicShare = about?.shareIn(words);
  const { suggestions, range: said } = isQuotation
    ? { suggestions: suggest([sentence]), range: sentence }
    : whoSays(text, sentence, suggest);
  const range = isQuotation ? said : withoutLoneMarks(text, said);
  const [best] = suggestions;
  const kind = kindOf(found, best, topicShare);
  if (kind === undefined || saysNothing(text, sentence, range, best)) return undefined;
  if (text.slice(range.start, range.end).replace(LINK, '$1').length < SHORTEST) return undefined;
  const isSaid = kind === 'quotation' || kind === 'reported';
  return {
    range,
    kind,
    suggestions,
    // Words of another sentence say nothing about this one.
    cue: isSaid && best?.cue !== undefined ? verbOf(best.cue.text) : undefined,
    topicShare,
    asks: ASKS.test(text.slice(range.start, range.end)),
    isSentence: SENTENCE_END.test(text.slice(range.start, range.end)),
    judges: JUDGING.test(text.slice(range.start, range.end)),
    words,
  };
}

/** The words of a cue by which it resembles others. */
function verbOf(cue: string): string | undefined {
  return CHINESE_CUE_END.exec(cue)?.[0] ?? cue.match(CUE_WORD)?.at(-1);
}

function kindOf(
  { range, isQuotation, announcement }: Found,
  best: Suggestion | undefined,
  topicShare = 0,
): PassageKind | undefined {
  if (isQuotation) return 'quotation';
  const isSaidIn = (words: Utf16Range | undefined) =>
    words !== undefined && best !== undefined && isCueIn(best, words) && best.score >= REPORTED;
  if (isSaidIn(range) || isSaidIn(announcement)) return 'reported';
  if (topicShare >= ABOUT_TOPIC) return 'topic';
  return best !== undefined && best.score >= ATTRIBUTED ? 'attributed' : undefined;
}

/**
 * Who says a sentence without quotation, and what of it is said. The words that tell so may stand
 * in front or behind: it is asked about both halves.
 */
function whoSays(
  text: string,
  sentence: Utf16Range,
  suggest: Asked['suggest'],
): { readonly suggestions: readonly Suggestion[]; readonly range: Utf16Range } {
  const middle = Math.floor((sentence.start + sentence.end) / 2);
  const halves = [
    { start: middle, end: sentence.end },
    { start: sentence.start, end: middle },
  ];
  for (const half of halves) {
    const suggestions = suggest([half]);
    const [best] = suggestions;
    if (best === undefined || best.score < REPORTED || !isCueIn(best, sentence)) continue;
    const range = withoutCue(text, sentence, best.cue);
    if (range !== undefined) return { suggestions, range };
  }
  return { suggestions: suggest([sentence]), range: sentence };
}

/** Whether words behind an English verb are no statement without it: *wants to go*, *saw a man*. */
function needsVerb(cue: string, signs: string, behind: string): boolean {
  if (HAN.test(cue)) return false;
  return /^to\s/u.test(behind) || (WITH_OBJECT.test(cue) && !/that|[,:]/u.test(signs));
}

function lettersIn(text: string, { start, end }: Utf16Range): number {
  return text.slice(start, end).match(/\p{L}/gu)?.length ?? 0;
}

function isCueIn({ cue }: Suggestion, sentence: Utf16Range): boolean {
  return cue !== undefined && sentence.start <= cue.start && cue.end <= sentence.end;
}

/** What is said, where the words that say who says it stand at one end: 李彦宏认为，…。 */
function withoutCue(
  text: string,
  sentence: Utf16Range,
  cue: Utf16Range | undefined,
): Utf16Range | undefined {
  if (cue === undefined) return undefined;
  const before = { start: sentence.start, end: cue.start };
  const signs = SIGNS_BEHIND_CUE.exec(text.slice(cue.end, sentence.end))?.[0] ?? '';
  const behind = { start: cue.end + signs.length, end: sentence.end };
  // In Chinese they stand in front; what is before them is time, place, or what was spoken about.
  const isBehind = HAN.test(text.slice(cue.start, cue.end))
    ? lettersIn(text, behind) >= FEWEST_SAID
    : behind.end - behind.start >= before.end - before.start;
  const words = text.slice(before.start, before.end);
  if (!isBehind && SPOKEN_ABOUT.test(words) && !TWO_CLAUSES.test(words)) return sentence;
  // 问了下…: the words go on at once, and may belong to the cue.
  if (isBehind && signs === '' && HAN.test(text.charAt(cue.end))) {
    const after = text.slice(cue.end, sentence.end);
    const isClause =
      CLAUSE_WITHOUT_SUBJECT.test(after) ||
      (BEFORE_CLAUSE.test(text.slice(cue.start, cue.end)) && !/^[了过着的]/u.test(after));
    if (!isClause || SPOKEN_ABOUT.test(text.slice(sentence.start, cue.end))) return sentence;
  }
  if (
    isBehind &&
    needsVerb(text.slice(cue.start, cue.end), signs, text.slice(behind.start, behind.end))
  )
    return sentence;
  const trimmed = trimRange(text, isBehind ? behind : before);
  const last = text.slice(trimmed.start, trimmed.end).replace(/[\s，,：:]+$/u, '');
  const range = { start: trimmed.start, end: trimmed.start + last.length };
  if (range.end - range.start >= SHORTEST) return range;
  return isBehind && HAN.test(last) ? sentence : undefined;
}
