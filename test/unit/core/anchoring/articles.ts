import { makeSelector, type Selector } from '../../../../src/core/anchoring/index';

/** Articles written for these tests. */
export const ENGLISH = `# The harbour question

The council met on Tuesday to discuss the future of the old harbour. Nobody expected a decision, and none came.

Mayor Ortiz opened with a warning: "If we wait another ten years, there will be nothing left to save." She asked for a survey of the eastern pier before winter.

The fishermen's union answered that surveys had been promised in 2009, in 2014 and again in 2019, and that not one of them had ever been paid for. Its speaker called the plan a postcard without an address.

Developers see it differently. For them, the warehouses along the north quay are the last cheap square metres in the city, and every month of talk makes them dearer. They offered to repair the sea wall in exchange for building rights on two plots.

Residents were divided. Some fear for the light, others for the noise, and a few simply like the rust. The meeting ended at midnight, an hour later than announced.
`;

export const CHINESE = `# 老港之争

市议会周二开会讨论老港的前途。没有人指望会有结论，结果也确实没有结论。

市长一开场就发出警告：“再等十年，就没有什么可以保留的了。”她要求在入冬之前完成东码头的勘测。

渔民工会回应说，勘测的承诺在二〇〇九年、二〇一四年和二〇一九年都有过，却从来没有一次真正拨过款。工会发言人把这份计划称为没有地址的明信片。

开发商的看法不同。在他们看来，北岸的仓库是全城最后一片便宜的地皮，每多谈一个月就更贵一分。他们提出修缮海堤，换取两块地的建设权。

居民意见分歧。有人担心采光，有人担心噪音，还有少数人就是喜欢那些铁锈。会议到半夜才散，比预告的晚了一个小时。
`;

/** Describes the only occurrence of some words in a text. */
export function passage(text: string, words: string): Selector {
  const start = text.indexOf(words);
  if (start < 0 || text.indexOf(words, start + 1) >= 0)
    throw new Error(`“${words}” must occur once`);
  return makeSelector(text, { start, end: start + words.length });
}

/** Replaces the only occurrence of some words. */
export function replace(text: string, words: string, by: string): string {
  passage(text, words);
  return text.replace(words, () => by);
}
