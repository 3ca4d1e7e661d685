import * as l10n from '@vscode/l10n';
import { mergeCodebooks, type Codebook } from '../codebook/codebook';
import { vocabularyOf } from '../codebook/vocabulary';
import { RefusedError } from '../model/problem';
import { SECTION_OF } from './renamedCodebook';
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

/**
 * Refuses another name that would be in no codebook: roles, stances and link types must be known,
 * speakers, topics and tags may be any text.
 *
 * @param codebooks what each folder's codebook says
 * @throws RefusedError that lists those that are known
 */
export function requireKnownTarget(
  { field, from, to }: Renaming,
  codebooks: readonly Codebook[],
): void {
  if (field !== 'role' && field !== 'stance' && field !== 'link') return;
  const section = SECTION_OF[field];
  const isRenamed = codebooks.some((one) => one[section].some(({ id }) => id === from));
  const known = vocabularyOf(mergeCodebooks(codebooks))[section].map(({ id }) => id);
  if (isRenamed || known.includes(to)) return;
  throw new RefusedError(
    l10n.t(
      '“{0}” is not in the codebook: add it first, or take one of these: {1}.',
      to,
      known.join(', '),
    ),
  );
}
