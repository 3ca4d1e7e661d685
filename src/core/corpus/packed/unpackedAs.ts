import { sameValue } from '../../model/sameValue';
import type { CorpusItem } from '../corpus';
import { withoutContext } from './packArticles';

/**
 * Annotations that were packed, beside the same ones as a sidecar says them now: those that say the
 * same count as the same.
 *
 * @returns the packed ones, with the present annotations in place of equal ones; and whether all
 *   are equal
 */
export function unpackedAs<Item extends CorpusItem>(
  unpacked: readonly Item[],
  present: readonly Item[],
): { readonly items: readonly Item[]; readonly isSame: boolean } {
  const byId = new Map(present.map((item) => [item.annotation.id, item.annotation]));
  const items = unpacked.map((item): Item => {
    const now = byId.get(item.annotation.id);
    const isEqual =
      now !== undefined && sameValue(withoutContext(now), withoutContext(item.annotation));
    return isEqual ? { ...item, annotation: now } : item;
  });
  const isSame = items.length === present.length && items.every((item, i) => item !== unpacked[i]);
  return { items, isSame };
}
