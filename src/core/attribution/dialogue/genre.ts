import type { Reading } from '../reading';

/** From these shares of the lines on that speech begins, a text is a story. */
const SHARE = { chinese: 0.04, english: 0.22 };
/** In reports, quotations that fill a paragraph are long, and so are paragraphs. */
const LONGEST = { chinese: 90, english: 65 };
const LONGEST_LINE = 80;
/** So much of a story may look like headings: short lines without a stop. */
const HEADINGS = 0.2;
/** English reports with as much speech are shorter. */
const LEAST_LINES = 25;

/** The verbs and matters of reports, and the verbs of stories. */
const REPORTS =
  /表示|认为|指出|强调|透露|坦言|介绍|宣布|补充|回应|称|记者|公司|创始人|发言人|报道|数据|投资|网友|平台|法院|发布会|教练|球队|赛季|官方|媒体|直播|采访|市场|用户|研究|专家/g;
const TELLS = /[说问喊叫答笑](?!明|法|题|好)/g;

/** A story has so many of its verbs for one of reports, and hardly any digits. */
const LEAST_TOLD = 5;
const FIGURES = 0.01;

/** Whether a text is a story with dialogue, and not a report that quotes. */
export function isStory({ plain, quotations, outside }: Reading, isChinese: boolean): boolean {
  const language = isChinese ? 'chinese' : 'english';
  const { lines } = plain;
  const starting = quotations.filter(
    ({ depth, start }) => depth === 0 && lines[plain.lineAt(start)]?.start === start,
  );
  if (starting.length === 0 || starting.length < SHARE[language] * lines.length) return false;
  const lengths = starting.map(({ start, end }) => end - start).sort((a, b) => a - b);
  const count = (words: RegExp) => outside.match(words)?.length ?? 0;
  const [reports, tells] = isChinese ? [count(REPORTS), count(TELLS)] : [1, 0];
  // One long speech alone tells nothing; nor do many, where nothing else is a report's.
  const isLong = lengths.length > 2 && (lengths[lengths.length >> 1] ?? 0) > LONGEST[language];
  if (isLong && (reports > 0 || tells < 3)) return false;
  if (!isChinese) return lines.length >= LEAST_LINES;
  return (
    plain.text.length < LONGEST_LINE * lines.length &&
    isPlain(lines) &&
    reports <= 2 * tells &&
    reports <= 2 + tells / LEAST_TOLD &&
    count(/\d/g) <= FIGURES * plain.text.length
  );
}

function isPlain(lines: Reading['plain']['lines']): boolean {
  const others = lines.filter(({ kind }) => kind !== 'text');
  return (
    others.every(({ kind }) => kind === 'heading') && others.length <= 1 + HEADINGS * lines.length
  );
}
