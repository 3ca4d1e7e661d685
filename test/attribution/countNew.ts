/**
 * Counts how often the rules for Chinese reports are right where they decide, on a batch of
 * invented articles that is new: before its errors were looked at. What it prints goes into
 * `src/core/attribution/rank/newTexts.ts`.
 *
 * node --import ./scripts/typescript.mjs test/attribution/countNew.ts BATCH
 */
import { AttributedArticle } from '../../src/core/attribution/index';
import { markedCases } from './markedArticles';

const counts = new Map<string, { right: number; all: number }>();
for (const batch of process.argv.slice(2))
  for (const withList of [false, true])
    for (const one of markedCases(batch)) {
      const options = withList ? { speakers: one.speakers } : {};
      const [range = { start: 0, end: 0 }] = one.passages;
      const { reading, chinese } = new AttributedArticle(one.text, options).readerAt(range.start);
      const start = reading.plain.toPlain(range.start);
      const end = reading.plain.toPlain(range.end);
      const best = chinese()?.candidatesFor({ start, end })[0];
      if (best === undefined) continue;
      const count = counts.get(best.rule) ?? { right: 0, all: 0 };
      counts.set(best.rule, count);
      count.right += Number(one.isRight(best.speaker));
      count.all += 1;
    }
for (const [rule, { right, all }] of [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
  console.log(`  '${rule}': [${right}, ${all}],`);
