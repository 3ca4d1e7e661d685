import { SURNAME } from '../chinese/words/surnames';
import { allMatches } from './matches';
import { findFrontMatter } from '../../text/blocks/frontMatter';

/** How much of an article's beginning and end is searched for its author. */
const REACH = 3_000;
/** An article has no more authors than these, and one. */
const MOST_AUTHORS = 2;
/** Who sells pictures: a line below one says whose it is, not whose article. */
const PICTURES =
  /^(?:(?:deposit ?photos|getty|shutterstock|unsplash|pexels|pixabay|istock|adobe ?stock|freepik|alamy)\b|视觉中国|东方\s?IC|IC\s?photo|图虫|摄图网|千图网|包图网|站酷|花瓣网|(?:网络|全景|资料图片?)$)/i;
const KEY =
  /^(?:author|authors|byline|作者)\s*:[ \t]*(?:[|>][-+]?[ \t]*\n[ \t]+|\n[ \t]*-[ \t]*|\[)?["']?([^\n"'\],]{1,60})/im;
/** Lines that name who wrote: `作者｜王伟`, `文/王伟`, `（记者 王伟）`, `By Jane Doe`. */
const BYLINES: readonly RegExp[] = [
  /(?:^|\n|\s)(?:作者|撰文|文|采写|撰稿|执笔)\s*[｜|:：/／]\s*([^\n｜|/／，,；;（(]{2,20}?)(?=\s+(?:编辑|责编|摄影|图|来源|出品|校对)|[\n｜|/／，,；;（(]|$)/,
  /(?:本报|本刊|财联社|科创板日报|通讯社)?记者\s{0,2}[:：]?\s*([\u4e00-\u9fff]{2,4})(?=[）)\s]|报道)/,
  new RegExp(`^\\s*(?:#+ )?[^\\n]{4,40}\\n\\s*(${SURNAME}[\\u4e00-\\u9fff]{1,2})\\s*(?:\\n|$)`),
  new RegExp(`(?:^|\\n)[□■◎○●◆]\\s*(${SURNAME}[\\u4e00-\\u9fff]{1,2})\\s*(?:\\n|$)`),
  /(?:^|\n)原创[\s:：]+([^\n\s｜|]{2,12})/,
  /(?:^|\n)([^\n，。：]{4,30}?(?:公司|集团))(?:董事会)?关于[^\n]{2,60}(?:公告|声明|说明|函|通知)/,
  /(?:^|\n)作者\s{1,4}([^\n]{2,20})(?=\n|$)/,
  /(?:^|\n)[Bb][Yy] ([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})(?=[\n,|]| and |$)/,
  /(?:^|\n)(?:来源|出品|公众号)\s*[｜|:：/／]\s*([^\n｜|/／，,；;]{2,20})/,
  /《([^》\n]{2,12}(?:报|日报|周刊|杂志|新闻))》[^\n]{0,12}讯/,
  /(?:^|\n)([\u4e00-\u9fff]{2,16}(?:院|所|中心|协会|研究会|课题组|委员会|公司|智库))[\s\u3000]+\d{4}\s?年/,
  /据([^\n，,。]{2,16}?)(?:消息|获悉)/,
  /(?:^|\n)《?([^\n，,。《》]{2,16}?)》?(?:获悉|(?:\d+月\d+日)?讯[（(\s，,])/,
  /(?:^|\n)([\u4e00-\u9fff]{2,10}?[社网])[\u4e00-\u9fff]{2,8}\s?\d+月\d+日电/,
];

const EVERY_BYLINE = BYLINES.map((pattern) => new RegExp(pattern, `${pattern.flags}g`));

/** Who wrote an article, by its front matter and its bylines; the likeliest first. */
export function authorsOf(article: string): string[] {
  const front = findFrontMatter(article);
  const found: string[] = [];
  if (front !== undefined) {
    const data = article.slice(front.content.start, front.content.end);
    const author = KEY.exec(data)?.[1]?.trim();
    if (author !== undefined && author !== '') found.push(author);
  }
  const body = front?.body ?? 0;
  const edges = article.slice(body, body + REACH).replace(/\*\*|^#+\s*/gm, '');
  for (const pattern of EVERY_BYLINE) {
    const [name, ...others] = new Set(allMatches(pattern, edges).map((one) => one[1]?.trim()));
    // Of several authors below each other, most wrote what is recommended to read next.
    if (others.length > MOST_AUTHORS) continue;
    if (name === undefined || name.length < 2 || PICTURES.test(name)) continue;
    if (!found.includes(name)) found.push(name);
  }
  return found;
}
