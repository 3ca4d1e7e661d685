import { isMap, isScalar, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import { sameValue } from '../model/sameValue';
import { dominantLineEnding } from '../text/lineEndings';
import { printScalar } from '../yaml/printScalar';
import { lineEnd, lineStart } from '../yaml/blocks';
import { INDENT } from '../yaml/printItem';
import { readSidecar } from './readSidecar';
import type { SidecarFile } from './sidecarFile';

/**
 * The file with another note of its article's encoding (`article.encoding`); no other line changes.
 *
 * @param encoding undefined: without a note, as for UTF-8
 * @returns the same file where nothing changes, or where it is laid out so that this can't be done
 *   without touching other lines
 */
export function noteEncoding(file: SidecarFile, encoding: string | undefined): SidecarFile {
  if (file.refusal !== undefined || file.article.encoding === encoding) return file;
  // A new sidecar has nothing that could be changed yet.
  if (file.text === '') return file;
  const text = withNote(file, encoding);
  if (text === undefined) return file;
  const noted = readSidecar(text);
  const wanted: Record<string, unknown> = { ...file.article, encoding };
  if (encoding === undefined) delete wanted['encoding'];
  const isRight =
    noted.refusal === undefined &&
    sameValue(noted.article, wanted) &&
    noted.entries.length === file.entries.length &&
    noted.entries.every(({ id }, i) => id === file.entries[i]?.id);
  return isRight ? noted : file;
}

/** The text with the note; undefined where what stands before the annotations isn't plain YAML. */
function withNote({ text, entries, layout }: SidecarFile, encoding?: string): string | undefined {
  // The annotations aren't read again: there may be thousands.
  const end = entries[0]?.block.start ?? (layout.kind === 'block' ? layout.start : text.length);
  const root = parseDocument(text.slice(0, end)).contents as Node | null;
  if (!isMap(root) || root.flow === true) return undefined;
  const line = `${INDENT}encoding: ${printScalar(encoding ?? '')}${dominantLineEnding(text)}`;
  const article = pairOf(root, 'article');
  if (article === undefined) {
    const list = startOf(pairOf(root, 'annotations'));
    if (encoding === undefined || list === undefined) return undefined;
    const at = lineStart(text, list);
    return `${text.slice(0, at)}article:${dominantLineEnding(text)}${line}${text.slice(at)}`;
  }
  if (!isMap(article.value) || article.value.flow === true) return undefined;
  const { items } = article.value;
  const note = pairOf(article.value, 'encoding');
  const isOnly = note !== undefined && items.length === 1;
  const start = startOf(isOnly && encoding === undefined ? article : note);
  const last = endOf(note ?? items.at(-1));
  if (last === undefined) return undefined;
  if (start !== undefined) {
    const replaced = encoding === undefined ? '' : line.replace(INDENT, indentAt(text, start));
    return text.slice(0, lineStart(text, start)) + replaced + text.slice(lineEnd(text, last - 1));
  }
  const first = startOf(items[0]);
  if (first === undefined) return undefined;
  const at = lineEnd(text, last - 1);
  return text.slice(0, at) + line.replace(INDENT, indentAt(text, first)) + text.slice(at);
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function startOf(pair: Pair | undefined): number | undefined {
  return (pair?.key as Node | undefined)?.range?.[0];
}

function endOf(pair: Pair | undefined): number | undefined {
  return ((pair?.value ?? pair?.key) as Node | undefined)?.range?.[1];
}

function indentAt(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset);
}
