import type { SetAsideFinding } from '../../model/types';

/** How a codebook calls the finding that some annotations say the same. */
export const SAME = 'same';

/**
 * Which annotations the analyst said don't say the same, whatever their words.
 *
 * @param findings those of a codebook that were set aside; of one, no two say the same
 */
export function refusedPairs(
  findings: readonly Pick<SetAsideFinding, 'kind' | 'ids'>[],
): (id: string, other: string) => boolean {
  const refused = findings.filter(({ kind }) => kind === SAME);
  const lists = new Map<string, ReadonlySet<string>[]>();
  for (const { ids } of refused) {
    const all = new Set(ids);
    for (const id of all) lists.set(id, [...(lists.get(id) ?? []), all]);
  }
  return (id, other) => lists.get(id)?.some((all) => all.has(other)) === true;
}

/** What is set aside when one of a group is parted from the others: a pair with each of them. */
export function pairsWith(id: string, group: readonly string[]): [string, string][] {
  return group.flatMap((other): [string, string][] => (other === id ? [] : [[id, other]]));
}
