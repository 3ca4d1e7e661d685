import type { Reading } from '../reading';
import type { SpeechEvent } from './events';
import type { Resolver, Speaker } from './resolve';

/** Who speaks a line, by what stands over it. */
export interface LineSpeaker {
  readonly speaker: Omit<Speaker, 'isNamed' | 'isKnown'>;
  /** `turn`: `姓名：`; `answer`: `A：`; `record`: of a whole speech; `list`: `X的观点：`. */
  readonly kind: 'turn' | 'answer' | 'record' | 'list' | 'title';
}

const RECORD =
  /(?:以下|下面|如下|下文|附)[^。\n]{0,40}(?:实录|原文|全文|讲话|演讲|发言|自述|口述|节选|摘录|整理|内容|回答|观点|致辞|信)/;
const INTERVIEW = /(?:采访|访谈|对话|专访|问答|Q\s?&\s?A)/i;
const END =
  /^(?:以上|\(?（?(?:完|全文完|END|责任编辑|编辑|来源|作者|本文|免责声明|声明|版权|注)[：:）)\s]?)/i;
const LABEL = /^([^：:\n“”。，,？?！!]{1,14})[：:]\s*/;
const QUESTION = /^(?:Q\d*|问|提问|记者|主持人|采访者|观众|网友|听众|编者|编辑|笔者)$/i;
const ANSWER = /^(?:A\d*|答|回答|受访者|嘉宾)$/i;

/** For each line, who speaks it by what stands over it. */
export function sectionSpeakers(
  reading: Reading,
  events: readonly SpeechEvent[],
  resolver: Resolver,
): (LineSpeaker | undefined)[] {
  const { lines } = reading.plain;
  const turns = transcript(reading, events, resolver);
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
    /^(?:\d+[.、．)）]|[（(]?[一二三四五六七八九十]+[、）)]|第[一二三四五六]|首先|其次|再次|最后)/.test(
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
  const mention = resolver.subjectBetween(line.start, line.end);
  const speaker =
    isRecord && mention !== undefined
      ? { name: mention.figure.name, start: mention.start, end: mention.end }
      : ((event && resolver.speakerOf(event)) ??
        (mention && { name: mention.figure.name, start: mention.start, end: mention.end }));
  if (speaker === undefined) return undefined;
  return { speaker, kind: isRecord && !INTERVIEW.test(words) ? 'record' : 'list' };
}

/** The turns of transcripts and interviews. */
function transcript(
  reading: Reading,
  events: readonly SpeechEvent[],
  resolver: Resolver,
): (LineSpeaker | undefined)[] {
  const { lines } = reading.plain;
  const labels = lines.map((_, index) => LABEL.exec(reading.plain.words(index))?.[1]?.trim());
  const counts = new Map<string, number>();
  for (const label of labels)
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  let turn: LineSpeaker | undefined;
  let asked: LineSpeaker | undefined;
  let since = 0;
  return lines.map((line, index) => {
    const label = labels[index];
    const isTurn =
      label !== undefined &&
      (counts.get(label) ?? 0) > 1 &&
      !/[：:]\s*$/.test(reading.plain.words(index));
    const spoken = isTurn ? labelled(label, line.start) : undefined;
    if (spoken !== undefined) {
      if (ANSWER.test(label ?? '')) {
        asked ??= whoAnswers(index, events, resolver, reading);
        turn = asked && { ...asked, kind: 'answer' };
      } else turn = spoken;
      since = 0;
    } else if (
      line.kind === 'heading' ||
      (turn !== undefined && line.kind !== lines[index - 1]?.kind) ||
      since > 12
    )
      turn = undefined;
    since += 1;
    return turn;
  });

  function labelled(label: string | undefined, start: number): LineSpeaker | undefined {
    if (
      label === undefined ||
      /^(?:注|来源|图|数据|作者|编辑|例|如|标题|时间|地点|日期)/.test(label)
    )
      return undefined;
    const end = start + label.length;
    const [mention] = resolver.mentionsBetween(start, end).slice(-1);
    const isSpeaker =
      mention !== undefined || QUESTION.test(label) || ANSWER.test(label) || label.length <= 8;
    if (!isSpeaker) return undefined;
    const name = mention?.figure.name ?? (/^(?:Q\d*|问|提问)$/i.test(label) ? '记者' : label);
    return { speaker: { name, start, end }, kind: 'turn' };
  }
}

/** Who answers: whom the text before the first question has speak. */
function whoAnswers(
  index: number,
  events: readonly SpeechEvent[],
  resolver: Resolver,
  reading: Reading,
): LineSpeaker | undefined {
  const event = events.findLast((one) => one.line < index - 1 && one.kind === 'verb');
  const speaker = event && resolver.speakerOf(event);
  if (speaker !== undefined) return { speaker, kind: 'answer' };
  const end = reading.plain.lines[index]?.start ?? 0;
  const counts = new Map<string, number>();
  const mentions = resolver.mentionsBetween(0, end);
  for (const { figure } of mentions) counts.set(figure.name, (counts.get(figure.name) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const mention = mentions.find(({ figure }) => figure.name === most?.[0]);
  return (
    mention && {
      speaker: { name: mention.figure.name, start: mention.start, end: mention.end },
      kind: 'answer',
    }
  );
}
