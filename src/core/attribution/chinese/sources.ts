import type { Named } from '../people/named';
import type { SpeechEvent } from './events';
import { subjectOf, type Subject } from './subject';
import { anyOf, wordsOf } from './words/lists';
import { allMatches } from '../text/matches';

/** What a source gives. */
const GIVEN = anyOf(
  ...wordsOf(`
    消息 消息称 报道 介绍 透露 统计 数据 报告 显示 预测 估算 估计 分析 说法 表示 称 披露 测算 调查 研究 验证 定义
    解释 观点 看法 理解 公告 声明 监测 测评 测试 榜单 材料 资料 通报 转述 回忆 计算 推算 经验 判断
  `),
);
/** What makes of `研究`, `统计` … a part of a name: `研究院`, `统计局`. */
const NAME_GOES_ON = '[院所员者局站组师团室]|中心|机构|人士|公司|部门|专家';
/** What `据` begins that is no source: `据悉`, `按理`. */
const NO_SOURCE = '点|此|悉|说|称|守|理|为|有|了解|介绍|统计(?!局)|透露|报道';
const NO_MARK = '[^，,。；;：:！？“”\\n]';
/** A title is taken whole: what it names, such as a 调查报告, is no noun of the sentence. */
const UNIT = '(?:《[^《》\\n]{1,40}》|[^，,。；;：:！？“”《》\\n])';
/** A passage is behind these: `据…报道`, `在…看来`, `用…的话说`. */
const ACCORDING = new RegExp(
  [
    `(?<![数证依论占票根])(?:根据|据|按照|按|依据)(?!${NO_SOURCE})(${UNIT}{1,40}?)(?:的)?(?:最新)?(${GIVEN})(?!${NAME_GOES_ON})(?:数据|统计)?(?:显示|称|指出|表明|写道)?`,
    `(?<!现)在(${NO_MARK}{1,30}?)(看来|眼中|眼里|的?认知里|的?认知中|的观点中)`,
    `(?:根据|据|按照)(?!最新|新版|现行|上述|这|该|修订)(?=${NO_MARK}{2,30}《)(${NO_MARK}{2,40}》)(?=[，,])`,
    `(?:用|援引|引用|引述|借用)(${NO_MARK}{1,20}?)的话[说来称]讲?`,
  ].join('|'),
  'g',
);

/** Where a line names a source, whoever that is. */
export interface FoundSource {
  readonly all: string;
  readonly index: number;
  /** Who it is. */
  readonly who: string;
  readonly noun: string;
  readonly isView: boolean;
}

/** The sources that a line names. */
export function sourcePlaces(outside: string): FoundSource[] {
  if (!/[据按]|看来|眼|认知|观点|的话/.test(outside)) return [];
  return allMatches(ACCORDING, outside).flatMap(
    ({ 0: all, 1: source, 2: noun, 3: viewer, 5: titled, 6: quoted, index }) => {
      const who = (source ?? viewer ?? titled ?? quoted ?? '').replace(/的$/, '');
      if (who.trim() === '') return [];
      return {
        all,
        index,
        who,
        noun: noun ?? (titled === undefined ? '看来' : '报告'),
        isView: source === undefined && titled === undefined,
      };
    },
  );
}

/** `据X报道`, `在X看来`. */
export function sourcesIn(
  places: readonly FoundSource[],
  offset: number,
  line: number,
  named: Named,
): SpeechEvent[] {
  return places.map(({ all, index, who, noun, isView }) => {
    const start = offset + index;
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
      verb: noun,
      kind: isView ? 'view' : 'source',
      cue: { start, end: start + all.length },
      closes: false,
      goesOn: isView,
    };
  });
}

/** Who is asked, and what follows is the answer: `我问了下X，得到一个有趣的回答：` */
const ASKED =
  /(?:问|请教|咨询|采访)了?(?:一?下|问|一问)?([A-Za-z\u4e00-\u9fff]{2,10}?)(?=，|：|怎么看|怎么想|的看法)[^。\n]{0,40}(?:回答|回复|答案|答复|说)的?[：:]/g;

/** Where a line says who was asked. */
export interface FoundAsked {
  readonly who: string;
  readonly from: number;
  readonly end: number;
}

export function askedPlaces(outside: string): FoundAsked[] {
  if (!/[问询访]|请教/.test(outside) || !/[：:]/.test(outside)) return [];
  return allMatches(ASKED, outside).map(({ 0: all, 1: who = '', index }) => ({
    who,
    from: index + all.indexOf(who),
    end: index + all.length,
  }));
}

export function askedIn(
  places: readonly FoundAsked[],
  offset: number,
  line: number,
  named: Named,
): SpeechEvent[] {
  return places.flatMap((place) => {
    const subject = subjectOf(place.who, offset + place.from, named);
    if (subject === undefined || subject.kind === 'pronoun') return [];
    const end = offset + place.end;
    return {
      line,
      subject,
      verb: '回答',
      kind: 'nominal',
      cue: { start: offset + place.from, end },
      closes: false,
      goesOn: true,
    };
  });
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
