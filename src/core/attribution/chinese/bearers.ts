import type { Mention } from '../people/cast';

/** An office or a rank, which few in a text bear; not a class of people. */
const OFFICE_ALONE =
  /^(?!家长).{0,4}(?:[局院校馆所部处司市省县区镇村厂台社行站队会船组书事]长|教授|主任|主席|总裁|书记|经理|教练|主帅|博士|院士|老师|师傅|总监|法官|导演)$/;
/** How far back a title's bearer is looked for, UTF-16 units. */
const REACH = 2_400;
/** So far from a name its title stands, UTF-16 units. */
const BESIDE = 14;
/** So far behind its publisher a paper is named, UTF-16 units. */
const PAPER_REACH = 40;

/** Whether words are an office that few bear, alone: `教授说`, behind `卓教授`. */
export function isOfficeAlone(words: string): boolean {
  return OFFICE_ALONE.test(words);
}

/**
 * The last one named in front of a place with a title, or as a paper's publisher.
 *
 * @param mentions who is named in the text, in order
 */
export function bearerOf(
  noun: string,
  at: number,
  text: string,
  mentions: readonly Mention[],
): Mention | undefined {
  return mentions.findLast(
    ({ start, end, figure }) =>
      end <= at &&
      at - start < REACH &&
      (figure.name.endsWith(noun) ||
        text.slice(Math.max(0, start - BESIDE), start).includes(noun) ||
        text.slice(end, end + BESIDE).includes(noun) ||
        publishes(text.slice(end, end + PAPER_REACH), noun)),
  );
}

/** Whether a clause that begins so goes on to a paper: `某研究所2023年趋势报告`. */
function publishes(words: string, noun: string): boolean {
  const paper = noun.replace(/[中里内]$/, '');
  return (
    /报告|研究|论文|白皮书|文章/.test(paper) &&
    (/^[^，。：\n]*/.exec(words)?.[0] ?? '').includes(paper)
  );
}
