import type { Utf16Range } from '../../text/range';
import type { Named } from '../people/named';
import type { Reading } from '../reading';
import { endOfSubject, lengthOfLead } from './adverbials';
import { afterIn, askedIn, lastNamed, publisherOf, sourcesIn } from './sources';
import { subjectOf, type Subject } from './subject';
import { TITLE } from './words/titles';
import { ENDS_AT_ONCE, SHOWS, SURE } from './words/verbs';
import type { Clause, FoundVerb, ScannedLine } from './scan';
import type { Mention } from '../people/cast';

/** Words that say who says something. */
export interface SpeechEvent {
  readonly line: number;
  readonly subject: Subject | undefined;
  /** From the subject, or the verb, to the verb's end. */
  readonly cue: Utf16Range;
  readonly verb: string;
  /**
   * `view`: in X's eyes; `source`: according to X; `nominal`: X's view is; `label`: `X：`;
   * `announced`: X does something that ends with a colon.
   */
  readonly kind: 'verb' | 'view' | 'source' | 'nominal' | 'label' | 'announced';
  /** Whether the sentence, or the clause, ends with it. */
  readonly closes: boolean;
  /** Whether what is said may go on in the next sentence. */
  readonly goesOn: boolean;
}

const ONE_LETTER = /^[说称道问讲喊叫答骂嚷劝笑想批赞]$/;
/**
 * All attributions in a text, in order.
 *
 * @param subjects what was found for the same text before
 * @param takesAny whether words without a name's shape count as a subject everywhere
 */
export function findEvents(
  { plain }: Reading,
  scanned: readonly ScannedLine[],
  named: Named,
  subjects: Subjects,
  takesAny = false,
): SpeechEvent[] {
  const found: SpeechEvent[] = [];
  plain.lines.forEach(({ start }, line) => {
    const one = scanned[line] ?? NOTHING;
    const sources = sourcesIn(one.sources, start, line, named);
    for (const clause of one.clauses) {
      const from = start + clause.at;
      const to = from + clause.words.length;
      if (sources.some(({ cue }) => cue.start < to && from < cue.end)) continue;
      const event = eventIn(clause, from, line, named, takesAny, subjects);
      if (event !== undefined) found.push(event);
    }
    found.push(...sources, ...askedIn(one.asked, start, line, named));
  });
  return found.sort((a, b) => a.cue.start - b.cue.start);
}

/** The subjects of verbs, kept as long as nobody else is known in front of them. */
export class Subjects {
  private readonly found = new Map<
    number,
    { readonly mentions: readonly Mention[]; readonly subject: Subject | undefined }
  >();

  /** @param from where the words in front of the verb begin */
  of(before: string, from: number, named: Named): Subject | undefined {
    const mentions = named.within(from, from + before.length);
    const key = from + before.length;
    const kept = this.found.get(key);
    if (kept !== undefined && isSame(kept.mentions, mentions)) return kept.subject;
    const subject =
      subjectOf(before, from, named) ??
      publisherOf(before, from, named) ??
      afterIn(before, from, named);
    this.found.set(key, { mentions, subject });
    return subject;
  }
}

function isSame(some: readonly Mention[], others: readonly Mention[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index];
      return other?.figure === one.figure && other.start === one.start && other.end === one.end;
    })
  );
}

const NOTHING: ScannedLine = { clauses: [], sources: [], asked: [] };

/** @param from where the clause stands in the text */
function eventIn(
  clause: Clause,
  from: number,
  line: number,
  named: Named,
  takesAny: boolean,
  subjects: Subjects,
): SpeechEvent | undefined {
  for (const found of clause.verbs) {
    const subject = subjects.of(found.before, from, named);
    if (!isEvent({ found, subject, clause, takesAny, from }, named)) continue;
    const { verb, index, closes } = found;
    const end = from + index + verb.length;
    return {
      line,
      subject,
      verb,
      kind: 'verb',
      cue: { start: subject?.start ?? from + index, end },
      closes,
      goesOn: !ENDS_AT_ONCE.test(verb),
    };
  }
  return (
    nominalIn(clause, from, line, named) ??
    labelIn(clause, from, line, named) ??
    announcedIn(clause, from, line, named)
  );
}

interface Attempt {
  readonly found: FoundVerb;
  readonly subject: Subject | undefined;
  readonly clause: Clause;
  /** Whether any words count as a subject. */
  readonly takesAny: boolean;
  /** Where the clause begins. */
  readonly from: number;
}

function isEvent({ found, subject, clause, takesAny, from }: Attempt, named: Named): boolean {
  const { verb, before, after, ends } = found;
  const { next } = clause;
  const isLater = !clause.isSentence;
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
      : /^[称说]$/.test(verb) || speaksAtOnce(before, from, named);
  if (SHOWS.test(verb)) return true;
  return subject.kind !== 'self' || /^(?:认为|觉得|以为|相信|建议|判断|主张|担心|希望)/.test(verb);
}

/** What hardly anything but a speaker does. */
const STATES = /^(?:表示|宣布|认为|称|宣称|否认|承认|透露|强调|回应|指出)/;

/** `提出了新想法`: what follows isn't what was said. */
function isDone(verb: string, after: string): boolean {
  return /^了/.test(after) && !/^(?:宣布|披露|透露|强调|重申|指出|承认|否认|证实|确认)/.test(verb);
}

/** `X的观点：` */
function nominalIn(
  { words, nominal }: Clause,
  from: number,
  line: number,
  named: Named,
): SpeechEvent | undefined {
  if (nominal === undefined) return undefined;
  const owner = words.slice(0, nominal.index);
  const subject = subjectOf(owner, from, named) ?? lastNamed(owner, from, named);
  if (
    subject === undefined ? nominal.index > 0 : subject.kind === 'words' && subject.form === 'bare'
  )
    return undefined;
  return {
    line,
    subject,
    verb: nominal.verb,
    kind: 'nominal',
    cue: { start: subject?.start ?? from, end: from + words.length },
    closes: false,
    goesOn: true,
  };
}

/** `某公司创始人X：` at the beginning of a line. */
function labelIn(
  { words, isLabel }: Clause,
  from: number,
  line: number,
  named: Named,
): SpeechEvent | undefined {
  if (!isLabel) return undefined;
  const subject = subjectOf(words, from, named);
  if (subject === undefined || subject.kind === 'self') return undefined;
  if (subject.end < from + words.trimEnd().length - 12) return undefined;
  if (subject.kind === 'words' && subject.form === 'bare') return undefined;
  return {
    line,
    subject,
    verb: '',
    kind: 'label',
    cue: { start: subject.start, end: from + words.length },
    closes: false,
    goesOn: true,
  };
}

/** Nothing but an office, or a link, in front of whoever a clause begins with. */
const FIRST_THERE = new RegExp(`^(?:对此|[^，的]{0,10}${TITLE})?$`);
const HE_FIRST = /^(?:他|她)(?!们|的|人|和|与)/;
const HIS = /^(?:他|她)的/;
/** What tells of a thing, and not of what he says. */
const OF_THINGS =
  /(?:(?<!没)有|(?<![倒还只就总可但像于])是|包括|分为|如下|为|面临|分别|名单|原因|理由|数字|特点)[^，]{0,8}$/;

/** `邬立群只是耸肩：`: who is the subject of what ends with a colon. */
function announcedIn(
  { words, announces }: Clause,
  from: number,
  line: number,
  named: Named,
): SpeechEvent | undefined {
  if (!announces || OF_THINGS.test(words)) return undefined;
  const lead = lengthOfLead(words);
  const start = from + lead;
  const cue = { start, end: from + words.length };
  const event = { line, verb: '', kind: 'announced', cue, closes: false, goesOn: true } as const;
  const rest = words.slice(lead);
  if (HE_FIRST.test(rest) || HIS.test(rest)) {
    const pronoun = rest.charAt(0);
    const subject = { kind: 'pronoun', words: pronoun, noun: '', start, end: start + 1 } as const;
    return { ...event, subject };
  }
  const [first] = named.within(start, from + words.length);
  if (first === undefined || !FIRST_THERE.test(rest.slice(0, first.start))) return undefined;
  if (/^[的、和与]/.test(rest.slice(first.end))) return undefined;
  const place = { start: start + first.start, end: start + first.end };
  return { ...event, subject: { kind: 'figure', figure: first.figure, ...place } };
}

/** One-letter verbs in the middle of a clause count right behind a name or a pronoun. */
function speaksAtOnce(before: string, offset: number, named: Named): boolean {
  if (/(?:^|[^其])(?:他|她|他们)(?:在[^，]{1,10}[上中里时])?(?:还|也|又|就|则|只)?$/.test(before))
    return true;
  const last = named.within(offset, offset + before.length).at(-1);
  return last !== undefined && /^(?:还|也|又|就|则|曾|只)?$/.test(before.slice(last.end));
}
