import * as l10n from '@vscode/l10n';
import { ARTICLE_KEYS, orderedKeys } from '../model/fields';
import { RefusedError } from '../model/problem';
import { sameValue } from '../model/sameValue';
import type { Annotation, ArticleMetadata } from '../model/types';
import { dominantLineEnding } from '../text/lineEndings';
import { printScalar } from '../yaml/printScalar';
import { patchBlock, readBlock } from './patchBlock';
import { INDENT, printBlock, printFlow } from './printBlock';
import { readSidecar, SIDECAR_VERSION, type ListLayout, type SidecarEntry, type SidecarFile } from './readSidecar';

/** What a new sidecar says of its article: nothing but an encoding that can't be guessed from elsewhere. */
export function newSidecar(article: ArticleMetadata = {}): SidecarFile {
  const keys = orderedKeys(article, ARTICLE_KEYS);
  const metadata = keys.map((key) => `${INDENT}${printScalar(key)}: ${printFlow(article[key])}\n`);
  return readSidecar([`version: ${SIDECAR_VERSION}\n`, ...(keys.length > 0 ? ['article:\n', ...metadata] : []), 'annotations: []\n'].join(''));
}

/**
 * Adds an annotation as the item number `index`. No other line of the file changes.
 *
 * @param lines the item's own lines, to put back what was removed; printed where left out
 */
export function insertAnnotation(file: SidecarFile, index: number, annotation: Annotation, lines?: string): SidecarFile {
  const eol = dominantLineEnding(file.text);
  const { layout } = file;
  const block = (indent: string) => (lines !== undefined && sameValue(readBlock(lines), annotation) ? lines : printBlock(annotation, indent, eol));
  switch (layout.kind) {
    case 'block': {
      const previous = file.entries[index - 1];
      return spliceBlock(file, index, 0, previous?.block.end ?? layout.start, previous?.block.end ?? layout.start, block(layout.indent), annotation);
    }
    case 'empty':
      return reread(file, fillEmptyList(file.text, layout, block(INDENT), eol), index, annotation);
    case 'missing':
      return reread(file, appendList(file.text, block(INDENT), eol), index, annotation);
    case 'flow':
      return reread(file, insertIntoFlow(file, layout, index, printFlow(annotation)), index, annotation);
  }
}

/** Changes the item number `index` to say `annotation`. Only the lines that differ change. */
export function replaceAnnotation(file: SidecarFile, index: number, annotation: Annotation): SidecarFile {
  const entry = entryAt(file, index);
  const { start, end } = entry.block;
  if (file.layout.kind !== 'block') {
    return reread(file, file.text.slice(0, start) + printFlow(annotation) + file.text.slice(end), index, annotation);
  }
  const lines = patchBlock(file.text.slice(start, end), annotation, file.layout.indent, dominantLineEnding(file.text));
  return spliceBlock(file, index, 1, start, end, lines, annotation);
}

/** Takes the item number `index` out, its lines and nothing else. */
export function removeAnnotation(file: SidecarFile, index: number): SidecarFile {
  const { start, end } = entryAt(file, index).block;
  if (file.layout.kind !== 'block') return reread(file, removeFromFlow(file, index));
  if (file.entries.length > 1) return spliceBlock(file, index, 1, start, end, '');
  const head = file.text.slice(0, start);
  const eol = dominantLineEnding(file.text);
  // Nothing between `annotations:` and the item: the empty list stands on the key's line, else it keeps the item's place.
  const emptied = head.trimEnd().endsWith(':') ? `${head.trimEnd()} []${eol}` : `${head}${file.layout.indent || INDENT}[]${eol}`;
  return reread(file, emptied + file.text.slice(end));
}

/** The lines of the item number `index`, as they stand. */
export function linesOf(file: SidecarFile, index: number): string {
  const { start, end } = entryAt(file, index).block;
  return file.text.slice(start, end);
}

function entryAt(file: SidecarFile, index: number): SidecarEntry {
  const entry = file.entries[index];
  if (entry === undefined) throw new RangeError(`No item ${index} in a list of ${file.entries.length}`);
  return entry;
}

/** Replaces whole lines of the block list by an annotation's, or by nothing, and moves the places of what follows. */
function spliceBlock(file: SidecarFile, index: number, removed: 0 | 1, start: number, end: number, lines: string, annotation?: Annotation): SidecarFile {
  const eol = dominantLineEnding(file.text);
  // The file's last line may lack its line end: what follows it needs one.
  const lead = lines !== '' && start > 0 && !file.text.slice(0, start).endsWith('\n') ? eol : '';
  const body = lines === '' || lines.endsWith('\n') ? lines : lines + eol;
  const text = file.text.slice(0, start) + lead + body + file.text.slice(end);
  if (file.hasAnchors || file.problems.length > 0) return reread(file, text, annotation === undefined ? undefined : index, annotation);
  const block = { start: start + lead.length, end: start + lead.length + body.length };
  const shift = lead.length + body.length - (end - start);
  const moved = (entry: SidecarEntry): SidecarEntry => ({ ...entry, block: { start: entry.block.start + shift, end: entry.block.end + shift } });
  const entries = [
    ...file.entries.slice(0, index),
    ...(annotation === undefined ? [] : [{ annotation, id: annotation.id, block }]),
    ...file.entries.slice(index + removed).map(moved),
  ];
  return { ...file, text, entries };
}

/**
 * Reads an edited text whole, and makes sure that it says what was meant and that nothing else changed: the net under
 * every layout that is too rare to be handled by its lines.
 */
function reread(before: SidecarFile, text: string, index?: number, annotation?: Annotation): SidecarFile {
  const file = readSidecar(text);
  const others = (entries: readonly SidecarEntry[], without?: string) => entries.filter(({ id }) => id === undefined || id !== without).map((entry) => entry.annotation ?? null);
  const edited = annotation?.id ?? before.entries.find(({ id }) => id !== undefined && !file.entries.some((entry) => entry.id === id))?.id;
  const right = file.refusal === undefined
    && (annotation === undefined || index === undefined || file.entries.some((entry) => sameValue(entry.annotation, annotation)))
    && sameValue(others(file.entries, edited), others(before.entries, edited));
  if (right) return file;
  throw new RefusedError(l10n.t('This sidecar is laid out in a way that can’t be edited safely (YAML anchors, or a list written in an unusual form). Nothing was written. Write its “annotations” as a plain list with a dash a line, then try again.'));
}

function fillEmptyList(text: string, { value }: Extract<ListLayout, { kind: 'empty' }>, lines: string, eol: string): string {
  const rest = text.slice(value.end);
  const lineRest = /^[^\r\n]*/.exec(rest)?.[0] ?? '';
  const after = rest.slice(lineRest.length).replace(/^\r?\n/, '');
  return text.slice(0, value.start).trimEnd() + lineRest.trimEnd() + eol + lines + after;
}

function appendList(text: string, lines: string, eol: string): string {
  const hasContent = text.replace(/^\uFEFF/, '').split(/\r?\n/).some((line) => !/^\s*(?:#.*)?$/.test(line));
  const lead = text === '' || text === '\uFEFF' || text.endsWith('\n') ? '' : eol;
  return `${text}${lead}${hasContent ? '' : `version: ${SIDECAR_VERSION}${eol}`}annotations:${eol}${lines}`;
}

function insertIntoFlow(file: SidecarFile, { list }: Extract<ListLayout, { kind: 'flow' }>, index: number, item: string): string {
  const next = file.entries[index]?.block.start;
  if (next !== undefined) return `${file.text.slice(0, next)}${item}, ${file.text.slice(next)}`;
  const last = file.entries.at(-1)?.block.end;
  if (last !== undefined) return `${file.text.slice(0, last)}, ${item}${file.text.slice(last)}`;
  return `${file.text.slice(0, list.start)}[${item}]${file.text.slice(list.end)}`;
}

function removeFromFlow(file: SidecarFile, index: number): string {
  const { block } = entryAt(file, index);
  const next = file.entries[index + 1];
  const previous = file.entries[index - 1];
  const start = next === undefined ? (previous?.block.end ?? block.start) : block.start;
  return file.text.slice(0, start) + file.text.slice(next?.block.start ?? block.end);
}
