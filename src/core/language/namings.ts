import type { Utf16Range } from '../text/range';
import type { TextBlock } from './cutText';
import type { LanguageText, Spot } from './languageText';
import { itemsUnder, textUnder } from './looseTree';
import { namingAt, type Naming } from './meaning';

/** A text that names something, with its place. */
export interface NamedSpot extends Spot, Naming {}

/** What is named at an offset; one whose text ends there counts too. */
export function namedAt(file: LanguageText, offset: number): NamedSpot | undefined {
  const spot = file.spotAt(offset);
  return spot && named(file, spot);
}

/**
 * Everything that is named in a text, or in the blocks that a range of it touches, in its order.
 */
export function* namedIn(file: LanguageText, range?: Utf16Range): Generator<NamedSpot, void> {
  for (const block of range === undefined ? file.blocks : file.blocksIn(range))
    yield* namedInBlock(file, block);
}

/** Everything that is named in a block. */
export function* namedInBlock(file: LanguageText, block: TextBlock): Generator<NamedSpot, void> {
  for (const spot of file.spotsOf(block)) {
    const found = named(file, spot);
    if (found !== undefined) yield found;
  }
}

function named({ kind }: LanguageText, spot: Spot): NamedSpot | undefined {
  const naming = spot.isKey ? undefined : namingAt(kind, spot.path);
  return naming && { ...spot, ...naming };
}

/** What an annotation says, as far as it can be read: its entry may be half typed. */
export interface LooseAnnotation {
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly speaker: string | undefined;
  readonly stance: string | undefined;
  readonly topic: string | undefined;
  /** The words of its passages. */
  readonly quotes: readonly string[];
}

/** The annotation that a block is; undefined for any other block. */
export function annotationIn(file: LanguageText, block: TextBlock): LooseAnnotation | undefined {
  const item = file.itemOf(block);
  if (file.kind !== 'sidecar' || block.section !== 'annotations' || item === undefined)
    return undefined;
  return looseAnnotation(item);
}

/** What an annotation says, as far as it was read. */
export function looseAnnotation(item: ReturnType<LanguageText['itemOf']>): LooseAnnotation {
  return {
    id: textUnder(item, 'id'),
    role: textUnder(item, 'role'),
    speaker: textUnder(item, 'speaker'),
    stance: textUnder(item, 'stance'),
    topic: textUnder(item, 'topic'),
    quotes: itemsUnder(item, 'passages').flatMap((passage) => textUnder(passage, 'exact') ?? []),
  };
}

/** The number of the passage that an offset is in, from 0; undefined outside of all. */
export function passageAt(file: LanguageText, offset: number): number | undefined {
  const block = file.blockAt(offset);
  const at = offset - block.start;
  const found = itemsUnder(file.itemOf(block), 'passages').findIndex(
    (passage) => passage !== undefined && passage.start <= at && at <= passage.end,
  );
  return found < 0 ? undefined : found;
}

/** The block of the annotation with that id, and where the id stands; the first one. */
export function annotationWithId(
  file: LanguageText,
  id: string,
): { readonly block: TextBlock; readonly range: Utf16Range } | undefined {
  for (const block of file.blocks) {
    if (block.section === undefined || !file.text.slice(block.start, block.end).includes(id))
      continue;
    for (const { meaning, isDefinition, text, range } of namedInBlock(file, block))
      if (meaning === 'annotation' && isDefinition && text === id) return { block, range };
  }
  return undefined;
}
