import * as l10n from '@vscode/l10n';
import type * as v from 'valibot';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type ErrorCode,
  type Node,
} from 'yaml';
import type { Problem, ProblemCode } from '../model/problem';
import type { Utf16Range } from '../text/range';
import { LOCAL_ERRORS, parseYaml, UnparsableError } from './parseYaml';
import { quotableText, shortenedProblems } from './problemList';
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

/** Any schema of valibot's. */
export type AnySchema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

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
      // A key of ours that is left empty is as good as absent; others are kept as they are.
      const keepsNull = (name: string) => allowsNull(entryOf(wanted, name));
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

/** A scalar's text as it is shown; undefined for anything else. */
export function scalarText(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  return node.type === 'PLAIN' ? (node.source ?? String(node.value)) : String(node.value);
}

/** The node's place in the text, without what follows it. */
export function rangeOfNode(node: Node | null | undefined, fallback: Utf16Range): Utf16Range {
  return node?.range ? { start: node.range[0], end: node.range[1] } : fallback;
}

function unwrapped(schema: AnySchema): AnySchema {
  return 'wrapped' in schema ? unwrapped(schema.wrapped as AnySchema) : schema;
}

function wantsText(schema: AnySchema | undefined): boolean {
  return optionsOf(schema).some(({ type }) => type === 'string' || type === 'picklist');
}

/** Whether a key says something by having no value: one that isn't ours, or may hold anything. */
function allowsNull(schema: AnySchema | undefined): boolean {
  return (
    schema === undefined ||
    optionsOf(schema).some(({ type }) => type === 'unknown' || type === 'null')
  );
}

/** The schemas of which one must hold. */
export function optionsOf(schema: AnySchema | undefined): readonly AnySchema[] {
  if (schema === undefined) return [];
  return 'options' in schema && schema.type === 'union'
    ? (schema.options as AnySchema[]).map(unwrapped)
    : [schema];
}

/** The schema of what stands under `key` in a mapping, or of a list's items (`key` undefined). */
export function entryOf(
  schema: AnySchema | undefined,
  key: string | undefined,
): AnySchema | undefined {
  if (schema === undefined) return undefined;
  const found =
    key === undefined
      ? optionsOf(schema)
          .map((option) => (option as { item?: AnySchema }).item)
          .find((item) => item !== undefined)
      : own((schema as { entries?: Record<string, AnySchema> }).entries ?? {}, key);
  return found === undefined ? undefined : unwrapped(found);
}

/** A value of an object's own: a key may be called `constructor`. */
function own<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
