import type { Utf16Range } from '../../text/range';
import { FALSE_VERBS } from '../chinese/words/falseVerbs';
import { chineseGender } from '../chinese/words/genders';
import { anyOf, wordsOf } from '../chinese/words/lists';
import { VERBS } from '../chinese/words/verbs';
import type { LineRoles, Pronoun, Role, RoleReader } from './roles';

/** Somebody named in a line, by a name or a pronoun. */
interface Anchor extends Utf16Range {
  readonly pronoun: string | undefined;
  readonly clause: number;
}

const CLAUSE = /[^，。！？；：…“”‘’「」『』□\s]+/g;
const PRONOUN = /(?<![其])[他她我](?!们)/g;
const SAYS = new RegExp(`${VERBS}|开了?腔|搭腔|(?<=[在又才就])说话`, 'g');
/** A clause that begins so tells when something is said, and not that it is. */
const WHEN = /^(?:还没|没等|不等|未等|没有等|等到?|当|趁|自从)/;
const UNSAID = /(?:没有?|不|不再|未|别|甭|想|要|敢|能|会|可以)$/;
/** Behind `想`, what somebody wants to do, and not what he thinks. */
const WANTS = /^(?![着道到])./;
const WORDS_SAID = anyOf(
  ...wordsOf(`
    话 问话 问题 意见 建议 提议 主意 看法 说法 解释 介绍 回答 回话 答复 汇报 要求 请求 指示 批评 质问 抱怨 喊声 叫声 吼声 劝说 安排 决定 说教 夸奖
  `),
);
/** What stands behind a name whose words were just heard: `金俊武的话`, `…说完`. */
const HEARD = new RegExp(
  `^(?:的(?:这|那)?(?:个|些|番|句|一席|几句|一番|一句)?${WORDS_SAID}|[^，。！？；：“”的]{0,6}?(?<!没什么|好)(?:说|讲|问|喊|汇报|介绍)(?:完|罢|毕|的))`,
);
/** `被金俊武问住了`. */
const BY = /被$/;
const BY_WORDS = /^[^，。]{0,4}?(?:问|说|喊|骂|劝|逗|吼|训|顶|呛)/;
const REFUSES = /^(?:一[把口])?(?:拒|挡|拦|阻|止|制止|打断|推|劝住|叫住|喊住)/;
const CUT_OFF = /打断|插/;
/** What a name behind it isn't the subject of. */
const GOVERNS =
  /(?:对|向|给|问|把|被|跟|和|与|朝|叫|告诉|看着|望着|看见|听见|拉着|找|让|请|替|为|同|比|象|像|在|到|从|看|(?<![只但忽])见)$/;
/** `对坐在窗前的徐治功`. */
const FAR_GOVERNS = /(?:对|向|给|朝|冲着?)[^对向给朝冲]{1,24}的$/;
const KIN = anyOf(
  ...wordsOf(`
    媳妇 父亲 母亲 爸 妈 爹 娘 哥 弟 姐 妹 爷 奶 儿子 女儿 丈夫 妻子 男人 老婆 婆姨 叔 舅 姑 姨 岳父 丈人 女婿 老汉 家
  `),
);
const KIN_BEHIND = new RegExp(`^${KIN}`);
const KIN_FIRST = new RegExp(`^(?:这时|这时候|但|可|于是)?(?:${KIN}|大家|众人|人们|有人|对方)`);
/** What of somebody stands for himself: `他的声音`. */
const OWN_PART = /^的(?:声音|嗓门|嗓子|脸|眼|手|嘴|心|头|目光|口气|语气|情绪|神经|神情|样子)/;
/** So many clauses in front of a verb's are looked through for its subject. */
const REACH = 4;

/** A line of a Chinese story: who speaks, acts, or is acted upon. */
class ChineseLine {
  private readonly clauses: readonly Utf16Range[];
  private readonly anchors: readonly Anchor[];

  constructor(
    private readonly line: string,
    names: readonly Utf16Range[],
  ) {
    this.clauses = Array.from(line.matchAll(CLAUSE), ({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
    }));
    const isNamed = (at: number) => names.some(({ start, end }) => start <= at && at < end);
    const pronouns = Array.from(line.matchAll(PRONOUN), ({ 0: pronoun, index }) => ({
      start: index,
      end: index + pronoun.length,
      pronoun,
    })).filter(({ start }) => !isNamed(start));
    this.anchors = [
      ...names.map(({ start, end }) => ({ start, end, pronoun: undefined })),
      ...pronouns,
    ]
      .sort((a, b) => a.start - b.start)
      .map((one) => ({ ...one, clause: this.clauseAt(one.start) }));
  }

  roles(names: readonly Utf16Range[]): LineRoles {
    const roles = new Map<Anchor, Role>(this.anchors.map((one) => [one, this.plainRole(one)]));
    for (const speaker of this.speakers()) roles.set(speaker, 'speaks');
    for (const anchor of this.anchors.filter((one) => this.isHeard(one))) {
      roles.set(anchor, 'heard');
      const hearer = this.anchors.findLast(
        (one) => one.start < anchor.start && roles.get(one) === 'subject',
      );
      if (hearer !== undefined) roles.set(hearer, 'hears');
    }
    const roleAt = (start: number) => {
      const anchor = this.anchors.find((one) => one.start === start && one.pronoun === undefined);
      return (anchor && roles.get(anchor)) ?? 'other';
    };
    const pronouns = this.anchors.flatMap((one): Pronoun[] =>
      one.pronoun !== undefined && roles.get(one) === 'speaks'
        ? [{ word: one.pronoun, start: one.start, end: one.end }]
        : [],
    );
    return { roles: names.map(({ start }) => roleAt(start)), pronouns };
  }

  /** The subjects of the line's verbs that say something. */
  private speakers(): Anchor[] {
    return this.clauses.flatMap((clause, index) => {
      const words = this.line.slice(clause.start, clause.end);
      if (WHEN.test(words)) return [];
      const masked = words.replace(FALSE_VERBS, (word) =>
        word.endsWith('说话') ? word : '○'.repeat(word.length),
      );
      return Array.from(masked.matchAll(SAYS), ({ 0: verb, index: at }) => {
        const isSaid =
          !UNSAID.test(words.slice(Math.max(0, at - 2), at)) &&
          !/^[了过]?(?:的(?!是)|完|罢)/.test(words.slice(at + verb.length)) &&
          !(verb === '想' && WANTS.test(words.slice(at + 1))) &&
          !this.isOfHeard(clause.start + at + verb.length);
        return isSaid ? this.subjectOf(index, clause.start + at) : undefined;
      }).filter((one) => one !== undefined);
    });
  }

  /** Whom a verb says something of: in its clause, the nearest one; before, who began a clause. */
  private subjectOf(clause: number, verb: number): Anchor | undefined {
    const own = this.anchors.filter((one) => one.clause === clause && one.end <= verb);
    if (own.some((one) => this.isBy(one))) return undefined;
    for (const anchor of own.reverse())
      if (!this.isGoverned(anchor)) return this.isOwner(anchor) ? undefined : anchor;
    for (let at = clause; at >= Math.max(0, clause - REACH); at -= 1) {
      const first = at === clause ? undefined : (this.refuserIn(at) ?? this.firstOf(at));
      if (first !== undefined) return this.isOwner(first) ? undefined : first;
      const { start, end } = this.clauses[at] ?? { start: 0, end: 0 };
      if (KIN_FIRST.test(this.line.slice(start, Math.min(end, verb)))) return undefined;
    }
    return undefined;
  }

  /** Who may be a clause's subject, the first of them. */
  private firstOf(clause: number): Anchor | undefined {
    return this.anchors.find((one) => one.clause === clause && !this.isGoverned(one));
  }

  /** Who keeps somebody from something in a clause, and goes on speaking: `被周平拦住了，说`. */
  private refuserIn(clause: number): Anchor | undefined {
    return this.anchors.find(
      (one) => one.clause === clause && this.isBy(one) && REFUSES.test(this.line.slice(one.end)),
    );
  }

  private plainRole(anchor: Anchor): Role {
    const { start, end, clause } = anchor;
    if (this.isGoverned(anchor)) return 'object';
    if (/^的/.test(this.line.slice(end))) return 'other';
    const before = this.line.slice(this.clauses[clause]?.start ?? 0, start);
    const isFirst = this.firstOf(clause) === anchor;
    return isFirst && (before === '' || /(?:这时|于是|但|可|而|的)$/.test(before))
      ? 'subject'
      : 'other';
  }

  private isGoverned({ start, clause }: Anchor): boolean {
    const from = this.clauses[clause]?.start ?? 0;
    return (
      GOVERNS.test(this.line.slice(Math.max(from, start - 3), start)) ||
      FAR_GOVERNS.test(this.line.slice(from, start))
    );
  }

  /** Whether somebody of his, and not he, does what a clause says: `他的父亲`. */
  private isOwner({ end }: Anchor): boolean {
    const after = this.line.slice(end, end + 8);
    return (/^的/.test(after) && !OWN_PART.test(after)) || KIN_BEHIND.test(after);
  }

  private isHeard({ start, end, clause }: Anchor): boolean {
    const { start: from, end: to } = this.clauses[clause] ?? { start, end };
    const after = this.line.slice(end, to);
    if (CUT_OFF.test(this.line.slice(from, start))) return false;
    return (this.isBy({ start }) && BY_WORDS.test(after)) || HEARD.test(after);
  }

  private isBy({ start }: { readonly start: number }): boolean {
    return BY.test(this.line.slice(Math.max(0, start - 1), start));
  }

  /** Whether a verb that ends at a place is about somebody's words: `同意了她的意见`. */
  private isOfHeard(place: number): boolean {
    return this.anchors.some(
      (one) => one.start >= place && one.start <= place + 1 && this.isHeard(one),
    );
  }

  private clauseAt(place: number): number {
    return this.clauses.findLastIndex(({ start }) => start <= place);
  }
}

/** Tells roles in Chinese stories. */
export const CHINESE_ROLES: RoleReader = {
  rolesIn: (line, names) => new ChineseLine(line, names).roles(names),
  genderOf: chineseGender,
  opens: (line) => /[：:]\s*$/.test(line) || /(?:说|道|问|喊|叫|答)，?\s*$/.test(line),
};
