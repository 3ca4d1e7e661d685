import * as v from 'valibot';
import { isMap, isScalar, type Node, type YAMLSeq } from 'yaml';
import type { Problem } from '../model/problem';
import { annotationSchema, idSchema, type articleMetadataSchema } from '../model/schema';
import type { Utf16Range } from '../text/range';
import { checkShape } from '../yaml/checkShape';
import { keyName, rangeOfNode, UnreadableValueError, type YamlReader } from '../yaml/readYaml';
import { blocksOfItems } from '../yaml/blocks';
import type { SidecarEntry } from './sidecarFile';

/** Reads a node by a schema; what can't be read, or doesn't fit, as problems. */
export function readCheckedNode<T extends typeof articleMetadataSchema | typeof annotationSchema>(
  node: Node,
  reader: YamlReader,
  schema: T,
  fallback: Utf16Range,
) {
  try {
    const value = reader.read(node, schema);
    // To the schema a list would be a mapping without the keys that it asks for.
    return { ...checkShape(schema, Array.isArray(value) ? null : value, node, 'entry', fallback) };
  } catch (error) {
    if (!(error instanceof UnreadableValueError)) throw error;
    const problem: Problem = {
      code: 'entry',
      severity: 'error',
      message: error.message,
      range: rangeOfNode(error.node, fallback),
    };
    return { problems: [problem] };
  }
}

export interface SidecarEntries {
  readonly entries: readonly SidecarEntry[];
  readonly problems: readonly Problem[];
  /** Errors at places that belong to no entry. */
  readonly outside: readonly Problem[];
}

/**
 * Reads the items of a list, each for itself.
 *
 * @param local the errors of single values in the text, in their order
 */
export function readEntries(
  text: string,
  list: YAMLSeq,
  reader: YamlReader,
  local: readonly Problem[],
): SidecarEntries {
  const blocks = blocksOfItems(text, list);
  const problems: Problem[] = [];
  const outside: Problem[] = [];
  let next = 0;
  const errorsBefore = (offset: number, found: Problem[]) => {
    for (
      let error = local[next];
      error !== undefined && error.range.start < offset;
      error = local[++next]
    )
      found.push(error);
  };
  const entries = list.items.map((item, i): SidecarEntry => {
    const node = item as Node;
    const block = blocks[i] ?? { start: 0, end: 0 };
    const known = problems.length;
    errorsBefore(block.start, outside);
    errorsBefore(block.end, problems);
    const read = readCheckedNode(node, reader, annotationSchema, block);
    for (const problem of read.problems) problems.push(problem);
    // A value with an error of its own (a key given twice) leaves open what the entry says: it
    // counts as broken.
    const broken = problems.length > known;
    return {
      annotation: broken || !('output' in read) ? undefined : read.output,
      id: idOf(node),
      block,
    };
  });
  errorsBefore(Infinity, outside);
  return { entries, problems, outside };
}

function idOf(node: Node): string | undefined {
  const pair = isMap<Node, Node | null>(node)
    ? node.items.find(({ key }) => keyName(key) === 'id')
    : undefined;
  const id = isScalar(pair?.value) ? (pair.value.source ?? String(pair.value.value)) : undefined;
  return v.is(idSchema, id) ? id : undefined;
}
