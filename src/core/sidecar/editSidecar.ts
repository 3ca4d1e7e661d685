import * as l10n from '@vscode/l10n';
import { ARTICLE_KEYS, orderedKeys } from '../model/fields';
import { RefusedError } from '../model/problem';
import { sameValue } from '../model/sameValue';
import type { Annotation, ArticleMetadata } from '../model/types';
import { dominantLineEnding } from '../text/lineEndings';
import type { Utf16Range } from '../text/range';
import { printScalar } from '../yaml/printScalar';
import { patchBlock, readBlock } from './patchBlock';
import { INDENT } from '../yaml/printItem';
import {
  appendList,
  emptiedList,
  fillEmptyList,
  insertIntoFlow,
  removeFromFlow,
} from '../yaml/listLayout';
import { printBlock, printFlow } from './printBlock';
import { sidecarEntryAt } from './questions';
import { readSidecar } from './readSidecar';
import { SIDECAR_VERSION, type SidecarEntry, type SidecarFile } from './sidecarFile';

/**
 * What a new sidecar says of its article: nothing but an encoding that can't be guessed from
 * elsewhere.
 */
export function newSidecar(article: ArticleMetadata = {}): SidecarFile {
  const keys = orderedKeys(article, ARTICLE_KEYS);
  const metadata = keys.map((key) => `${INDENT}${printScalar(key)}: ${printFlow(article[key])}\n`);
  return readSidecar(
    [
      `version: ${SIDECAR_VERSION}\n`,
      ...(keys.length > 0 ? ['article:\n', ...metadata] : []),
      'annotations: []\n',
    ].join(''),
  );
}

/**
 * Adds an annotation as the item number `index`. No other line of the file changes.
 *
 * @param lines the item's own lines, to put back what was removed; printed where left out
 * @param gap comments and empty lines that stood before it (`gapBefore`): where they still stand,
 *   it goes behind them
 */
export function insertAnnotation(
  file: SidecarFile,
  index: number,
  annotation: Annotation,
  lines?: string,
  gap = '',
): SidecarFile {
  const eol = dominantLineEnding(file.text);
  const { layout } = file;
  switch (layout.kind) {
    case 'block': {
      const start = file.entries[index - 1]?.block.end ?? layout.start;
      const at = file.text.startsWith(gap, start) ? start + gap.length : start;
      const block = canStandAsItem(lines, annotation, layout.indent)
        ? lines
        : printBlock(annotation, layout.indent, eol);
      return spliceBlock(file, { index, removed: 0, start: at, end: at }, block, annotation);
    }
    case 'flow':
      return rereadAndCheck(
        file,
        { index, removed: 0 },
        insertIntoFlow(file.text, layout.list, placesOf(file), index, printFlow(annotation)),
        annotation,
      );
    default: {
      const block = canStandAsItem(lines, annotation) ? lines : printBlock(annotation, INDENT, eol);
      const text =
        layout.kind === 'empty'
          ? fillEmptyList(file.text, layout.value, block, eol)
          : appendList(file.text, 'annotations', block, SIDECAR_VERSION, eol);
      return rereadAndCheck(file, { index, removed: 0 }, text, annotation);
    }
  }
}

/**
 * Changes the item number `index` to say `annotation`. Only the lines that differ change.
 *
 * @param lines the item's own lines, to bring back what was there before
 */
export function replaceAnnotation(
  file: SidecarFile,
  index: number,
  annotation: Annotation,
  lines?: string,
): SidecarFile {
  const entry = sidecarEntryAt(file, index);
  const { start, end } = entry.block;
  if (file.layout.kind !== 'block') {
    return rereadAndCheck(
      file,
      { index, removed: 1 },
      file.text.slice(0, start) + printFlow(annotation) + file.text.slice(end),
      annotation,
    );
  }
  const { indent } = file.layout;
  const block = canStandAsItem(lines, annotation, indent)
    ? lines
    : patchBlock(file.text.slice(start, end), annotation, indent, dominantLineEnding(file.text));
  return spliceBlock(file, { index, removed: 1, start, end }, block, annotation);
}

/** Takes the item number `index` out, its lines and nothing else. */
export function removeAnnotation(file: SidecarFile, index: number): SidecarFile {
  const { start, end } = sidecarEntryAt(file, index).block;
  if (file.layout.kind !== 'block')
    return rereadAndCheck(
      file,
      { index, removed: 1 },
      removeFromFlow(file.text, placesOf(file), index),
    );
  if (file.entries.length > 1) return spliceBlock(file, { index, removed: 1, start, end }, '');
  const text = emptiedList(file.text, { start, end }, file.layout.indent);
  return rereadAndCheck(file, { index, removed: 1 }, text);
}

/**
 * Whether given lines say `annotation` and can stand in a list with this indentation (any, where it
 * is left out).
 */
function canStandAsItem(
  lines: string | undefined,
  annotation: Annotation,
  indent?: string,
): lines is string {
  if (lines === undefined || !sameValue(readBlock(lines), annotation)) return false;
  return indent === undefined || (lines.startsWith(indent) && lines.startsWith('-', indent.length));
}

/** Which items of the list an edit takes out: `removed` of them, from number `index` on. */
interface ItemChange {
  readonly index: number;
  readonly removed: 0 | 1;
}

/**
 * Replaces whole lines of the block list by an annotation's, or by nothing, and moves the places of
 * what follows.
 */
function spliceBlock(
  file: SidecarFile,
  change: ItemChange & Utf16Range,
  lines: string,
  annotation?: Annotation,
): SidecarFile {
  const { index, removed, start, end } = change;
  const eol = dominantLineEnding(file.text);
  const before = file.text.slice(0, start);
  // The file's last line may lack its line end: what follows it needs one, and what stands in for
  // it goes without.
  const lead =
    lines !== '' && start > 0 && !before.endsWith('\n') && before !== '\uFEFF' ? eol : '';
  const ended = lines === '' || lines.endsWith('\n') ? lines : lines + eol;
  const staysOpen =
    lead === '' && end === file.text.length && !(removed === 1 ? file.text : lines).endsWith('\n');
  const block = staysOpen ? ended.replace(/\r?\n$/, '') : ended;
  const text = before + lead + block + file.text.slice(end);
  // A comment above a key that went may now end the block, and then belongs to nobody.
  const endsInComment = /\n[ \t]*#[^\n]*\n?$/.test(block);
  if (lead !== '' || endsInComment || needsRereading(file, annotation, change))
    return rereadAndCheck(file, change, text, annotation);
  const shift = block.length - (end - start);
  const moved = (entry: SidecarEntry): SidecarEntry => ({
    ...entry,
    block: { start: entry.block.start + shift, end: entry.block.end + shift },
  });
  const entries = [
    ...file.entries.slice(0, index),
    ...(annotation === undefined
      ? []
      : [{ annotation, id: annotation.id, block: { start, end: start + block.length } }]),
    ...file.entries.slice(index + removed).map(moved),
  ];
  const layout = { ...file.layout, start: entries[0]?.block.start ?? start };
  return { ...file, text, layout, entries };
}

/**
 * Whether an edit of whole lines can do more than it says, or the file's problems change with it.
 */
function needsRereading(
  { entries, hasAnchors, layout, problems }: SidecarFile,
  annotation: Annotation | undefined,
  { index, removed }: ItemChange,
): boolean {
  const unusual = layout.kind !== 'block' || layout.indent.trim() !== '';
  return (
    unusual ||
    hasAnchors ||
    problems.length > 0 ||
    entries.some(({ id }, i) => id === annotation?.id && !(removed === 1 && i === index))
  );
}

/**
 * Reads an edited text whole, and makes sure that it says what was meant and that nothing else
 * changed: the net under every layout that is too rare to be handled by its lines.
 */
function rereadAndCheck(
  before: SidecarFile,
  { index, removed }: ItemChange,
  text: string,
  annotation?: Annotation,
): SidecarFile {
  if (before.refusal !== undefined) throw new RefusedError(before.refusal.message);
  const file = readSidecar(text);
  const meant: unknown[] = contentOf(before);
  meant.splice(index, removed, ...(annotation === undefined ? [] : [annotation]));
  const saysWhatWasMeant =
    file.refusal === undefined &&
    sameValue(contentOf(file), meant) &&
    sameValue(file.article, before.article);
  if (saysWhatWasMeant) return file;
  throw new RefusedError(
    l10n.t(
      'This sidecar is laid out in a way that can’t be edited safely (YAML anchors, or a list written in an unusual form). Nothing was written. Write its “annotations” as a plain list with a dash a line, then try again.',
    ),
  );
}

/** What each item says; of a broken one its lines, which nobody may change. */
function contentOf({ entries, text }: SidecarFile): unknown[] {
  return entries.map(
    ({ annotation, block }) => annotation ?? text.slice(block.start, block.end).trimEnd(),
  );
}

function placesOf({ entries }: SidecarFile): Utf16Range[] {
  return entries.map(({ block }) => block);
}
