import type { Reading } from '../reading';
import { allMatches } from '../text/matches';
import { WordIndex } from '../text/wordIndex';
import { nameHintsIn, type NameHints } from './names/hints';
import { askedPlaces, sourcePlaces, type FoundAsked, type FoundSource } from './sources';
import { FALSE_VERB_WORDS } from './words/falseVerbs';
import { ANSWER, NO_LABEL, QUESTION } from './words/labels';
import { anyOf, wordsOf } from './words/lists';
import { GIVES, STARTS, VIEWS } from './words/gives';
import { LONG_VERBS, SHORT_VERBS, SURE, VERB_TAIL } from './words/verbs';

/** A verb that may attribute, in a clause. */
export interface FoundVerb {
  readonly verb: string;
  /** Where it stands in its clause. */
  readonly index: number;
  /** The words of its clause in front of it and behind it. */
  readonly before: string;
  readonly after: string;
  /** Whether the clause ends with it; `closes`: and its sentence may do so. */
  readonly ends: boolean;
  readonly closes: boolean;
}

/** `X的观点是`: the noun, and where it stands in its clause. */
export interface FoundNoun {
  readonly verb: string;
  readonly index: number;
}

/** A clause of a line, with what can be said of it before anybody is known. */
export interface Clause {
  readonly words: string;
  /** Where it stands in its line. */
  readonly at: number;
  /** The mark behind it. */
  readonly next: string;
  readonly verbs: readonly FoundVerb[];
  readonly nominal: FoundNoun | undefined;
  /** Whether it may say who speaks the line: `某公司创始人X：`. */
  readonly isLabel: boolean;
  /** Whether a colon stands behind it, and no verb of saying in it: `邬立群只是耸肩：`. */
  readonly announces: boolean;
  /** Whether a sentence begins with it. */
  readonly isSentence: boolean;
}

/** A line, read as far as that depends on nobody's being known. */
export interface ScannedLine {
  readonly clauses: readonly Clause[];
  readonly sources: readonly FoundSource[];
  readonly asked: readonly FoundAsked[];
}

/** The lines of an article that were scanned, by their words: stretches that are read overlap. */
export class LineScans {
  private readonly lines = new Map<string, ScannedLine>();
  private readonly hints = new Map<string, NameHints>();

  /** A text's lines, scanned for attributions. */
  linesOf(reading: Reading): ScannedLine[] {
    return outsides(reading).map((line) =>
      kept(this.lines, line, () => ({
        clauses: clausesOf(line),
        sources: sourcePlaces(line),
        asked: askedPlaces(line),
      })),
    );
  }

  /** What looks like a name in a text's lines. */
  hintsOf(reading: Reading): NameHints[] {
    return outsides(reading).map((line) => kept(this.hints, line, () => nameHintsIn(line)));
  }
}

/** The lines of a text, their quotations masked. */
function outsides({ plain, outside }: Reading): string[] {
  return plain.lines.map(({ start, end }) => outside.slice(start, end));
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const old = map.get(key);
  if (old !== undefined) return old;
  const made = make();
  map.set(key, made);
  return made;
}

const CLAUSE = /[^，,。；;！？!?：:—“”「」『』"‘’\n]+/g;

/**
 * The clauses of a line that may attribute something.
 *
 * @param outside the line, with its quotations masked
 */
function clausesOf(outside: string): Clause[] {
  const masked = withoutFalseVerbs(outside);
  const hasAside = outside.includes('（');
  const found: Clause[] = [];
  for (const { 0: clause, index: at } of allMatches(CLAUSE, masked)) {
    if (hasAside && isAside(outside, at)) continue;
    const end = at + clause.length;
    const mark = outside.charAt(end);
    const words = outside.slice(at, end);
    const next = mark === '—' ? '：' : mark;
    const verbs = verbsIn(clause, words, next);
    const nominal = nominalIn(words, next);
    const isLabel = at === 0 && mayLabel(words, next);
    const isSilent = verbs.length === 0 && nominal === undefined;
    const announces = isSilent && /[：:]/.test(mark) && words.length <= LONGEST_LABEL;
    if (isSilent && !isLabel && !announces) continue;
    found.push({
      words,
      at,
      next,
      verbs,
      nominal,
      isLabel,
      announces,
      isSentence: at === 0 || /[。！？!?；]\s*$/.test(outside.slice(Math.max(0, at - 3), at)),
    });
  }
  return found;
}

const NOUNS = anyOf(
  ...wordsOf(`
    观点 看法 判断 结论 回答 建议 说法 理由 解释 态度 答案 原话 讲话 演讲 发言 自述 回应 点评 评价 认知 理念 主张 立场
    设想 想法 打算 初衷 愿望 措辞 表述 口吻 语气 评语 提法 用词 答复 忠告 思路 感受 体会 诉求 经验 逻辑
    意见 回信 来信 第一句话 头一句话 最后一句话 口头禅 话
  `),
);
const NOMINAL = new RegExp(
  `的?${NOUNS}(?:是|为|如下|认为|表示|(?:则|却|也|倒|就)?(?:要|更)?[\\u4e00-\\u9fff]{1,4}(?:得多|一些|许多)|(?:则|却|也|倒|就)?(?:很|非常|特别|极其|更为?|更加|相当|十分|颇为?)[\\u4e00-\\u9fff]{1,3}|只有[\\u4e00-\\u9fff]{1,4}|(?<=意见|看法|态度|说法|回答|回应|话|回信|建议|判断)[\\u4e00-\\u9fff]{1,14})?$`,
);
/** `的说法要直接得多`: no such end of a clause is longer, UTF-16 units. */
const LONGEST_NOMINAL = 16;
/** No label is longer, UTF-16 units. */
const LONGEST_LABEL = 40;

/** `语气很重：`: whose that is, the sentence said before. */
const ALONE = /^(?:(?:理由|回答|解释|答案|结论|说法|原话)是|(?:语气|口气|态度)(?!是).{2,})$/;

function nominalIn(words: string, next: string): FoundNoun | undefined {
  if (!/[：:，,“"「]/.test(next)) return undefined;
  const from = Math.max(0, words.length - LONGEST_NOMINAL);
  const match = NOMINAL.exec(words.slice(from));
  if (match === null) return undefined;
  const [verb] = match;
  const index = from + match.index;
  if (index === 0 && !ALONE.test(verb)) return undefined;
  return { verb, index };
}

function mayLabel(words: string, next: string): boolean {
  if (!/[：:]/.test(next) || words.length > LONGEST_LABEL) return false;
  const label = words.trim();
  return !QUESTION.test(label) && !ANSWER.test(label) && !NO_LABEL.test(label);
}

/** Whether a place is in brackets. */
function isAside(line: string, at: number): boolean {
  return line.lastIndexOf('（', at) > line.lastIndexOf('）', at);
}

const FALSE = new WordIndex(FALSE_VERB_WORDS);
const isFalse = (line: string) => (start: number, end: number) =>
  !/^[，：]/.test(line.charAt(end)) || line.slice(start, end) !== '所说';

/** A line in which words that only look like verbs are masked. */
function withoutFalseVerbs(line: string): string {
  let masked = '';
  let from = 0;
  const isWhole = isFalse(line);
  for (let at = 0; at < line.length; at += 1) {
    const end = FALSE.endAt(line, at, isWhole);
    if (end < 0) continue;
    masked += line.slice(from, at) + '○'.repeat(end - at);
    from = end;
    at = end - 1;
  }
  return masked + line.slice(from);
}

const LONG = new WordIndex(LONG_VERBS);
const SHORT = new WordIndex(SHORT_VERBS);
const OTHERS = new RegExp(`${GIVES}|${VIEWS}`, 'y');
const OTHER_STARTS = new Set(Array.from(STARTS, (start) => start.charCodeAt(0)));
const TAIL = new RegExp(VERB_TAIL, 'y');

/** What follows a verb that is one. */
const AFTER_VERB =
  /^(?:[了着过道到出]*(?:这样|如下|这么|一句|一声|一句话|这句话|到)?|[了过]?(?:记者|我|我们|本报|本刊|媒体|他|她|大家|[\u4e00-\u9fff]{2,8}记者)(?:说|称)?|[道了]?[：:]?)$/;
/** What a verb is no verb behind. */
const NO_VERB_AFTER = /(?:的|个|种|份|条|项|一|所|被|可|值得|加以|予以|进行|遭)$/;
const MANNER = /^得[^，]{1,8}$/;
/** `问丁渡：`. */
const ASKS = /^(?:问|反问|追问|质问|回答|提醒|告诉|劝|答复|回复|反驳)[道]?$/;
const SOMEBODY = /^了?[\u4e00-\u9fff·]{2,6}$/;
const PARTICLE =
  /^(?:的(?!是)|地|得|者|器|性|率|员|权|力|会(?!上)|法|书|信|版|页|屏|栏|型|化|家|人|稿|函|类|案|期|值|前|后|时|之后|之前)/;

/** @param masked the clause without words that only look like verbs */
function verbsIn(masked: string, words: string, next: string): FoundVerb[] {
  const found: FoundVerb[] = [];
  for (let at = 0; at < masked.length; at += 1) {
    const end = verbEnd(masked, at);
    if (end < 0) continue;
    const one = attributing(words, at, end, next);
    if (one !== undefined) found.push(one);
    at = end - 1;
  }
  return found;
}

/** A verb, if it may attribute where it stands. */
function attributing(words: string, at: number, end: number, next: string): FoundVerb | undefined {
  const verb = words.slice(at, end);
  const after = words.slice(end);
  const before = words.slice(0, at);
  const isLast =
    AFTER_VERB.test(after) ||
    (MANNER.test(after) && (/[：:“"「]/.test(next) || (verb === '说' && next === '，'))) ||
    (ASKS.test(verb) && SOMEBODY.test(after) && /[：:]/.test(next));
  const isSo = after === '的' && /(?:是|这样|如此|这么)$/.test(before) && /[：:]/.test(next);
  const ends = isLast || isSo;
  if (!ends && (!SURE.test(verb) || PARTICLE.test(after))) return undefined;
  if (NO_VERB_AFTER.test(before.slice(-2)) && !/如.{1,20}所$/.test(before)) return undefined;
  if (before.lastIndexOf('（') > before.lastIndexOf('）')) return undefined;
  return { verb, index: at, before, after, ends, closes: isLast && !/[：:]/.test(next) };
}

/** Where the verb ends that stands at a place; -1 if none does. */
function verbEnd(clause: string, at: number): number {
  if (OTHER_STARTS.has(clause.charCodeAt(at))) {
    OTHERS.lastIndex = at;
    if (OTHERS.test(clause)) return OTHERS.lastIndex;
  }
  const end = LONG.endAt(clause, at);
  if (end < 0) return SHORT.endAt(clause, at);
  TAIL.lastIndex = end;
  return TAIL.test(clause) ? TAIL.lastIndex : end;
}
