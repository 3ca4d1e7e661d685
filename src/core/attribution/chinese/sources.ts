import type { Named } from '../people/named';
import type { SpeechEvent } from './events';
import { subjectOf, type Subject } from './subject';
import { ACCORDING } from './words/verbs';
import { allMatches } from '../text/matches';

/** `据X报道`, `在X看来`. */
export function sourcesIn(
  outside: string,
  offset: number,
  line: number,
  named: Named,
): SpeechEvent[] {
  if (!/[据按]|看来|眼|认知|观点|的话/.test(outside)) return [];
  return Array.from(allMatches(ACCORDING, outside), (found): SpeechEvent | undefined => {
    const [all, source, noun, viewer, , quoted] = found;
    const who = (source ?? viewer ?? quoted ?? '').replace(/的$/, '');
    if (who.trim() === '') return undefined;
    const start = offset + found.index;
    const from = start + all.indexOf(who);
    const subject: Subject = subjectOf(who, from, named) ?? {
      kind: 'words',
      words: who,
      form: 'description',
      start: from,
      end: from + who.length,
    };
    return {
      line,
      subject,
      verb: noun ?? '看来',
      kind: source === undefined ? 'view' : 'source',
      cue: { start, end: start + all.length },
      closes: false,
      goesOn: source === undefined,
    };
  }).filter((event) => event !== undefined);
}

/** Who is asked, and what follows is the answer: `我问了下X，得到一个有趣的回答：` */
const ASKED =
  /(?:问|请教|咨询|采访)了?(?:一?下|问|一问)?([A-Za-z\u4e00-\u9fff]{2,10}?)(?=，|：|怎么看|怎么想|的看法)[^。\n]{0,40}(?:回答|回复|答案|答复|说)的?[：:]/g;

export function askedIn(
  outside: string,
  offset: number,
  line: number,
  named: Named,
): SpeechEvent[] {
  if (!/[问询访]|请教/.test(outside) || !/[：:]/.test(outside)) return [];
  return Array.from(allMatches(ASKED, outside), (found): SpeechEvent | undefined => {
    const [all, who = ''] = found;
    const from = offset + found.index + all.indexOf(who);
    const subject = subjectOf(who, from, named);
    if (subject === undefined || subject.kind === 'pronoun') return undefined;
    const end = offset + found.index + all.length;
    return {
      line,
      subject,
      verb: '回答',
      kind: 'nominal',
      cue: { start: end - 1, end },
      closes: false,
      goesOn: true,
    };
  }).filter((event) => event !== undefined);
}

/** The last one who is named: `用一句话总结X`. */
export function lastNamed(words: string, offset: number, named: Named): Subject | undefined {
  const last = named.within(offset, offset + words.length).at(-1);
  if (last === undefined) return undefined;
  const place = { start: offset + last.start, end: offset + last.end };
  return { kind: 'figure', figure: last.figure, ...place };
}

/** `在X宣称…后`. */
export function afterIn(before: string, offset: number, named: Named): Subject | undefined {
  const lead = /^(?:就在|在|自从|当|随着|继)/.exec(before)?.[0].length ?? 0;
  if (lead === 0) return undefined;
  const [first] = named.within(offset + lead, offset + before.length);
  if (first?.start !== 0 || first.end !== before.length - lead) return undefined;
  const place = { start: offset + lead, end: offset + before.length };
  return { kind: 'figure', figure: first.figure, ...place };
}

const PUBLISHED =
  /(?:在|于)([^，]{2,24}?)(?:关于[^，]{1,20}?|发布|发表|公布|最新)?的[^，的]{0,8}(?:报道|报告|文章|论文|研报|博客|声明|公告|财报|年报|白皮书|评论|社论|推文|微博|视频|采访|专访|新书|公开信)(?:中|里|时)?(?:也|还|曾)?$/;

/** Whose publication says it: `在X的报道中提到`. */
export function publisherOf(before: string, offset: number, named: Named): Subject | undefined {
  const found = PUBLISHED.exec(before);
  const owner = found?.[1];
  if (found === null || owner === undefined) return undefined;
  return subjectOf(owner, offset + found.index + 1, named);
}
