import type { Utf16Range } from '../../text/range';
import type { Rule } from '../rank/rules';
import type { Quotation } from '../text/quotations';
import type { ChineseArticle } from './chineseArticle';
import type { SpeechEvent } from './events';
import type { Subject } from './subject';

/** An attribution that may hold for a passage, and how it stands to it. */
export interface Relation {
  readonly rule: Rule;
  readonly event: SpeechEvent;
}

/** How many sentences of a paragraph its last speaker is trusted to go on for. */
const NEAR = 1;
/** Between a cue and its quotation stand no more units. */
const GAP = 6;
/** A passage that names its speaker does so at its beginning. */
const OPENING = 12;

/** What begins a comment on what somebody did. */
const COMMENT =
  /^(?:显然|无疑|可谓|堪称|可见|不难看出|这意味着|意味着|足见|某种程度上|或许|也许|看来|被认为|被视为|被外界)/;
/** A sentence about somebody who was named before. */
const HE = /^[^，。：]{0,6}?(他|她)(?!们|的|人)/;
/** Somebody does something, and doesn't say it. */
const SILENT = { verb: '', kind: 'verb', closes: false, goesOn: true } as const;

/** A quotation that ends with a stop. */
const ENDED = /[。！？!?…][”』」"]/;
/** What begins a sentence of the reporter's own. */
const BREAK =
  /^\s*(?:他|她|可见|显然|无疑|足见|毫无疑问|说到底|归根结底|换言之|也就是说|这意味着|这背后|问题在于|问题是|真正的问题|在我看来|我想|我理解|我相信|我觉得|后来|如今|事情|无论如何|不管怎样|据悉|据了解|公开资料|公开信息|数据显示|资料显示|值得注意的是|值得一提的是|不过，值得|事实上|有意思的是|翻译过来|换句话说|这(?:句|番|段|种|个|些|一|样的)?(?:话|说法|判断|表态|观点|回应|看法|解释|言论|评论)|此话|此番|上述)/;

/** The attributions that may hold for a passage. */
export function relationsOf(
  article: ChineseArticle,
  passage: Utf16Range,
  line: number,
): Relation[] {
  const section = article.sections[line];
  const quotation = article.speechAt(passage);
  if (section !== undefined && section.kind !== 'list' && section.kind !== 'belowLabel')
    return inTurn(article, passage, line);
  return quotation === undefined
    ? unquoted(article, passage, line)
    : quoted(article, quotation, line);
}

/** What somebody who speaks a whole line has others say in it. */
function inTurn(article: ChineseArticle, passage: Utf16Range, line: number): Relation[] {
  const sentence = article.sentenceOf(passage.start);
  const { outside } = article.reading;
  const event = article.events.findLast(
    ({ line: at, cue, subject, kind }) =>
      at === line &&
      kind !== 'label' &&
      cue.start >= sentence.start &&
      cue.end <= passage.start + 1 &&
      subject !== undefined &&
      subject.kind !== 'self',
  );
  if (event === undefined) return [];
  const isQuoted = article.reading.quotationsAt(passage.start).length > 0;
  const gap = outside.slice(event.cue.end, passage.start + 3);
  if (!isQuoted && /[，,；;].*(?:但|其实|实际上|不过|可是|我)/.test(gap)) return [];
  return [{ rule: isQuoted ? 'turnQuotes' : 'turnReports', event }];
}

function quoted(article: ChineseArticle, quotation: Quotation, line: number): Relation[] {
  const { plain, outside } = article.reading;
  const found: Relation[] = [];
  const [first, last] = wholeSpeech(article, quotation, line);
  const sentence = article.sentenceOf(first.start);
  const own = article.events.filter((event) => event.line === line && isSpoken(event));
  const before = own.filter(({ cue }) => cue.end <= first.start);
  const opening = before.findLast(({ cue }) => cue.start >= sentence.start);
  if (opening !== undefined) {
    const gap = outside.slice(opening.cue.end, first.start);
    found.push({
      rule: ruleOf(opening) ?? (gap.length <= GAP ? 'beforeQuotation' : 'sameSentence'),
      event: opening,
    });
  }
  const behind = own.find(
    ({ cue, subject, verb }) =>
      cue.start >= last.end &&
      !(subject?.kind === 'self' && /想|觉得|认为/.test(verb)) &&
      !(opening !== undefined && ANNOUNCES.test(outside.slice(cue.end))) &&
      !/[。！？\n]/.test(outside.slice(last.end, cue.start)) &&
      (subject?.start ?? cue.start) - last.end <= 40,
  );
  if (behind !== undefined) {
    const isClose = (behind.subject?.start ?? behind.cue.start) - last.end <= 3;
    const closes = behind.closes && opening === undefined;
    found.push({
      rule: !isClose ? 'behindFar' : closes ? 'behindQuotation' : 'behindQuotationGoesOn',
      event: behind,
    });
  }
  const start = plain.lines[line]?.start ?? 0;
  const figure = (from: number, to: number): SpeechEvent | undefined => {
    const he = HE.exec(outside.slice(from, to));
    const mention =
      article.resolver.surelySubject(from, to) ?? article.resolver.behindClause(from, to);
    if (he !== null && (mention === undefined || mention.start > from + he[0].length)) {
      const start = from + he[0].length - 1;
      const subject = {
        kind: 'pronoun',
        words: he[1] ?? '',
        noun: '',
        start,
        end: start + 1,
      } as const;
      return { ...SILENT, line, subject, cue: { start, end: start + 1 } };
    }
    return mention && eventOf(mention, line);
  };
  let isBehind = false;
  if (behind === undefined && opening === undefined) {
    const lineEnd = plain.lines[line]?.end ?? last.end;
    const next = article.sentenceOf(Math.min(last.end + 1, lineEnd));
    const later = own.findLast(
      ({ cue, closes }) => closes && cue.start > last.end && cue.end >= next.end - 2,
    );
    if (later !== undefined && later.cue.end <= next.end)
      found.push({ rule: 'behindFar', event: later });
    const subject = figure(last.end, Math.min(Math.max(next.end, last.end), lineEnd));
    isBehind =
      subject !== undefined || hasWords(outside.slice(last.end, Math.min(next.end, lineEnd)));
    if (subject !== undefined) found.push({ rule: 'subjectBehind', event: subject });
  }
  const earlier = before.findLast(({ cue }) => cue.start < sentence.start);
  const between = figure(Math.max(start, article.sentenceOf(first.start - 1).start), first.start);
  const isSubject =
    between !== undefined && opening === undefined && between.cue.start > (earlier?.cue.end ?? 0);
  if (isSubject) found.push({ rule: 'subjectBefore', event: between });
  if (earlier !== undefined && opening === undefined)
    found.push({ rule: isSubject ? 'beyondSubject' : 'freeQuotation', event: earlier });
  const isFirst = outside.slice(start, first.start).trim() === '';
  const isAlone = earlier === undefined && opening === undefined && behind === undefined;
  if (isAlone && (isFirst || quotation.goesOn)) found.push(...fromAbove(article, line, isBehind));
  return found;
}

/** `问丁渡：“…”`: behind a quotation that somebody else announced, it announces the next one. */
const ANNOUNCES = /^[^，。：“”\n]{0,6}[：:]\s*[“「"]/;

const hasWords = (text: string): boolean => /[\u4e00-\u9fff]{4}/.test(text);

/** A quotation that begins a paragraph goes on with who spoke in the one above. */
function fromAbove(article: ChineseArticle, line: number, isBehind: boolean): Relation[] {
  const event = article.events.findLast((one) => one.line < line && isSpoken(one));
  if (event === undefined || !article.isNear(event.line, line)) return [];
  const above = article.reading.plain.words(event.line);
  if (/[：:]\s*$/.test(above)) return [{ rule: 'announced', event }];
  return [{ rule: isBehind ? 'aboveSubject' : 'quotationAfterParagraph', event }];
}

/** Quotations that follow each other at once are one speech: `“…”“…”`. */
function wholeSpeech(
  article: ChineseArticle,
  quotation: Quotation,
  line: number,
): [Quotation, Quotation] {
  const { text } = article.reading.plain;
  const outer = article.reading.quotations.filter(({ depth }) => depth === 0);
  let last = quotation;
  for (const next of outer.slice(outer.indexOf(quotation) + 1)) {
    if (article.reading.plain.lineAt(next.start) !== line) break;
    if (text.slice(last.end, next.start).trim() !== '') break;
    last = next;
  }
  return [quotation, last];
}

function unquoted(article: ChineseArticle, passage: Utf16Range, line: number): Relation[] {
  const found: Relation[] = [];
  const sentence = article.sentenceOf(passage.start);
  const own = article.events.filter(
    ({ line: at, cue }) => at === line && cue.start >= sentence.start && cue.start < sentence.end,
  );
  const before = own.filter(({ cue }) => cue.end <= passage.start + 1);
  const nearest = before.findLast(isSpoken) ?? before.at(-1);
  if (nearest !== undefined) {
    const isComment =
      !nearest.goesOn && COMMENT.test(article.reading.outside.slice(passage.start, passage.end));
    const isOver = ENDED.test(article.reading.plain.text.slice(nearest.cue.end, passage.start));
    const rule = isOver
      ? 'afterQuotation'
      : (ruleOf(nearest) ?? (nearest.kind === 'source' ? 'according' : 'sameSentence'));
    if (!isOver || !BREAK.test(article.reading.outside.slice(passage.start)))
      found.push({ rule: isComment ? 'beforeComment' : rule, event: nearest });
  }
  if (before.length === 0) {
    const inside = own.find(
      ({ cue, kind }) =>
        kind !== 'announced' && cue.start < passage.end && cue.start - passage.start <= OPENING,
    );
    if (inside !== undefined) found.push({ rule: 'inPassage', event: inside });
    const behind = own.find(({ cue, closes }) => cue.start >= passage.end - 1 && closes);
    if (behind !== undefined) found.push({ rule: 'endOfSentence', event: behind });
  }
  const earlier = article.events.findLast(
    (event) =>
      event.line === line && event.cue.start < sentence.start && isSpoken(event) && event.goesOn,
  );
  if (earlier !== undefined) {
    const between = article.sentences.filter(
      ({ start }) => start > earlier.cue.start && start < sentence.start,
    ).length;
    const isQuoted = /[“「"‘]/.test(
      article.reading.outside.slice(earlier.cue.end, earlier.cue.end + 4),
    );
    const rule = isQuoted
      ? 'afterQuotation'
      : between > NEAR
        ? 'sentencesBefore'
        : isItem(article, line)
          ? 'sentenceBeforeInItem'
          : 'sentenceBefore';
    if (!BREAK.test(article.reading.outside.slice(sentence.start)))
      found.push({ rule, event: earlier });
  } else {
    const above = article.events.findLast((event) => event.line < line && isSpoken(event));
    if (above !== undefined && above.goesOn && article.isNear(above.line, line))
      found.push({ rule: 'paragraphBefore', event: above });
  }
  return found;
}

/** Whether a line is an item of a list: all of it mostly is one's statement. */
function isItem({ reading: { plain } }: ChineseArticle, line: number): boolean {
  return plain.lines[line]?.kind === 'item' || /^\d+[.、．)）]/.test(plain.words(line));
}

/** Somebody who is named, as if he spoke. */
function eventOf(
  { figure, start, end }: Utf16Range & Pick<Subject & { kind: 'figure' }, 'figure'>,
  line: number,
): SpeechEvent {
  const subject = { kind: 'figure', figure, start, end } as const;
  return {
    line,
    subject,
    verb: '',
    kind: 'verb',
    cue: { start, end },
    closes: false,
    goesOn: true,
  };
}

/** What is behind a colon, and no verb of saying in front of that. */
function ruleOf({ kind }: SpeechEvent): Rule | undefined {
  return kind === 'announced' ? 'colon' : undefined;
}

/** Of a source, who passes it on says it only where nobody else does. */
function isSpoken({ kind }: SpeechEvent): boolean {
  return kind !== 'source';
}
