import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type ErrorCode,
  type Node,
  type YAMLMap,
} from 'yaml';
import type { Problem, ProblemCode } from '../model/problem';
import type { Utf16Range } from '../text/range';
import { LOCAL_ERRORS, parseYaml, UnparsableError } from './parseYaml';
import { MAX_PROBLEMS, quotableText, shortenedProblems } from './problemList';
import { yamlMessage } from './yamlMessages';

/**
 * How many values aliases may stand for in one file, and how deep values may nest: more is an
 * attack or an accident.
 */
const MAX_ALIASED_VALUES = 10_000;
const MAX_DEPTH = 64;

export interface YamlText {
  readonly document: Document.Parsed;
  /** Errors after which nothing of the file can be relied on; of very many, the first. */
  readonly fatal: readonly Problem[];
  /** Errors of single values, in the order of their places. */
  readonly local: readonly Problem[];
}

/**
 * Parses a file's text as one YAML 1.2 document, with all errors as problems and the places of all
 * values. Never throws, and takes no longer than about a second: what would is a problem, too.
 */
export function readYaml(text: string): YamlText {
  try {
    const { document, untold } = parseYaml(text);
    const messages = new Map<ErrorCode, string>();
    const problems = document.errors.map((error) => {
      const message =
        messages.get(error.code) ?? l10n.t('Not valid YAML: {0}.', yamlMessage(error.code));
      messages.set(error.code, message);
      return {
        local: LOCAL_ERRORS.has(error.code),
        problem: yamlProblem('yaml', tooDeep(error.message) ?? message, error.pos, text.length),
      };
    });
    return {
      document,
      fatal: shortenedProblems(
        problems.filter(({ local }) => !local).map(({ problem }) => problem),
        untold,
      ),
      local: problems
        .filter(({ local }) => local)
        .map(({ problem }) => problem)
        .sort((a, b) => a.range.start - b.range.start),
    };
  } catch (error) {
    const problem =
      error instanceof UnparsableError
        ? yamlProblem(error.code, error.message, [error.offset, error.offset + 1], text.length)
        : yamlProblem(
            'yaml',
            tooDeep(String(error)) ?? l10n.t('Not valid YAML: {0}.', String(error)),
            [0, 1],
            text.length,
          );
    return { document: parseDocument(''), fatal: [problem], local: [] };
  }
}

function yamlProblem(
  code: ProblemCode,
  message: string,
  pos: readonly [number, number],
  length: number,
): Problem {
  // What is missing at the end of the text is reported as a place behind it.
  const [start, end] = pos.map((offset) => Math.min(offset, length)) as [number, number];
  return { code, severity: 'error', message, range: { start, end: Math.max(end, start) } };
}

/**
 * The library recurses: with a short stack, it overflows before our limit. It reports that like any
 * error.
 */
function tooDeep(error: string): string | undefined {
  return error.includes('call stack') ? l10n.t('Not readable: nested too deeply.') : undefined;
}

type AnySchema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/**
 * Turns YAML nodes into plain data, led by the schema that the data is to have: where the schema
 * wants text, a plain scalar is taken as it is written, so that `speaker: 007`, `date: 2024` or
 * `No` typed by hand mean what they show.
 */
export class YamlReader {
  private aliasedValues = 0;
  private aliases: ReadonlyMap<Alias, Node> | undefined;

  constructor(private readonly document: Document.Parsed) {}

  /** @throws UnreadableValueError where a value can't be plain data */
  read(node: Node | null | undefined, schema?: AnySchema, depth = 0, aliased = false): unknown {
    if (node === null || node === undefined) return null;
    if (depth > MAX_DEPTH) throw new UnreadableValueError(l10n.t('Nested too deeply.'), node);
    if (aliased && ++this.aliasedValues > MAX_ALIASED_VALUES)
      throw new UnreadableValueError(l10n.t('Aliases stand for too many values.'), node);
    const wanted = schema === undefined ? undefined : unwrapped(schema);
    if (isAlias(node)) return this.read(this.targetOf(node), wanted, depth + 1, true);
    if (isScalar(node))
      return wantsText(wanted) && node.type === 'PLAIN' && node.value !== null
        ? (node.source ?? node.value)
        : node.value;
    if (isSeq(node)) {
      const items = node.items as Node[];
      return items.map((item) => this.read(item, entryOf(wanted, undefined), depth + 1, aliased));
    }
    if (isMap<Node, Node | null>(node)) {
      const pairs = node.items.map(({ key, value }): [string, unknown] => {
        const name = keyName(key);
        if (name === undefined)
          throw new UnreadableValueError(l10n.t('A key must be plain text.'), key);
        return [name, this.read(value, entryOf(wanted, name), depth + 1, aliased)];
      });
      // A key of ours that is left empty is as good as absent; one that isn't ours, or may hold
      // anything, is kept as it is.
      const keepsNull = (name: string) => (entryOf(wanted, name)?.type ?? 'unknown') === 'unknown';
      return Object.fromEntries(pairs.filter(([name, value]) => value !== null || keepsNull(name)));
    }
    return null;
  }

  /**
   * What an alias stands for. All are looked up in one go: `Alias.resolve` walks through the
   * document each time.
   */
  private targetOf(alias: Alias): Node {
    this.aliases ??= aliasesOf(this.document);
    const target = this.aliases.get(alias);
    if (target === undefined)
      throw new UnreadableValueError(
        l10n.t('“*{0}” stands for nothing: no “&{0}” before it.', quotableText(alias.source)),
        alias,
      );
    return target;
  }
}

function aliasesOf(document: Document.Parsed): Map<Alias, Node> {
  const anchored = new Map<string, Node>();
  const aliases = new Map<Alias, Node>();
  visit(document, {
    Alias: (_, node) => {
      const target = anchored.get(node.source);
      if (target !== undefined) aliases.set(node, target);
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  return aliases;
}

/** A value that no plain data can stand for, with its node. */
export class UnreadableValueError extends Error {
  constructor(
    message: string,
    readonly node: Node,
  ) {
    super(message);
  }
}

/**
 * The key's text; undefined where it is not a scalar, or is `__proto__`, which JavaScript objects
 * can't hold safely.
 */
export function keyName(key: Node): string | undefined {
  if (!isScalar(key)) return undefined;
  const name = key.type === 'PLAIN' ? (key.source ?? String(key.value)) : String(key.value);
  return name === '__proto__' ? undefined : name;
}

/** The node's place in the text, without what follows it. */
export function rangeOfNode(node: Node | null | undefined, fallback: Utf16Range): Utf16Range {
  return node?.range ? { start: node.range[0], end: node.range[1] } : fallback;
}

/** Checks plain data against a schema; each issue as a problem at the value that it is about. */
export function checkShape<T extends AnySchema>(
  schema: T,
  value: unknown,
  node: Node | null | undefined,
  code: ProblemCode,
  fallback: Utf16Range,
): { readonly output?: v.InferOutput<T>; readonly problems: readonly Problem[] } {
  const result = v.safeParse(schema, value);
  // The value itself, not valibot's copy, which lacks keys such as `constructor`.
  if (result.success) return { output: value, problems: [] };
  const keys = new Map<YAMLMap, ReadonlyMap<string, Node>>();
  const problems = result.issues.map((issue, i): Problem => {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    // Further ones are counted, not shown: see `shortenedProblems`.
    const place = i < MAX_PROBLEMS ? nearestNode(node, path, keys) : node;
    return {
      code,
      severity: 'error',
      message: issueMessage(issue, path),
      range: rangeOfNode(place, fallback),
    };
  });
  return { problems };
}

/** The node at `path`, or the innermost one on the way there. */
function nearestNode(
  node: Node | null | undefined,
  path: readonly (string | number)[],
  keys: Map<YAMLMap, ReadonlyMap<string, Node>>,
): Node | null | undefined {
  let found = node;
  for (const key of path) {
    let next: unknown;
    if (isSeq(found)) next = found.items[key as number];
    if (isMap(found))
      next = remembered(keys, found, () => valuesOf(found as YAMLMap<Node, Node | null>)).get(
        String(key),
      );
    if (!isNode(next)) break;
    found = next;
  }
  return found;
}

/**
 * A mapping's values by key, the first one of each: a search in the list of pairs for each issue
 * would take too long.
 */
function valuesOf(map: YAMLMap<Node, Node | null>): ReadonlyMap<string, Node> {
  const values = new Map<string, Node>();
  for (const { key, value } of map.items) {
    const name = keyName(key);
    if (name !== undefined && value !== null && !values.has(name)) values.set(name, value);
  }
  return values;
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function issueMessage(issue: v.BaseIssue<unknown>, path: readonly (string | number)[]): string {
  const name = path.join('.').replace(/\.(\d+)/g, '[$1]') || l10n.t('the value');
  if (issue.received === 'undefined') return l10n.t('“{0}” is missing.', name);
  switch (issue.type) {
    case 'string':
      return l10n.t('“{0}” must be text.', name);
    case 'number':
    case 'integer':
      return l10n.t('“{0}” must be a whole number.', name);
    case 'min_value':
      return l10n.t('“{0}” is too small.', name);
    case 'boolean':
      return l10n.t('“{0}” must be true or false.', name);
    case 'array':
      return l10n.t('“{0}” must be a list.', name);
    case 'min_length':
      return l10n.t('“{0}” must not be empty.', name);
    case 'picklist':
    case 'literal':
      return l10n.t('“{0}” must be {1}.', name, issue.expected ?? '');
    case 'custom':
      return l10n.t('“{0}” is no address of a file.', name);
    case 'regex':
      if (path.at(-1) === 'id')
        return l10n.t('“{0}” must be letters and digits and start with a letter.', name);
      if (path.at(-1) === 'color') return l10n.t('“{0}” must be a colour such as #c62828.', name);
      return l10n.t('“{0}” must be a date: 2024, 2024-07 or 2024-07-04.', name);
    default:
      return l10n.t('“{0}” must have keys and values.', name);
  }
}

function unwrapped(schema: AnySchema): AnySchema {
  return 'wrapped' in schema ? unwrapped(schema.wrapped as AnySchema) : schema;
}

function wantsText(schema: AnySchema | undefined): boolean {
  return schema?.type === 'string' || schema?.type === 'picklist';
}

/** The schema of what stands under `key` in a mapping, or of a list's items (`key` undefined). */
function entryOf(schema: AnySchema | undefined, key: string | undefined): AnySchema | undefined {
  if (schema === undefined) return undefined;
  const found =
    key === undefined
      ? (schema as { item?: AnySchema }).item
      : own((schema as { entries?: Record<string, AnySchema> }).entries ?? {}, key);
  return found === undefined ? undefined : unwrapped(found);
}

/** A value of an object's own: a key may be called `constructor`. */
function own<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
