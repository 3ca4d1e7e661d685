import type { Named } from '../people/named';
import type { Utf16Range } from '../../text/range';
import type { Reading } from '../reading';
import type { SpeechEvent } from './events';
import { ANSWER, NO_LABEL, QUESTION } from './words/labels';
import { kindOfName } from './names/forms';
import type { Resolver } from './resolve';
import { subjectOf } from './subject';

/** Who speaks a line, by what stands over it. */
export interface LineSpeaker {
  readonly speaker: {
    readonly name: string;
    readonly isKnown: boolean;
    readonly start: number;
    readonly end: number;
  };
  /**
   * `turn`: `姓名：`; `answer`: `A：`; `record`: of a whole speech; `list`: `X的观点：`; `label`: a
   * single `姓名：`, and `belowLabel` the paragraphs under it.
   */
  readonly kind: 'turn' | 'answer' | 'record' | 'list' | 'label' | 'belowLabel';
}

const RECORD =
  /(?:以下|下面|如下|下文|附)[^。\n]{0,40}(?:实录|原文|全文|讲话|演讲|发言|自述|口述|节选|摘录|整理|内容|回答|观点|致辞|信)|(?:口述|自述|演讲人|主讲人|讲述者|分享者)\s*[：:丨｜|]/;
/** Whose speech a record is. */
const RECORD_OF =
  /[^，。]{0,30}?(?:内部|年会|现场|主题|开幕|的)*(?:讲话|演讲|发言|自述|口述|致辞|回答|观点|信)/;
const INTERVIEW = /(?:采访|访谈|对话|专访|问答|圆桌|Q\s?&\s?A)/i;
const END =
  /^(?:以上|[(（【]?(?:完|全文完|END|责任编辑|责编|编辑|校对|来源|作者|本文|免责声明|声明|版权|注|以上|整理|记者|发稿|图片)(?:[：:）)】\s]|$))/i;
const LABEL = /^([^：:\n“”。，,？?！!；;]{1,30})[：:]\s*/;
/** `［主持人］`, as official records have it. */
const BRACKETED = /^[［[【]([^］\]】\n]{1,20})[］\]】]\s*/;
const INTERVIEWER =
  /接受(?:本报|本刊|本台)?(?:了)?(?:记者)?[“"《〈]?([^”"》〉，,。\n]{2,14}?)[”"》〉]?(?:记者)?(?:的|时的|独家)?(?:\s*)(?:采访|专访|访谈)/g;
/** `叶知秋（店主）：`. */
const SHORT_NAME = /^[\u4e00-\u9fff]{2,4}$/;
const OFFICE_BEHIND = /\s*[（(][^（）()]*[）)]$/;
/** So far in a line its subject stands, UTF-16 units. */
const OPENING = 24;
/** Labels of at least so many lines make a transcript. */
const TRANSCRIPT = 3;
/** So many lines may follow a label without another one. */
const LONGEST_TURN = 12;
const LONGEST_LABELLED = 3;
/** No repeated label without a name's shape is longer, UTF-16 units. */
const LONGEST_LABEL = 8;

/** For each line, who speaks it by what stands over it. */
export function sectionSpeakers(
  reading: Reading,
  events: readonly SpeechEvent[],
  resolver: Resolver,
  named: Named,
): (LineSpeaker | undefined)[] {
  const { lines } = reading.plain;
  const turns = turnsOf(reading, events, resolver, named);
  const found: (LineSpeaker | undefined)[] = [];
  let record: LineSpeaker | undefined;
  let list: LineSpeaker | undefined;
  lines.forEach((line, index) => {
    const words = reading.plain.words(index);
    const before = lines[index - 1];
    if (END.test(words)) record = undefined;
    if (list !== undefined && !goesOn(words, line.kind, before?.kind)) list = undefined;
    found.push(turns[index] ?? list ?? record);
    const introduced = introducedBy(words, index, reading, events, resolver);
    if (introduced === undefined) return;
    if (introduced.kind === 'record') record = introduced;
    else if (!INTERVIEW.test(words) || turns[index + 1] === undefined) list = introduced;
  });
  return found;
}

function goesOn(words: string, kind: string, before: string | undefined): boolean {
  if (
    kind === 'item' ||
    kind === 'quote' ||
    /^(?:\d+[.、．)）]|[（(]?[一二三四五六七八九十]+[、）)]|第[一二三四五六]|其[一二三四]|首先|其次|再次|最后|一是|二是|三是)/.test(
      words,
    )
  )
    return true;
  return before !== 'item' && before !== 'quote' && /^[“「"]/.test(words);
}

/** Whom a line introduces that ends with a colon, or announces a record. */
function introducedBy(
  words: string,
  index: number,
  reading: Reading,
  events: readonly SpeechEvent[],
  resolver: Resolver,
): LineSpeaker | undefined {
  const line = reading.plain.lines[index];
  if (line === undefined) return undefined;
  const isRecord = RECORD.test(words);
  if (!isRecord && !/[：:]\s*$/.test(words)) return undefined;
  const event = events.findLast((one) => one.line === index && one.kind !== 'source');
  const given = RECORD_OF.exec(words);
  const mention =
    (isRecord && given !== null
      ? resolver.mentionsBetween(line.start, line.start + given.index + given[0].length).at(-1)
      : undefined) ?? resolver.subjectBetween(line.start, line.end);
  const byMention = mention && { ...mention.figure, start: mention.start, end: mention.end };
  const speaker =
    (isRecord ? byMention : undefined) ?? (event && resolver.speakerOf(event)) ?? byMention;
  const found =
    speaker ?? (isRecord ? announcedBefore(words, index, reading, events, resolver) : undefined);
  if (found === undefined) return undefined;
  return { speaker: found, kind: isRecord && !INTERVIEW.test(words) ? 'record' : 'list' };
}

/** Whose a record is that an earlier line announced: `X发出内部信`, or who spoke there. */
function announcedBefore(
  words: string,
  index: number,
  reading: Reading,
  events: readonly SpeechEvent[],
  resolver: Resolver,
): LineSpeaker['speaker'] | undefined {
  const noun = /信|演讲|讲话|发言|自述|口述|致辞|分享|访谈|回答/.exec(words)?.[0];
  const { outside, plain } = reading;
  const end = plain.lines[index]?.start ?? 0;
  const mention =
    noun === undefined
      ? undefined
      : resolver
          .mentionsBetween(0, end)
          .findLast((one) => /^[^。\n]{0,30}/.exec(outside.slice(one.end))?.[0].includes(noun));
  if (mention !== undefined) return { ...mention.figure, start: mention.start, end: mention.end };
  const event = events.findLast(({ line, kind }) => line < index && kind !== 'source');
  return event && resolver.speakerOf(event);
}

interface Label {
  readonly label: string;
  readonly speaker: LineSpeaker['speaker'] | undefined;
  readonly isQuestion: boolean;
  readonly isAnswer: boolean;
}

/** The turns of transcripts and interviews, and single labels. */
function turnsOf(
  reading: Reading,
  events: readonly SpeechEvent[],
  resolver: Resolver,
  named: Named,
): (LineSpeaker | undefined)[] {
  const { lines } = reading.plain;
  const often = oftenIn(lines.map((_, index) => reading.plain.words(index)));
  const labels = lines.map((line, index) =>
    labelOf(reading.plain.words(index), line.start, named, often),
  );
  const counts = new Map<string, number>();
  for (const one of labels)
    if (one !== undefined) counts.set(one.label, (counts.get(one.label) ?? 0) + 1);
  const isTranscript = labels.filter((label) => label !== undefined).length >= TRANSCRIPT;
  const near = (from: number, to: number) =>
    labels.slice(Math.max(0, from), to).some((one) => one !== undefined);
  const isTurn = (one: Label, index: number) =>
    one.isQuestion ||
    one.isAnswer ||
    (counts.get(one.label) ?? 0) > 1 ||
    (isTranscript && near(index - 2, index) && near(index + 1, index + 3));
  let turn: LineSpeaker | undefined;
  let answers: LineSpeaker['speaker'] | undefined;
  let asks: string | undefined;
  let since = { line: 0, kind: '' };
  return lines.map((line, index) => {
    const label = labels[index];
    if (label === undefined) {
      const isEnd =
        line.kind === 'heading' ||
        line.kind !== since.kind ||
        index - since.line > (isTranscript ? LONGEST_TURN : LONGEST_LABELLED) ||
        /^[【（([［]/.test(reading.plain.words(index)) ||
        isTold(line, turn, resolver);
      if (isEnd) turn = undefined;
      else if (turn?.kind === 'label')
        turn =
          kindOfName(turn.speaker.name) === 'person' ? { ...turn, kind: 'belowLabel' } : undefined;
      return turn;
    }
    since = { line: index, kind: line.kind };
    if (label.isAnswer) {
      answers ??= whoAnswers(labels.findIndex(isAsked), events, resolver, reading);
      turn = answers && { speaker: answers, kind: 'answer' };
      return turn;
    }
    asks ??= label.isQuestion ? whoAsks(reading, line.start) : undefined;
    const speaker =
      label.isQuestion && /^(?:Q\d*|问|提问|追问|采访者)$/i.test(label.label)
        ? { name: asks ?? '记者', isKnown: false, start: line.start, end: line.start + 1 }
        : label.speaker;
    turn = speaker && { speaker, kind: isTurn(label, index) ? 'turn' : 'label' };
    return turn;
  });
}

/** Whether a line tells of who speaks by name, as only somebody else does. */
function isTold(
  { start, end }: Utf16Range,
  turn: LineSpeaker | undefined,
  resolver: Resolver,
): boolean {
  if (turn?.kind !== 'turn' && turn?.kind !== 'answer') return false;
  const subject = resolver.surelySubject(start, Math.min(end, start + OPENING));
  return subject !== undefined && subject.figure.name === turn.speaker.name;
}

/** Labels that stand before several lines, if those are a transcript. */
function oftenIn(lines: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const words of lines) {
    const label = ((LABEL.exec(words) ?? BRACKETED.exec(words))?.[1] ?? '')
      .trim()
      .replace(OFFICE_BEHIND, '');
    if (label === '' || label.length > LONGEST_LABEL || NO_LABEL.test(label)) continue;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const often = [...counts].filter(([, count]) => count > 1);
  const sum = often.reduce((total, [, count]) => total + count, 0);
  if (sum <= TRANSCRIPT) return new Set();
  // In a transcript, somebody may speak once.
  const others = [...counts.keys()].filter((label) => SHORT_NAME.test(label));
  return new Set([...often.map(([label]) => label), ...others]);
}

/** Whom the words in front of a line's colon name. */
function labelOf(
  words: string,
  start: number,
  named: Named,
  often: ReadonlySet<string>,
): Label | undefined {
  const found = LABEL.exec(words) ?? BRACKETED.exec(words);
  const label = (found?.[1] ?? '').trim().replace(OFFICE_BEHIND, '');
  if (found === null || label === '' || NO_LABEL.test(label)) return undefined;
  if (found[0].length >= words.trimEnd().length) return undefined;
  const isQuestion = QUESTION.test(label);
  const isAnswer = ANSWER.test(label);
  const whole = { name: label, isKnown: false, start, end: start + label.length };
  if (isQuestion || isAnswer) return { label, speaker: whole, isQuestion, isAnswer };
  const subject = subjectOf(label, start, named);
  if (often.has(label) && (subject === undefined || subject.kind === 'words'))
    return { label, speaker: whole, isQuestion, isAnswer };
  if (subject === undefined || subject.end < start + label.length - 8) return undefined;
  const place = { start: subject.start, end: subject.end };
  if (subject.kind === 'figure')
    return { label, speaker: { ...subject.figure, ...place }, isQuestion, isAnswer };
  if (subject.kind === 'self') return { label, speaker: whole, isQuestion: true, isAnswer };
  if (subject.kind !== 'words' || subject.form === 'bare') return undefined;
  if (subject.form === 'description' && label.length > 12) return undefined;
  return {
    label,
    speaker: { name: subject.words, isKnown: false, ...place },
    isQuestion,
    isAnswer,
  };
}

/** A line whose label says that it asks or answers. */
function isAsked(label: Label | undefined): boolean {
  return label?.isQuestion === true || label?.isAnswer === true;
}

/** Who interviews: `接受某报采访`, before the first question. */
function whoAsks(reading: Reading, end: number): string | undefined {
  return [...reading.plain.text.slice(0, end).matchAll(INTERVIEWER)].at(-1)?.[1]?.trim();
}

/**
 * Who answers: whom the text before the first question has speak.
 *
 * @param index the first question's line
 */
function whoAnswers(
  index: number,
  events: readonly SpeechEvent[],
  resolver: Resolver,
  reading: Reading,
): LineSpeaker['speaker'] | undefined {
  const end = reading.plain.lines[index]?.start ?? 0;
  const first = events.findLast(
    ({ line, kind, cue }) => line < index && kind === 'verb' && cue.end <= end - 1,
  );
  const isNear = first !== undefined && index - first.line <= 3;
  const speaker = isNear ? resolver.speakerOf(first) : undefined;
  if (speaker !== undefined) return speaker;
  const counts = new Map<string, number>();
  const mentions = resolver.mentionsBetween(0, end);
  for (const { figure } of mentions) counts.set(figure.name, (counts.get(figure.name) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const mention = mentions.find(({ figure }) => figure.name === most?.[0]);
  return mention && { ...mention.figure, start: mention.start, end: mention.end };
}
