import type { Speaker } from '../model/types';
import { compareText } from '../text/compare';
import type { Corpus } from './corpus';
import { speakerUse } from './speakerUse';

/** The speakers that the codebook or an annotation names, with their other names. */
export function knownSpeakers(
  corpus: Corpus,
  inCodebook: readonly Speaker[],
): { readonly name: string; readonly aliases: readonly string[] }[] {
  const listed = inCodebook.map(({ name, aliases = [] }) => ({ name, aliases }));
  const names = new Set(listed.map(({ name }) => name));
  const used = speakerUse(corpus, { article: '' })
    .flatMap(({ speaker }) => (names.has(speaker) ? [] : [speaker]))
    .sort(compareText);
  return [...listed, ...used.map((name) => ({ name, aliases: [] }))];
}
