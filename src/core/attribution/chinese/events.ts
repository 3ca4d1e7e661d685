import type { Utf16Range } from '../../text/range';
import type { Cast } from '../people/cast';
import type { Reading } from '../reading';
import { subjectOf, type Subject } from './subject';
import { ACCORDING, FALSE_VERBS, VERBS } from './verbs';

/** Words that say who says something. */
export interface SpeechEvent {
  readonly line: number;
  readonly subject: Subject | undefined;
  /** From the subject, or the verb, to the verb's end. */
  readonly cue: Utf16Range;
  readonly verb: string;
  /** `view`: in X's eyes; `source`: according to X; `nominal`: X's view is. */
  readonly kind: 'verb' | 'view' | 'source' | 'nominal';
  /** Whether what is said follows, by what stands behind the cue. */
  readonly opens: boolean;
  /** Whether the sentence, or the clause, ends with it. */
  readonly closes: boolean;
}

const CLAUSE = /[^，,。；;！？!?：:“”「」『』"‘’\n]+/g;
const VERB = new RegExp(VERBS, 'g');
const NOMINAL =
  /的?(?:观点|看法|判断|结论|回答|建议|说法|理由|解释|态度|答案|原话|讲话|演讲|发言|自述|回应|点评)(?:是|为|如下|认为|表示)?$/;
const ONE_LETTER = /^[说称道问讲喊叫答骂嚷劝笑想批赞]$/;
/** What follows a verb that is one. */
const AFTER_VERB = /^(?:[了着过到道出]*(?:这样|如下|这么|一句|一声)?)?$/;
const PARTICLE = /^(?:的(?!是)|地|得|者|器|性|率|员|权|力|会|法|书|信|版|页|屏|栏|型|化|家)/;

/** All attributions in a text, in order. */
export function findEvents(reading: Reading, cast: Cast): SpeechEvent[] {
  const { plain } = reading;
  const found: SpeechEvent[] = [];
  plain.lines.forEach((line, index) => {
    const outside = reading.outside.slice(line.start, line.end);
    const masked = outside.replace(FALSE_VERBS, (word) => '○'.repeat(word.length));
    const sources = sourcesIn(outside, line.start, index, cast);
    for (const { 0: clause, index: at } of masked.matchAll(CLAUSE)) {
      const range = { start: line.start + at, end: line.start + at + clause.length };
      if (sources.some(({ cue }) => cue.start < range.end && range.start < cue.end)) continue;
      const words = outside.slice(at, at + clause.length);
      const event = eventIn(clause, words, range, outside.charAt(at + clause.length), index, cast);
      if (event !== undefined) found.push(event);
    }
    found.push(...sources);
  });
  return found.sort((a, b) => a.cue.start - b.cue.start);
}

function eventIn(
  masked: string,
  clause: string,
  range: Utf16Range,
  next: string,
  line: number,
  cast: Cast,
): SpeechEvent | undefined {
  for (const { 0: verb, index } of masked.matchAll(VERB)) {
    const after = clause.slice(index + verb.length);
    if (PARTICLE.test(after)) continue;
    const before = clause.slice(0, index);
    if (/(?:的|个|种|份|条|项|一)$/.test(before)) continue;
    const ends = AFTER_VERB.test(after);
    if (ONE_LETTER.test(verb) && !ends && !speaksAtOnce(before, cast)) continue;
    const subject = subjectOf(before, range.start, cast);
    if (subject === undefined && (before.length > 12 || (!ends && before.length > 6))) continue;
    const end = range.start + index + verb.length;
    return {
      line,
      subject,
      verb,
      kind: 'verb',
      cue: { start: subject?.start ?? range.start + index, end },
      opens: ends ? /[：:，,“「"]/.test(next) : after.length > 2,
      closes: ends && !/[：:]/.test(next),
    };
  }
  return nominalIn(clause, range, next, line, cast);
}

/** `X的观点：` */
function nominalIn(
  clause: string,
  range: Utf16Range,
  next: string,
  line: number,
  cast: Cast,
): SpeechEvent | undefined {
  const found = NOMINAL.exec(clause);
  if (found === null || !/[：:，,]/.test(next)) return undefined;
  const [subject] = cast.mentionsIn(clause.slice(0, found.index)).slice(-1);
  if (subject === undefined) return undefined;
  const start = range.start + subject.start;
  return {
    line,
    subject: { kind: 'figure', figure: subject.figure, start, end: range.start + subject.end },
    verb: found[0],
    kind: 'nominal',
    cue: { start, end: range.end },
    opens: true,
    closes: false,
  };
}

/** One-letter verbs in the middle of a clause count right behind a name or a pronoun. */
function speaksAtOnce(before: string, cast: Cast): boolean {
  if (/(?:^|[^其])(?:他|她|他们|我们|我)(?:还|也|又|就)?$/.test(before)) return true;
  const [last] = cast.mentionsIn(before).slice(-1);
  return last !== undefined && /^(?:还|也|又|就|则|曾)?$/.test(before.slice(last.end));
}

/** `据X报道`, `在X看来`. */
function sourcesIn(outside: string, offset: number, line: number, cast: Cast): SpeechEvent[] {
  return Array.from(outside.matchAll(ACCORDING), (found): SpeechEvent | undefined => {
    const [all, source, noun, viewer] = found;
    const who = source ?? viewer ?? '';
    if (who.trim() === '') return undefined;
    const start = offset + found.index;
    const from = start + all.indexOf(who);
    const named = noun !== undefined && /^(?:报告|数据|调查|研究|公告|声明)$/.test(noun);
    const whole = named ? who + (/的$/.test(who) ? '' : '') : who;
    const subject = subjectOf(whole.replace(/的$/, ''), from, cast) ?? {
      kind: 'words',
      words: who.replace(/的$/, ''),
      isName: false,
      start: from,
      end: from + who.replace(/的$/, '').length,
    };
    return {
      line,
      subject,
      verb: noun ?? '看来',
      kind: viewer === undefined ? 'source' : 'view',
      cue: { start, end: start + all.length },
      opens: true,
      closes: false,
    };
  }).filter((event) => event !== undefined);
}
