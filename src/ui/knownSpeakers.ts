import type { KnownSpeaker } from '../core/attribution';
import { speakerUse } from '../core/corpus/speakerUse';
import type { AnnotationIndex } from '../workspace/annotations/annotationIndex';
import type { CodebookStore } from '../workspace/codebooks/codebookStore';

/** The speakers whom the codebook or annotations name, with their other names. */
export function knownSpeakers({
  codebooks,
  index,
}: {
  readonly codebooks: CodebookStore;
  readonly index: AnnotationIndex;
}): KnownSpeaker[] {
  const listed = codebooks.vocabulary.speakers;
  const names = new Set(listed.map(({ name }) => name));
  const used = speakerUse(index.corpus, { article: '' }).filter(
    ({ speaker }) => !names.has(speaker),
  );
  return [
    ...listed.map(({ name, aliases = [] }) => ({ name, aliases })),
    ...used.map(({ speaker }) => ({ name: speaker })),
  ];
}
