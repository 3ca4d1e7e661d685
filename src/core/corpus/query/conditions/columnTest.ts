import type { ContentField } from '../../articleContent';
import type { CorpusItem } from '../../corpus';
import type { FilterValue } from '../filter';
import type { Row } from '../rows';

/** Whether a value is among those that are wanted; null: not set. */
export function isOneOf(wanted: readonly FilterValue[]): (value: string | undefined) => boolean {
  const values = new Set(wanted);
  return (value) => values.has(value ?? null);
}

/** A test of one column: many annotations have the same value, and each value is judged once. */
export function columnTest(
  field: ContentField,
  isWanted: (value: string | undefined) => boolean,
): <Item extends CorpusItem>(row: Row<Item>) => boolean {
  const judged = new Map<string | undefined, boolean>();
  return ({ article, i }) => {
    const value = article.content.valueOf(i, field);
    let holds = judged.get(value);
    if (holds === undefined) judged.set(value, (holds = isWanted(value)));
    return holds;
  };
}
