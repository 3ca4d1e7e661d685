import type { CorpusItem } from '../corpus/corpus';
import { RowPace } from '../corpus/findings/found';
import type { Row } from '../corpus/query/rows';
import type { Steps } from '../text/steps';

/** All rows as a list, for what goes through them more than once. */
export function* collectRows<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
): Steps<readonly Row<Item>[]> {
  if (Array.isArray(rows)) return rows as Row<Item>[];
  const pace = new RowPace();
  const all: Row<Item>[] = [];
  for (const row of rows) {
    if (pace.isDue(1)) yield;
    all.push(row);
  }
  return all;
}
