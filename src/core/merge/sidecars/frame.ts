import { isMap, type Node, type YAMLMap } from 'yaml';
import { isMapping } from '../../model/sameValue';
import { sidecarSchema } from '../../model/schema';
import type { Annotation } from '../../model/types';
import { contentEnd, lineEnd, lineStart } from '../../yaml/blocks';
import { insertAnnotation } from '../../sidecar/editSidecar';
import type { SidecarFile } from '../../sidecar/sidecarFile';
import { keyName, readYaml, YamlReader } from '../../yaml/readYaml';
import type { FilePiece, PieceSequence } from '../lines/mergeSequence';

/** Stands in the frame for the annotations; no key of a file's is empty and starts so. */
export const LIST_KEY = '\0';

/** A sidecar without its annotations: its keys with their lines, and what stands around them. */
export interface MergeFrame {
  /** What each key at the top says, but `annotations`. */
  readonly values: Readonly<Record<string, unknown>>;
  /**
   * The lines of the keys at the top, in their order, with `LIST_KEY` where the annotations stand.
   */
  readonly root: PieceSequence<unknown>;
  /**
   * Comments and empty lines behind the last annotation: they belong to the list, for an annotation
   * below them may go.
   */
  readonly belowList: string;
  /**
   * The lines of the keys under `article`; undefined where they don't stand on lines of their own.
   */
  readonly article: ArticleLines | undefined;
  /** Whether everything has lines of its own, so that annotations go in where `LIST_KEY` stands. */
  readonly isLined: boolean;
}

/** The three versions of what stands around the annotations. */
export interface FrameVersions {
  readonly base: MergeFrame;
  readonly ours: MergeFrame;
  readonly theirs: MergeFrame;
}

/** The block under `article`: its first line, and the lines of its keys. */
export interface ArticleLines {
  readonly head: string;
  readonly keys: PieceSequence<unknown>;
  readonly indent: string;
}

/** Makes an empty list a block list: annotations are merged into what stands around it. */
const PROBE: Annotation = { id: 'x', role: 'x', passages: [{ exact: 'x' }] };

/**
 * Reads what stands around a readable sidecar's annotations.
 *
 * @param eol the line end that all lines get; as they stand where it is left out
 */
export function frameOfFile(file: SidecarFile, eol?: string): MergeFrame {
  const { head, tail, list } = withoutEntries(file);
  const [before, after] = [head.replace(/^\uFEFF/, ''), tail].map((part) =>
    eol === undefined ? part : part.replace(/\r?\n/g, eol),
  ) as [string, string];
  return frameOfText(before + after, list ? before.length : undefined);
}

/**
 * Reads a whole text as a frame in which the annotations are the value of their key, as they stand.
 */
export function frameOfWholeText(text: string): MergeFrame {
  return frameOfText(text.replace(/^\uFEFF/, ''), undefined);
}

function frameOfText(text: string, list: number | undefined): MergeFrame {
  const { document } = readYaml(text);
  const map = document.contents as Node | null;
  const reader = new YamlReader(document);
  if (!isMap<Node, Node | null>(map))
    return {
      values: {},
      root: { pieces: [], end: text },
      belowList: '',
      article: undefined,
      isLined: false,
    };
  const values = readValues(reader, map, text);
  if (map.flow === true || map.items.some(({ key }) => keyName(key) === undefined)) {
    const keys = [...Object.keys(values), LIST_KEY];
    return {
      values,
      root: {
        pieces: keys.map((key) => ({ key, gap: '', lines: undefined, value: values[key] })),
        end: '',
      },
      belowList: '',
      article: undefined,
      isLined: false,
    };
  }
  const root = linesOfKeys(text, map, { start: 0, end: text.length }, list);
  return {
    values,
    ...withoutGapBelowList(root),
    article: articleLines(root),
    isLined: list !== undefined,
  };
}

/**
 * Takes what stands behind the last annotation from the key that follows, or from the end of the
 * file.
 */
function withoutGapBelowList({
  pieces,
  end,
}: PieceSequence<unknown>): Pick<MergeFrame, 'root' | 'belowList'> {
  const list = pieces.findIndex(({ key }) => key === LIST_KEY);
  const next = pieces[list + 1];
  if (list < 0) return { root: { pieces, end }, belowList: '' };
  if (next === undefined) return { root: { pieces, end: '' }, belowList: end };
  return {
    root: { pieces: pieces.with(list + 1, { ...next, gap: '' }), end },
    belowList: next.gap,
  };
}

/**
 * The text before and behind a file's annotations, and whether the two would be right without them.
 */
function withoutEntries(file: SidecarFile): {
  readonly head: string;
  readonly tail: string;
  readonly list: boolean;
} {
  const { layout, text } = file;
  if (layout.kind === 'flow')
    return {
      head: `${text.slice(0, layout.list.start)}[]`,
      tail: text.slice(layout.list.end),
      list: false,
    };
  if (layout.kind === 'block') {
    if (layout.indent.trim() !== '') return { head: text, tail: '', list: false };
    return {
      head: text.slice(0, layout.start),
      tail: text.slice(file.entries.at(-1)?.block.end ?? layout.start),
      list: true,
    };
  }
  try {
    return withoutEntries(insertAnnotation(file, 0, PROBE));
  } catch {
    return { head: text, tail: '', list: false };
  }
}

function readValues(
  reader: YamlReader,
  map: YAMLMap<Node, Node | null>,
  text: string,
): Record<string, unknown> {
  let read: unknown;
  try {
    read = reader.read(map, sidecarSchema);
  } catch {
    // A value that is no plain data is known by its lines.
    read = Object.fromEntries(
      map.items.map(({ key, value }) => [
        keyName(key) ?? '',
        text.slice(value?.range?.[0], value?.range?.[1]),
      ]),
    );
  }
  // A key that has lines but no value is one that somebody is going to fill in.
  const named = map.items
    .flatMap(({ key }) => keyName(key) ?? [])
    .filter((key) => key !== 'annotations');
  return Object.fromEntries(
    named.map((key) => [key, isMapping(read) && Object.hasOwn(read, key) ? read[key] : null]),
  );
}

/** A block mapping's keys, each with its lines, within a stretch of whole lines. */
function linesOfKeys(
  text: string,
  map: YAMLMap<Node, Node | null>,
  { start, end }: { readonly start: number; readonly end: number },
  list?: number,
): PieceSequence<unknown> {
  const pieces: FilePiece<unknown>[] = [];
  let from = start;
  const add = (key: string, at: number, to: number) => {
    pieces.push({ key, gap: text.slice(from, at), lines: text.slice(at, to), value: undefined });
    from = to;
  };
  for (const { key, value } of map.items) {
    const name = keyName(key) ?? '';
    const keyStart = lineStart(text, key.range?.[0] ?? 0);
    const keyEnd = contentEnd(text, (key.range?.[1] ?? 0) + 1, value ?? key);
    add(
      name,
      keyStart,
      name === 'annotations' && list !== undefined ? Math.min(keyEnd, list) : keyEnd,
    );
    if (name === 'annotations' && list !== undefined) add(LIST_KEY, list, list);
  }
  return { pieces, end: text.slice(from, end) };
}

/**
 * Takes the lines of `article` apart; undefined where its keys don't stand on lines of their own.
 */
function articleLines(root: PieceSequence<unknown>): ArticleLines | undefined {
  const text = root.pieces.find(({ key }) => key === 'article')?.lines ?? '';
  const { document } = readYaml(text);
  const contents = document.contents as Node | null;
  const pair = isMap<Node, Node | null>(contents) ? contents.items[0] : undefined;
  const map = pair?.value;
  const first =
    isMap<Node, Node | null>(map) && map.flow !== true ? map.items[0]?.key.range?.[0] : undefined;
  const end = lineEnd(text, pair?.key.range?.[1] ?? 0);
  if (!isMap<Node, Node | null>(map) || first === undefined) return undefined;
  const haveLinesOfTheirOwn = first >= end;
  const haveNames = map.items.every(({ key }) => keyName(key) !== undefined);
  if (!haveLinesOfTheirOwn || !haveNames) return undefined;
  return {
    head: text.slice(0, end),
    keys: linesOfKeys(text, map, { start: end, end: text.length }),
    indent: text.slice(lineStart(text, first), first),
  };
}
