const REST = [
  ...'相关(?:文章|阅读|新闻|推荐|内容|报道) 推荐(?:文章|阅读) 延伸阅读 扩展阅读 更多(?:文章|阅读|新闻) 猜你喜欢 热门(?:文章|推荐) 大家都在看'.split(
    ' ',
  ),
  '[Rr]elated (?:[Aa]rticles|[Ss]tories|[Pp]osts|[Rr]eading)',
  '[Rr]ead (?:[Mm]ore|[Nn]ext)',
  '[Mm]ore (?:[Ss]tories|[Aa]rticles)',
  '[Yy]ou (?:[Mm]ay|[Mm]ight) [Aa]lso [Ll]ike',
  '[Rr]ecommended(?: for you)?',
];
/** A line that stands above a list of other articles, and says no more. */
const ABOVE_OTHERS = new RegExp(
  `^[ \\t\\u3000>#*_【\\[|▍·•-]*(?:${REST.join('|')})[ \\t\\u3000*_】\\]:：]*$`,
  'gmu',
);
/** Such a line further up is a part of the article. */
const LAST_PART = 0.4;

/** What publishers put under each article. */
const DISCLAIMER =
  /^[\s>#*_【[]*(?:免责声明|版权声明|风险提示|风险警示|重要声明|特别声明|郑重声明|Disclaimer|Risk [Ww]arning)[\s*_】\]]*(?:[:：]|$)/u;

/**
 * Where a text that was copied from a page goes on with other articles, in UTF-16 units; its length
 * if it doesn't.
 */
export function articleEnd(text: string): number {
  for (const { index } of text.matchAll(ABOVE_OTHERS))
    if (index >= text.length * LAST_PART) return index;
  return text.length;
}

/** Whether a paragraph is what a publisher says under each article, and not the article's. */
export function isDisclaimer(paragraph: string): boolean {
  return DISCLAIMER.test(paragraph);
}
