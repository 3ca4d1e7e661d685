import { parse as parseToml, TomlDate } from 'smol-toml';
import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { FrontMatter } from '../text/blocks/frontMatter';
import { keyName, readYaml } from '../yaml/readYaml';

/** What front matter may hold; scalars as texts, as they are written. */
export type Data = string | readonly Data[] | ReadonlyMap<string, Data> | undefined;

/** No more values than this are read: aliases may stand for millions. */
const MAX_VALUES = 2_000;
const MAX_DEPTH = 8;

/** The keys and values of front matter; empty where it can't be read. Never throws. */
export function readData(
  text: string,
  { format, content }: FrontMatter,
): ReadonlyMap<string, Data> {
  const written = text.slice(content.start, content.end);
  try {
    const data = READERS[format](written);
    return data instanceof Map ? (data as ReadonlyMap<string, Data>) : new Map();
  } catch {
    // The article is not ours to judge.
    return new Map();
  }
}

const READERS: Readonly<Record<FrontMatter['format'], (written: string) => Data>> = {
  yaml: (written) => {
    const { document, fatal } = readYaml(written);
    const budget = { left: MAX_VALUES };
    return fatal.length > 0 ? undefined : fromYaml(document.contents, document, budget, 0);
  },
  toml: (written) => fromObject(parseToml(written), 0),
  json: (written) => fromObject(JSON.parse(/^\s*\{/.test(written) ? written : `{${written}}`), 0),
  pandoc: (written) => {
    const parts = written.split(/^%[ \t]*/m).slice(1);
    const [title, author, date] = parts.map((part) => part.replace(/\n[ \t]+/g, '\n').trim());
    return new Map<string, Data>([
      ['title', title?.replace(/\n/g, ' ')],
      ['author', author?.split(/[;\n]/).map((one) => one.trim())],
      ['date', date],
    ]);
  },
};

function fromYaml(
  node: Node | null,
  document: Document.Parsed,
  budget: { left: number },
  depth: number,
): Data {
  if (node === null || depth > MAX_DEPTH || budget.left-- <= 0) return undefined;
  if (isAlias(node)) return fromYaml(node.resolve(document) ?? null, document, budget, depth + 1);
  // As written: `2024-07-11` and `007` are texts here.
  if (isScalar(node))
    return typeof node.value === 'string'
      ? node.value
      : node.value === null
        ? undefined
        : node.source;
  if (isSeq<Node>(node))
    return node.items.map((item) => fromYaml(item, document, budget, depth + 1));
  if (!isMap<Node, Node | null>(node)) return undefined;
  const pairs = node.items.map(({ key, value }): [string, Data] => [
    keyName(key) ?? '',
    fromYaml(value, document, budget, depth + 1),
  ]);
  return new Map(pairs);
}

function fromObject(value: unknown, depth: number): Data {
  if (value === null || value === undefined || depth > MAX_DEPTH) return undefined;
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => fromObject(item, depth + 1));
  if (typeof value === 'object')
    return new Map(Object.entries(value).map(([key, one]) => [key, fromObject(one, depth + 1)]));
  return typeof value === 'string' ? value : JSON.stringify(value);
}
