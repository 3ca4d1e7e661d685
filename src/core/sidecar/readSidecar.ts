import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Problem } from '../model/problem';
import { annotationSchema, articleMetadataSchema, idSchema } from '../model/schema';
import type { Annotation, ArticleMetadata } from '../model/types';
import type { Utf16Range } from '../text/range';
import { checkShape, keyName, rangeOf, readYaml, UnreadableValueError, YamlReader } from '../yaml/readYaml';
import { blocksOf, dashOffsets, lineStart } from './blocks';

/** The format's version that this program reads and writes. */
export const SIDECAR_VERSION = 1;

/** One item of a sidecar's `annotations`, broken ones included: those are kept byte for byte. */
export interface SidecarEntry {
  /** Undefined where the item can't be read; the file's problems say why. */
  readonly annotation: Annotation | undefined;
  /** The item's id where at least that is readable. */
  readonly id: string | undefined;
  /** The item's lines in the file's text, its line end included; in a flow list its value alone. UTF-16 offsets. */
  readonly block: Utf16Range;
}

/** How the file's list of annotations is written, which decides how an item is added or removed. */
export type ListLayout =
  /** A block list: a dash a line, `indent` before it; `start` is where the first item's line begins. */
  | { readonly kind: 'block'; readonly indent: string; readonly start: number }
  /** `[a, b]`, as in JSON. */
  | { readonly kind: 'flow'; readonly list: Utf16Range }
  /** `annotations:` without a value, or with an empty `[]` or `~`: `value` is replaced by a block list. */
  | { readonly kind: 'empty'; readonly value: Utf16Range }
  /** No such key, or an empty file. */
  | { readonly kind: 'missing' };

/** A sidecar's text and what was read from it. Immutable: edits make a new one. */
export interface SidecarFile {
  /** The whole text as decoded, byte-order mark and line ends included. */
  readonly text: string;
  readonly article: ArticleMetadata;
  readonly entries: readonly SidecarEntry[];
  readonly layout: ListLayout;
  readonly problems: readonly Problem[];
  /** Why nothing may be written to the file; undefined if it may. */
  readonly refusal: Problem | undefined;
  /** Whether YAML anchors or aliases tie parts of the file to each other, so that an edit of one can alter another. */
  readonly hasAnchors: boolean;
}

/**
 * Reads a sidecar's text: what is readable as annotations, and everything else as problems with their places.
 * A single broken entry spoils only itself; a text that is no YAML, or YAML of another shape, yields no entries and a refusal.
 */
export function readSidecar(text: string): SidecarFile {
  const { document, fatal, local } = readYaml(text);
  const whole: Utf16Range = { start: 0, end: Math.min(text.length, 1) };
  const unread = { text, article: {}, entries: [], layout: { kind: 'missing' }, hasAnchors: false } as const;
  if (fatal[0] !== undefined) return { ...unread, problems: fatal, refusal: fatal[0] };
  const root = document.contents as Node | null;
  if (root === null) return { ...unread, problems: [], refusal: undefined };
  if (!isMap(root)) return refused(unread, shapeProblem(l10n.t('A sidecar must have the keys “version” and “annotations”.'), rangeOf(root, whole)));

  const version = root.get('version', true);
  const versionProblem = checkVersion(version, root, whole);
  if (versionProblem?.code === 'shape') return refused(unread, versionProblem);

  const list = root.get('annotations', true) as Node | undefined;
  if (list !== undefined && !isSeq(list) && !(isScalar(list) && list.value === null)) {
    return refused(unread, shapeProblem(l10n.t('“annotations” must be a list.'), rangeOf(list, whole)));
  }

  const reader = new YamlReader(document);
  const problems: Problem[] = versionProblem === undefined ? [] : [versionProblem];
  const article = readArticleMetadata(root, reader, problems, whole);
  const entries = isSeq(list) ? readEntries(text, list, reader, local, problems) : [];
  problems.push(...outside(local, entries), ...duplicateIds(entries));
  return {
    text, article, entries, layout: layoutOf(text, root, list), problems,
    // An error outside all entries (a key given twice at the top) leaves open what belongs where.
    refusal: versionProblem ?? outside(local, entries)[0],
    hasAnchors: /[&*][^\s,[\]{}]/.test(text) && hasAnchors(document.contents),
  };
}

function refused(file: Omit<SidecarFile, 'problems' | 'refusal'>, problem: Problem): SidecarFile {
  return { ...file, problems: [problem], refusal: problem };
}

function shapeProblem(message: string, range: Utf16Range): Problem {
  return { code: 'shape', severity: 'error', message, range };
}

function checkVersion(node: unknown, root: YAMLMap, whole: Utf16Range): Problem | undefined {
  if (!isScalar(node)) return shapeProblem(l10n.t('“version” is missing: add “version: {0}”.', SIDECAR_VERSION), { start: root.range?.[0] ?? 0, end: (root.range?.[0] ?? 0) + 1 });
  const range = rangeOf(node, whole);
  const version = node.value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return shapeProblem(l10n.t('“version” must be a whole number.'), range);
  if (version <= SIDECAR_VERSION) return undefined;
  return { code: 'version', severity: 'error', message: l10n.t('Written by a newer version of Claim Annotator (format {0}): shown, but not changed. Update the extension to edit it.', version), range };
}

function readArticleMetadata(root: YAMLMap, reader: YamlReader, problems: Problem[], whole: Utf16Range): ArticleMetadata {
  const node = root.get('article', true) as Node | undefined;
  if (node === undefined || (isScalar(node) && node.value === null)) return {};
  const { output, problems: found } = readChecked(node, reader, articleMetadataSchema, whole);
  problems.push(...found);
  return output ?? {};
}

/** Reads a node by a schema; what can't be read, or doesn't fit, as problems. */
function readChecked<T extends typeof articleMetadataSchema | typeof annotationSchema>(node: Node, reader: YamlReader, schema: T, fallback: Utf16Range) {
  try {
    const value = reader.read(node, schema);
    // To the schema a list would be a mapping without the keys that it asks for.
    return { ...checkShape(schema, Array.isArray(value) ? null : value, node, 'entry', fallback) };
  } catch (error) {
    if (!(error instanceof UnreadableValueError)) throw error;
    const problem: Problem = { code: 'entry', severity: 'error', message: error.message, range: rangeOf(error.node, fallback) };
    return { problems: [problem] };
  }
}

function readEntries(text: string, list: YAMLSeq, reader: YamlReader, local: readonly Problem[], problems: Problem[]): SidecarEntry[] {
  const blocks = blocksOf(text, list);
  let nextError = 0;
  const sorted = [...local].sort((a, b) => a.range.start - b.range.start);
  return list.items.map((item, i): SidecarEntry => {
    const node = item as Node;
    const block = blocks[i] ?? { start: 0, end: 0 };
    while ((sorted[nextError]?.range.start ?? Infinity) < block.start) nextError++;
    const errors: Problem[] = [];
    while ((sorted[nextError]?.range.start ?? Infinity) < block.end) errors.push(...sorted.slice(nextError, ++nextError));
    const read = readChecked(node, reader, annotationSchema, block);
    // A value with an error of its own (a key given twice) leaves open what the entry says: it counts as broken.
    const broken = errors.length > 0 || read.problems.length > 0;
    problems.push(...errors, ...read.problems);
    return { annotation: broken || !('output' in read) ? undefined : read.output, id: idOf(node), block };
  });
}

function idOf(node: Node): string | undefined {
  const pair = isMap<Node, Node | null>(node) ? node.items.find(({ key }) => keyName(key) === 'id') : undefined;
  const id = isScalar(pair?.value) ? (pair.value.source ?? String(pair.value.value)) : undefined;
  return v.is(idSchema, id) ? id : undefined;
}

function layoutOf(text: string, root: YAMLMap, list: Node | undefined): ListLayout {
  if (list === undefined) return { kind: 'missing' };
  const value = rangeOf(list, { start: text.length, end: text.length });
  if (!isSeq(list) || list.items.length === 0) return root.flow === true ? { kind: 'flow', list: value } : { kind: 'empty', value };
  if (list.flow === true) return { kind: 'flow', list: value };
  const dash = dashOffsets(list)[0] ?? value.start;
  const start = lineStart(text, dash);
  return { kind: 'block', indent: text.slice(start, dash), start };
}

function outside(problems: readonly Problem[], entries: readonly SidecarEntry[]): Problem[] {
  return problems.filter(({ range }) => !entries.some(({ block }) => range.start >= block.start && range.start < block.end));
}

function duplicateIds(entries: readonly SidecarEntry[]): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, block }) => {
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id);
      return [];
    }
    const message = l10n.t('The id “{0}” occurs twice in this file: give one of the two annotations another id.', id);
    return [{ code: 'duplicate-id', severity: 'error', message, range: block } satisfies Problem];
  });
}

function hasAnchors(node: unknown): boolean {
  if (isAlias(node)) return true;
  if (!isNode(node)) return false;
  if (node.anchor !== undefined) return true;
  if (isMap<Node, Node | null>(node)) return node.items.some(({ key, value }) => hasAnchors(key) || hasAnchors(value));
  return isSeq(node) && node.items.some(hasAnchors);
}
