import type { Renaming } from './renaming';

/**
 * The name that is meant: of an alias its bearer's, as everywhere; but a speaker's own alias may
 * become the name.
 *
 * @param canonical the canonical name of a speaker
 */
export function targetName(
  { field, from, to }: Renaming,
  canonical: (speaker: string) => string,
): string {
  if (field !== 'speaker') return to;
  const target = canonical(to);
  return target === from ? to : target;
}
