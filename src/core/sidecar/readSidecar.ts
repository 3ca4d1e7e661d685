import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { isAlias, isMap, isScalar, isSeq, visit, type Document, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Problem } from '../model/problem';
import { annotationSchema, articleMetadataSchema, idSchema } from '../model/schema';
import type { Annotation, ArticleMetadata } from '../model/types';
import type { Utf16Range } from '../text/range';
import { ProblemList, quotable } from '../yaml/problemList';
import { checkShape, keyName, rangeOf, readYaml, UnreadableValueError, YamlReader } from '../yaml/readYaml';
import { blocksOf, dashOffsets, lineStart } from './blocks';
import { cutSidecar, entriesTakenOver, type Cut } from './cutSidecar';

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

/** How much is read in one step: items, and UTF-16 units unless a single item has more. */
const STEP_ITEMS = 100;
const STEP_LENGTH = 65_536;

/**
 * Reads a sidecar's text: what is readable as annotations, and everything else as problems with their places.
 * A single broken entry spoils only itself; a text that is no YAML, or YAML of another shape, yields no entries and a refusal.
 *
 * @param known the same file as it was read before: what stands there as before keeps its `Annotation` objects and costs next to nothing
 */
export function readSidecar(text: string, known?: SidecarFile): SidecarFile {
  const steps = readSidecarInSteps(text, known);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * The same in steps, each of which takes some 20 ms at most, for the caller to let others have their turn in between.
 * A single huge item, or a text in another form than a list with a dash a line, is read in one step: as much as takes a second;
 * more is refused.
 */
export function* readSidecarInSteps(text: string, known?: SidecarFile): Generator<void, SidecarFile, void> {
  if (known?.text === text) return known;
  const inParts = yield* readInParts(text, known);
  if (inParts !== undefined && !('fatal' in inParts)) return inParts;
  const [first] = inParts?.fatal ?? [];
  // A part that is too large is so in the whole, too.
  if (first?.code === 'too-large') return refused(unread(text), first);
  yield;
  const whole = readWhole(text);
  if (inParts === undefined) return whole;
  // A quotation mark that is missing in one item is missed at the end of the text, if that is read whole; its part says where.
  const knowsMore = whole.refusal?.code === 'too-large' || (whole.refusal?.code === 'yaml' && inParts.fatal[0].code === 'yaml' && whole.entries.length === 0);
  return knowsMore ? { ...whole, problems: inParts.fatal, refusal: inParts.fatal[0] } : whole;
}

/** Reads the text as one YAML document: the measure for reading in parts, and what is left where that can't be done. */
export function readWhole(text: string): SidecarFile {
  const { document, fatal, local } = readYaml(text);
  const tooLarge = fatal.find(({ code }) => code === 'too-large');
  if (tooLarge !== undefined) {
    return refused(unread(text), { ...tooLarge, message: l10n.t('Too large to be read in one piece. Write “annotations” as a plain list with a dash a line, without YAML anchors: then it is read in parts.') });
  }
  if (fatal[0] !== undefined) return { ...unread(text), problems: fatal, refusal: fatal[0] };
  const frame = readFrame(text, document);
  if ('refusal' in frame) return frame;
  const { root, list } = frame;
  const { entries, problems: found, outside } = isSeq(list) ? readEntries(text, list, new YamlReader(document), local) : { entries: [], problems: [], outside: local };
  const problems = new ProblemList();
  problems.addAll(found);
  return finished(frame, { text, entries, layout: layoutOf(text, root, list), hasAnchors: hasAnchors(text, document) }, problems, outside);
}

/** Why a part of a text can't be read. */
interface Unreadable {
  readonly fatal: readonly [Problem, ...Problem[]];
}

/**
 * Reads the items of a block list one run after the other, and what stands around the list as a document of its own.
 *
 * @returns undefined where the text can't be cut so that it means the same; `fatal`: where a part can't be read
 */
function* readInParts(text: string, known: SidecarFile | undefined): Generator<void, SidecarFile | Unreadable | undefined, void> {
  const cut = cutSidecar(text);
  if (cut === undefined) return undefined;
  const { indent, starts, end } = cut;
  const listStart = starts[0] ?? end;
  const placeholder = `${indent}- []\n`;
  const around = text.slice(0, listStart) + placeholder + text.slice(end);
  const shift = end - listStart - placeholder.length;
  const moved = (problem: Problem) => (problem.range.start < listStart ? problem : shifted(problem, shift));
  const { document, fatal: [first, ...others], local } = readYaml(around);
  if (first !== undefined) return { fatal: [moved(first), ...others.map(moved)] };
  if (hasAnchors(around, document)) return undefined;
  const frame = readFrame(around, document);
  if ('refusal' in frame) return frame.refusal && { fatal: [moved(frame.refusal)] };
  if (!isSeq(frame.list) || dashOffsets(frame.list).join() !== String(listStart + indent.length)) return undefined;

  const entries = entriesTakenOver(text, cut, known);
  const problems = new ProblemList();
  for (let i = 0; i < starts.length;) {
    let next = i;
    const fits = () => next === i || (next - i < STEP_ITEMS && (starts[next + 1] ?? end) - (starts[i] ?? 0) <= STEP_LENGTH);
    while (next < starts.length && entries[next] === undefined && fits()) next++;
    if (next > i) {
      const part = readPart(text, cut, i, next);
      if (part === undefined || 'fatal' in part) return part;
      part.entries.forEach((entry, n) => { entries[i + n] = entry; });
      problems.addAll(part.problems);
      yield;
    }
    i = Math.max(next, i + 1);
  }

  return finished(
    { ...frame, problems: frame.problems.map(moved), versionProblem: frame.versionProblem && moved(frame.versionProblem) },
    { text, entries: entries.filter((entry) => entry !== undefined), layout: { kind: 'block', indent, start: listStart }, hasAnchors: false },
    problems, local.map(moved),
  );
}

/** Reads the items from number `from` up to, but not including, number `to`. */
function readPart(text: string, { indent, starts, end }: Cut, from: number, to: number): Pick<Entries, 'entries' | 'problems'> | Unreadable | undefined {
  const offset = starts[from] ?? 0;
  // What is empty reaches up to what follows it: so the spaces before that are part of the part.
  const behind = starts[to] ?? end;
  const part = text.slice(offset, behind + (/ */y.exec(text.slice(behind, behind + indent.length))?.[0].length ?? 0));
  // A document's end within the list ends the list.
  if (/\n(?:---|\.\.\.)/.test(part)) return undefined;
  const { document, fatal: [first, ...others], local } = readYaml(part);
  if (first !== undefined) {
    for (let i = from; i < to && to - from > 1; i++) {
      const alone = readPart(text, { indent, starts, end }, i, i + 1);
      if (alone !== undefined && 'fatal' in alone) return alone;
    }
    return { fatal: [shifted(first, offset), ...others.map((problem) => shifted(problem, offset))] };
  }
  const list: unknown = document.contents;
  const dashes = starts.slice(from, to).map((start) => start - offset + indent.length);
  if (!isSeq(list) || list.items.length !== dashes.length || dashOffsets(list).join() !== dashes.join() || hasAnchors(part, document)) return undefined;
  const read = readEntries(part, list, new YamlReader(document), local);
  if (read.outside.length > 0) return undefined;
  return {
    entries: read.entries.map((entry) => ({ ...entry, block: shiftedRange(entry.block, offset) })),
    problems: read.problems.map((problem) => shifted(problem, offset)),
  };
}

function shifted(problem: Problem, by: number): Problem {
  return { ...problem, range: shiftedRange(problem.range, by) };
}

function shiftedRange({ start, end }: Utf16Range, by: number): Utf16Range {
  return { start: start + by, end: end + by };
}

/** What a sidecar says around its annotations. */
interface Frame {
  readonly root: YAMLMap;
  readonly list: Node | undefined;
  readonly article: ArticleMetadata;
  readonly problems: readonly Problem[];
  /** That a newer version wrote the file. */
  readonly versionProblem: Problem | undefined;
}

function readFrame(text: string, document: Document.Parsed): Frame | SidecarFile {
  const whole: Utf16Range = { start: 0, end: Math.min(text.length, 1) };
  const root = document.contents as Node | null;
  if (root === null) return { ...unread(text), problems: [], refusal: undefined };
  if (!isMap(root)) return refused(unread(text), shapeProblem(l10n.t('A sidecar must have the keys “version” and “annotations”.'), rangeOf(root, whole)));

  const versionProblem = checkVersion(root.get('version', true), root, whole);
  if (versionProblem?.code === 'shape') return refused(unread(text), versionProblem);

  const list = root.get('annotations', true) as Node | undefined;
  if (list !== undefined && !isSeq(list) && !(isScalar(list) && list.value === null)) {
    return refused(unread(text), shapeProblem(l10n.t('“annotations” must be a list.'), rangeOf(list, whole)));
  }
  return { root, list, versionProblem, ...readArticleMetadata(root, new YamlReader(document), whole) };
}

function unread(text: string): Omit<SidecarFile, 'problems' | 'refusal'> {
  return { text, article: {}, entries: [], layout: { kind: 'missing' }, hasAnchors: false };
}

/**
 * The file as read.
 *
 * @param problems of the entries
 * @param outside errors outside all entries (a key given twice at the top): they leave open what belongs where
 */
function finished({ article, problems: ofFrame, versionProblem }: Frame, file: Omit<SidecarFile, 'article' | 'problems' | 'refusal'>, problems: ProblemList, outside: readonly Problem[]): SidecarFile {
  const all = new ProblemList();
  if (versionProblem !== undefined) all.add(versionProblem);
  all.addAll(ofFrame);
  all.addAll(outside);
  all.append(problems);
  for (const entry of withRepeatedIds(file.entries)) all.add(() => duplicateId(entry));
  return { ...file, article, problems: all.shortened(), refusal: versionProblem ?? outside[0] };
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

function readArticleMetadata(root: YAMLMap, reader: YamlReader, whole: Utf16Range): Pick<Frame, 'article' | 'problems'> {
  const node = root.get('article', true) as Node | undefined;
  if (node === undefined || (isScalar(node) && node.value === null)) return { article: {}, problems: [] };
  const { output, problems } = readChecked(node, reader, articleMetadataSchema, whole);
  return { article: output ?? {}, problems };
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

interface Entries {
  readonly entries: readonly SidecarEntry[];
  readonly problems: readonly Problem[];
  /** Errors at places that belong to no entry. */
  readonly outside: readonly Problem[];
}

/** @param local the errors of single values in the text, in their order */
function readEntries(text: string, list: YAMLSeq, reader: YamlReader, local: readonly Problem[]): Entries {
  const blocks = blocksOf(text, list);
  const problems: Problem[] = [];
  const outside: Problem[] = [];
  let next = 0;
  const errorsBefore = (offset: number, found: Problem[]) => {
    for (let error = local[next]; error !== undefined && error.range.start < offset; error = local[++next]) found.push(error);
  };
  const entries = list.items.map((item, i): SidecarEntry => {
    const node = item as Node;
    const block = blocks[i] ?? { start: 0, end: 0 };
    const known = problems.length;
    errorsBefore(block.start, outside);
    errorsBefore(block.end, problems);
    const read = readChecked(node, reader, annotationSchema, block);
    for (const problem of read.problems) problems.push(problem);
    // A value with an error of its own (a key given twice) leaves open what the entry says: it counts as broken.
    const broken = problems.length > known;
    return { annotation: broken || !('output' in read) ? undefined : read.output, id: idOf(node), block };
  });
  errorsBefore(Infinity, outside);
  return { entries, problems, outside };
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

function withRepeatedIds(entries: readonly SidecarEntry[]): SidecarEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ id }) => id !== undefined && (seen.has(id) || !seen.add(id)));
}

function duplicateId({ id = '', block }: SidecarEntry): Problem {
  const message = l10n.t('The id “{0}” occurs twice in this file: give one of the two annotations another id.', quotable(id));
  return { code: 'duplicate-id', severity: 'error', message, range: block };
}

/** Whether there are anchors or aliases in a text's document. */
function hasAnchors(text: string, document: Document.Parsed): boolean {
  if (!/[&*][^\s,[\]{}]/.test(text)) return false;
  let found = false;
  visit(document, {
    Node: (_, node) => {
      found = isAlias(node) || node.anchor !== undefined;
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}
