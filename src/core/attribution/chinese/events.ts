import type { Utf16Range } from '../../text/range';
import type { Named } from '../people/named';
import type { Reading } from '../reading';
import { endOfSubject, lengthOfLead } from './adverbials';
import { ANSWER, NO_LABEL, QUESTION } from './words/labels';
import { afterIn, askedIn, lastNamed, publisherOf, sourcesIn } from './sources';
import { subjectOf, type Subject } from './subject';
import { ENDS_AT_ONCE, FALSE_VERBS, SHOWS, SURE, VERB_STARTS, VERBS } from './words/verbs';
import { allMatches } from '../text/matches';

/** Words that say who says something. */
export interface SpeechEvent {
  readonly line: number;
  readonly subject: Subject | undefined;
  /** From the subject, or the verb, to the verb's end. */
  readonly cue: Utf16Range;
  readonly verb: string;
  /** `view`: in X's eyes; `source`: according to X; `nominal`: X's view is; `label`: `X：`. */
  readonly kind: 'verb' | 'view' | 'source' | 'nominal' | 'label';
  /** Whether the sentence, or the clause, ends with it. */
  readonly closes: boolean;
  /** Whether what is said may go on in the next sentence. */
  readonly goesOn: boolean;
}

const CLAUSE = /[^，,。；;！？!?：:—“”「」『』"‘’\n]+/g;
const GIVES =
  '(?:作出|做出|给出|发出|发表|表达|抛出|有|持|给)了?(?:自己的|上述|这一|如下|这样的|同样的|不同的?|相反的?|类似的?|明确的?|另一种|更为?)?[\\u4e00-\\u9fff]{0,4}?(?:判断|表态|回应|承诺|预测|解释|警告|提醒|呼吁|评价|结论|答复|说明|看法|观点|意见|态度|声音|说法|理由|建议|担忧|感叹)';
const VIEWS =
  '(?:这么看|这样看|不这么看|这样想|这么想|不以为然|泼(?:了)?(?:一盆|一瓢)?冷水|接过话(?:头|茬)?|打了个(?:比方|比喻)|(?:如此)?开场|开头|作结|收尾|叫屈|喊冤|叫苦(?:不迭)?|举了(?:个|一个)例子|算了一笔账|松了口)';
/** Where none of them can begin, none is tried. */
const STARTS = `作做给发表抛有持这不泼接打如开收叫喊举算松${VERB_STARTS}`;
const VERB = new RegExp(`(?=[${STARTS}])(?:${GIVES}|${VIEWS}|${VERBS})`, 'g');
const NOMINAL =
  /的?(?:观点|看法|判断|结论|回答|建议|说法|理由|解释|态度|答案|原话|讲话|演讲|发言|自述|回应|点评|评价|认知|理念|主张|立场|思路|感受|体会|诉求|经验|逻辑)(?:是|为|如下|认为|表示|则?(?:要|更)?[\u4e00-\u9fff]{1,4}(?:得多|一些|许多)|很[\u4e00-\u9fff]{1,3}|只有[\u4e00-\u9fff]{1,4})?$/;
const ONE_LETTER = /^[说称道问讲喊叫答骂嚷劝笑想批赞]$/;
/** What follows a verb that is one. */
const AFTER_VERB =
  /^(?:[了着过道到出]*(?:这样|如下|这么|一句|一声|一句话|这句话|到)?|[了过]?(?:记者|我|我们|本报|本刊|媒体|他|她|大家|[\u4e00-\u9fff]{2,8}记者)(?:说|称)?|[道了]?[：:]?)$/;
/** What a verb is no verb behind. */
const NO_VERB_AFTER = /(?:的|个|种|份|条|项|一|所|被|可|值得|加以|予以|进行|遭)$/;
const MANNER = /^得[^，]{1,8}$/;
const PARTICLE =
  /^(?:的(?!是)|地|得|者|器|性|率|员|权|力|会(?!上)|法|书|信|版|页|屏|栏|型|化|家|人|稿|函|类|案|期|值|前|后|时|之后|之前)/;

/**
 * All attributions in a text, in order.
 *
 * @param takesAny whether words without a name's shape count as a subject everywhere
 */
export function findEvents(reading: Reading, named: Named, takesAny = false): SpeechEvent[] {
  const { plain } = reading;
  const found: SpeechEvent[] = [];
  plain.lines.forEach((line, index) => {
    const outside = reading.outside.slice(line.start, line.end);
    const masked = outside.replace(FALSE_VERBS, (word) => '○'.repeat(word.length));
    const hasAside = outside.includes('（');
    const sources = sourcesIn(outside, line.start, index, named);
    for (const { 0: clause, index: at } of allMatches(CLAUSE, masked)) {
      const range = { start: line.start + at, end: line.start + at + clause.length };
      if (hasAside && isAside(outside, at)) continue;
      if (sources.some(({ cue }) => cue.start < range.end && range.start < cue.end)) continue;
      const words = outside.slice(at, at + clause.length);
      const mark = outside.charAt(at + clause.length);
      const next = mark === '—' ? '：' : mark;
      const isSentence =
        at === 0 || /[。！？!?；]\s*$/.test(outside.slice(Math.max(0, at - 3), at));
      const event = eventIn(
        { masked: clause, words, range, next, line: index, isFirst: at === 0, isSentence },
        named,
        takesAny,
      );
      if (event !== undefined) found.push(event);
    }
    found.push(...sources, ...askedIn(outside, line.start, index, named));
  });
  return found.sort((a, b) => a.cue.start - b.cue.start);
}

/** Whether a place is in brackets. */
function isAside(line: string, at: number): boolean {
  return line.lastIndexOf('（', at) > line.lastIndexOf('）', at);
}

interface Clause {
  /** The clause without words that only look like verbs. */
  readonly masked: string;
  readonly words: string;
  readonly range: Utf16Range;
  /** The mark behind it. */
  readonly next: string;
  readonly line: number;
  /** Whether it begins its line. */
  readonly isFirst: boolean;
  readonly isSentence: boolean;
}

function eventIn(clause: Clause, named: Named, takesAny: boolean): SpeechEvent | undefined {
  const { masked, words, range, next, line } = clause;
  for (const { 0: verb, index } of allMatches(VERB, masked)) {
    const after = words.slice(index + verb.length);
    const before = words.slice(0, index);
    const ends = AFTER_VERB.test(after) || (MANNER.test(after) && /[：:“"「]/.test(next));
    const isSo = after === '的' && /(?:是|这样|如此|这么)$/.test(before) && /[：:]/.test(next);
    if (!ends && !isSo && (!SURE.test(verb) || PARTICLE.test(after))) continue;
    if (NO_VERB_AFTER.test(before.slice(-2)) && !/如.{1,20}所$/.test(before)) continue;
    if (before.lastIndexOf('（') > before.lastIndexOf('）')) continue;
    const subject =
      subjectOf(before, range.start, named) ??
      publisherOf(before, range.start, named) ??
      afterIn(before, range.start, named);
    const isLater = !clause.isSentence;
    if (
      !isEvent(
        {
          subject,
          verb,
          before,
          after,
          ends: ends || isSo,
          next,
          isLater,
          takesAny,
          offset: range.start,
        },
        named,
      )
    )
      continue;
    const end = range.start + index + verb.length;
    return {
      line,
      subject,
      verb,
      kind: 'verb',
      cue: { start: subject?.start ?? range.start + index, end },
      closes: ends && !/[：:]/.test(next),
      goesOn: !ENDS_AT_ONCE.test(verb),
    };
  }
  return nominalIn(clause, named) ?? labelIn(clause, named);
}

interface Attempt {
  readonly subject: Subject | undefined;
  readonly verb: string;
  readonly before: string;
  readonly after: string;
  /** Whether the clause ends with the verb. */
  readonly ends: boolean;
  readonly next: string;
  /** Whether its sentence has a clause before it. */
  readonly isLater: boolean;
  /** Whether any words count as a subject. */
  readonly takesAny: boolean;
  /** Where the clause begins. */
  readonly offset: number;
}

function isEvent(
  { subject, verb, before, after, ends, next, isLater, takesAny, offset }: Attempt,
  named: Named,
): boolean {
  const isOne = ONE_LETTER.test(verb);
  if (subject === undefined) {
    const rest = before.slice(lengthOfLead(before));
    const isLeftOut = endOfSubject(rest) === 0;
    if (!isLeftOut) return false;
    if (ends) return !isOne || /[：:，,“"「]/.test(next);
    if (isOne)
      return (
        isLater &&
        /^[称说]$/.test(verb) &&
        before.trim() === '' &&
        (after.length > 3 || /[“「]/.test(next))
      );
    return isLater && SURE.test(verb) && after.length > 2;
  }
  const isBare = subject.kind === 'words' && subject.form === 'bare';
  if (ends) return !isOne || !isBare || /[：:“"「]/.test(next);
  if (isBare && !(takesAny && STATES.test(verb))) return false;
  if (!SURE.test(verb) || after.length < 2 || isDone(verb, after)) return false;
  if (isOne)
    return subject.kind === 'words'
      ? /^[称说]$/.test(verb) && subject.form === 'description' && after.length > 3
      : /^[称说]$/.test(verb) || speaksAtOnce(before, offset, named);
  if (SHOWS.test(verb)) return true;
  return subject.kind !== 'self' || /^(?:认为|觉得|以为|相信|建议|判断|主张|担心|希望)/.test(verb);
}

/** What hardly anything but a speaker does. */
const STATES = /^(?:表示|宣布|认为|称|宣称|否认|承认|透露|强调|回应|指出)/;

/** `提出了新想法`: what follows isn't what was said. */
function isDone(verb: string, after: string): boolean {
  return /^了/.test(after) && !/^(?:宣布|披露|透露|强调|重申|指出|承认|否认|证实|确认)/.test(verb);
}

/** `的说法要直接得多`: no such end of a clause is longer, UTF-16 units. */
const LONGEST_NOMINAL = 16;

/** `X的观点：` */
function nominalIn({ words, range, next, line }: Clause, named: Named): SpeechEvent | undefined {
  if (!/[：:，,“"「]/.test(next)) return undefined;
  const from = Math.max(0, words.length - LONGEST_NOMINAL);
  const match = NOMINAL.exec(words.slice(from));
  const found = match && { 0: match[0], index: from + match.index };
  if (found === null || !/[：:，,“"「]/.test(next)) return undefined;
  if (found.index === 0 && !/^(?:理由|回答|解释|答案|结论|说法|原话)是$/.test(found[0]))
    return undefined;
  const owner = words.slice(0, found.index);
  const subject = subjectOf(owner, range.start, named) ?? lastNamed(owner, range.start, named);
  if (subject === undefined ? found.index > 0 : subject.kind === 'words' && subject.form === 'bare')
    return undefined;
  return {
    line,
    subject,
    verb: found[0],
    kind: 'nominal',
    cue: { start: subject?.start ?? range.start, end: range.end },
    closes: false,
    goesOn: true,
  };
}

/** `某公司创始人X：` at the beginning of a line. */
function labelIn(
  { words, range, next, line, isFirst }: Clause,
  named: Named,
): SpeechEvent | undefined {
  if (!isFirst || !/[：:]/.test(next) || words.length > 40) return undefined;
  const label = words.trim();
  if (QUESTION.test(label) || ANSWER.test(label) || NO_LABEL.test(label)) return undefined;
  const subject = subjectOf(words, range.start, named);
  if (subject === undefined || subject.kind === 'self') return undefined;
  if (subject.end < range.start + words.trimEnd().length - 12) return undefined;
  if (subject.kind === 'words' && subject.form === 'bare') return undefined;
  return {
    line,
    subject,
    verb: '',
    kind: 'label',
    cue: { start: subject.start, end: range.end },
    closes: false,
    goesOn: true,
  };
}

/** One-letter verbs in the middle of a clause count right behind a name or a pronoun. */
function speaksAtOnce(before: string, offset: number, named: Named): boolean {
  if (/(?:^|[^其])(?:他|她|他们)(?:还|也|又|就|则|只)?$/.test(before)) return true;
  const last = named.within(offset, offset + before.length).at(-1);
  return last !== undefined && /^(?:还|也|又|就|则|曾|只)?$/.test(before.slice(last.end));
}
