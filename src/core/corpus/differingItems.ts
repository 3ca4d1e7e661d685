import type { CorpusItem } from './corpus';

/**
 * An article's annotations that came, went or changed, as they were and as they are. Where nothing
 * but their order differs, all of them.
 */
export function differingItems<Item extends CorpusItem>(
  before: readonly Item[],
  after: readonly Item[],
): readonly Item[] {
  const isSame = (a: Item, b: Item | undefined) =>
    a.annotation === b?.annotation &&
    a.state === b.state &&
    (a.isTypedIn ?? false) === (b.isTypedIn ?? false);
  if (before.length === after.length && before.every((item, i) => isSame(item, after[i])))
    return [];
  const byAnnotation = (items: readonly Item[]) =>
    new Map(items.map((item) => [item.annotation, item]));
  const [old, present] = [byAnnotation(before), byAnnotation(after)];
  const changed = [
    ...before.filter((item) => !isSame(item, present.get(item.annotation))),
    ...after.filter((item) => !isSame(item, old.get(item.annotation))),
  ];
  return changed.length > 0 ? changed : after;
}
