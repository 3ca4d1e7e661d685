import { isMap, type Node } from 'yaml';
import { ARTICLE_KEYS, orderedKeys } from '../../model/fields';
import { isMapping, sameValue } from '../../model/sameValue';
import { articleMetadataSchema, sidecarSchema } from '../../model/schema';
import { printPair } from '../../sidecar/printBlock';
import { INDENT } from '../../yaml/printItem';
import { readYaml, YamlReader } from '../../yaml/readYaml';
import { mergeFields, type FieldValues } from '../annotation/mergeFields';
import { mergeValue } from '../annotation/threeWay';
import { restyleLines, joinLines, mergePieceLines } from '../lines/lineStyle';
import { mergeSequence, type PieceSequence, type PieceVersions } from '../lines/mergeSequence';
import { LIST_KEY, type ArticleLines, type FrameVersions } from './frame';

const NOTHING: PieceSequence<unknown> = { pieces: [], end: '' };

/**
 * Merges what the keys at the top say, but `annotations`, key by key; `article` by its own keys.
 */
export function mergeFrameValues({ base, ours, theirs }: FrameVersions): FieldValues {
  return mergeFields(base.values, ours.values, theirs.values, (field, was, is, other) => {
    const areMappings =
      field === 'article' &&
      [was, is, other].every((value) => value === undefined || value === null || isMapping(value));
    if (!areMappings) return mergeValue(was, is, other);
    const merged = mergeFields(
      isMapping(was) ? was : undefined,
      isMapping(is) ? is : {},
      isMapping(other) ? other : {},
    );
    // Nothing left of it: it stays, empty, if nobody removed it.
    const value = Object.keys(merged).length > 0 ? merged : mergeValue(was, is, other).value;
    return {
      value: value !== undefined && sameValue(value, is ?? {}) ? is : value,
      conflict: false,
    };
  });
}

/**
 * The lines of a merged file, without byte-order mark. Keys that neither side touched stay as they
 * are.
 *
 * @param values what the keys say (`mergeFrameValues`)
 * @param list the lines of the annotations
 */
export function mergeFrameLines(
  frames: FrameVersions,
  values: FieldValues,
  list: string,
  eol: string,
): string {
  const { base, ours, theirs } = frames;
  return mergeKeys(base.root, ours.root, theirs.root, values, eol, (key, versions) => {
    if (key === LIST_KEY) return list;
    if (key === 'annotations')
      return (
        mergePieceLines(versions, eol, (lines) => readKeys(lines)?.annotations === undefined) ??
        versions.ours?.lines ??
        `${key}:${eol}`
      );
    if (!Object.hasOwn(values, key)) return undefined;
    const value = values[key];
    return (
      mergePieceLines(versions, eol, (lines) => sameValue(readKeys(lines)?.[key] ?? null, value)) ??
      (key === 'article' ? mergeArticleLines(frames, value, eol) : printPair(key, value, '', eol))
    );
  });
}

/**
 * Both sides' changes of the lines under `article`; printed again where these can't be told apart.
 */
function mergeArticleLines(
  { base, ours, theirs }: FrameVersions,
  value: unknown,
  eol: string,
): string {
  if (!isMapping(value) || Object.keys(value).length === 0)
    return printPair('article', value, '', eol);
  const indent = ours.article?.indent ?? INDENT;
  if (ours.article !== undefined) {
    const lined = (article: ArticleLines | undefined): PieceSequence<unknown> =>
      article === undefined ? NOTHING : reindented(article, indent, eol);
    const keys = mergeKeys(
      lined(base.article),
      ours.article.keys,
      lined(theirs.article),
      value,
      eol,
      (key, versions) => {
        if (!Object.hasOwn(value, key)) return undefined;
        return (
          mergePieceLines(versions, eol, (lines) =>
            sameValue(readKeys(lines, articleMetadataSchema)?.[key] ?? null, value[key]),
          ) ?? printPair(key, value[key], indent, eol)
        );
      },
      indent,
    );
    const lines = joinLines([ours.article.head, keys], eol);
    if (sameValue(readKeys(lines)?.article, value)) return lines;
  }
  return `article:${eol}${orderedKeys(value, ARTICLE_KEYS)
    .map((key) => printPair(key, value[key], INDENT, eol))
    .join('')}`;
}

/** Merges the lines of a mapping's keys; those that are on no line yet come last. */
function mergeKeys(
  base: PieceSequence<unknown>,
  ours: PieceSequence<unknown>,
  theirs: PieceSequence<unknown>,
  values: FieldValues,
  eol: string,
  linesFor: (key: string, versions: PieceVersions<unknown>) => string | undefined,
  indent = '',
): string {
  const seen = new Set<string>();
  const { parts, end } = mergeSequence(
    base,
    ours,
    theirs,
    (versions) => {
      const key = (versions.ours ?? versions.theirs ?? versions.base)?.key ?? '';
      seen.add(key);
      const lines = linesFor(key, versions);
      return lines === undefined ? [] : [lines];
    },
    () => 0,
    eol,
  );
  const added = Object.keys(values)
    .filter((key) => !seen.has(key))
    .map((key) => printPair(key, values[key], indent, eol));
  return joinLines([...parts.flatMap(({ gap, part }) => [gap, part]), ...added, end], eol);
}

function reindented(
  { keys, indent: from }: ArticleLines,
  indent: string,
  eol: string,
): PieceSequence<unknown> {
  const lines = (text: string) => restyleLines(text, from, { indent, eol });
  return {
    pieces: keys.pieces.map((piece) => ({
      ...piece,
      gap: lines(piece.gap),
      lines: lines(piece.lines ?? ''),
    })),
    end: lines(keys.end),
  };
}

/** What some keys with their lines say; undefined where they can't be read alone. */
function readKeys(
  lines: string,
  schema: typeof sidecarSchema | typeof articleMetadataSchema = sidecarSchema,
): FieldValues | undefined {
  const { document, fatal, local } = readYaml(lines);
  if (fatal.length > 0 || local.length > 0 || !isMap(document.contents as Node | null))
    return undefined;
  try {
    return new YamlReader(document).read(document.contents, schema) as FieldValues;
  } catch {
    return undefined;
  }
}
