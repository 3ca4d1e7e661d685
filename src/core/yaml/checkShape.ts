import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { isMap, isNode, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Problem, ProblemCode } from '../model/problem';
import type { Utf16Range } from '../text/range';
import { MAX_PROBLEMS } from './problemList';
import { keyName, rangeOfNode, type AnySchema } from './readYaml';

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
    case 'union':
      return l10n.t('“{0}” must be text, null for what is not set, or a list of these.', name);
    case 'strict_object':
      return l10n.t('“{0}” is not known here.', name);
    case 'custom':
      return l10n.t('“{0}” is no address of a file.', name);
    case 'regex':
      return patternMessage(issue, path, name);
    default:
      return l10n.t('“{0}” must have keys and values.', name);
  }
}

function patternMessage(
  issue: v.BaseIssue<unknown>,
  path: readonly (string | number)[],
  name: string,
): string {
  switch (path.findLast((key) => typeof key === 'string')) {
    case 'id':
      return l10n.t('“{0}” must be letters and digits and start with a letter.', name);
    case 'color':
      return l10n.t('“{0}” must be a colour such as #c62828.', name);
    case 'state':
    case 'quoteType': {
      const values = [...(issue.expected ?? '').matchAll(/\w+/g)].map(([value]) => `"${value}"`);
      return l10n.t('“{0}” must be {1}.', name, values.join(' | '));
    }
    case 'linked':
      return l10n.t(
        '“{0}” must be a type of link with > (from here) or < (to here) before it, such as “<rebuts”.',
        name,
      );
    default:
      return l10n.t('“{0}” must be a date: 2024, 2024-07 or 2024-07-04.', name);
  }
}
