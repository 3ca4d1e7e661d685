import * as l10n from '@vscode/l10n';
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { isIsoDate } from '../model/dates';
import type { Problem, ProblemCode } from '../model/problem';
import { codebookSchema, filterSchema } from '../model/schema';
import type { Utf16Range } from '../text/range';
import { nameKey } from '../text/names/names';
import { ProblemList, quotableText } from '../yaml/problemList';
import { keyName, rangeOfNode, scalarText } from '../yaml/readYaml';
import type { Codebook } from './codebook';
import type { Section } from './sections';
import { likeliest } from './unknownValues';
import { vocabularyOf, type Vocabulary } from './vocabulary';

type Entry = YAMLMap<Node, Node | null>;

/**
 * What may be wrong in a codebook that can be read: names of two speakers, keys that nobody knows,
 * filters of views that find nothing. It is used all the same.
 *
 * @param keys the keys that an entry of each list may have
 */
export function codebookAdvice(
  root: Entry,
  codebook: Codebook,
  keys: Readonly<Record<Section, readonly string[]>>,
): readonly Problem[] {
  const found = new ProblemList();
  found.addAll(unknownKeys(root, Object.keys(codebookSchema.entries)));
  for (const [section, known] of Object.entries(keys) as [Section, readonly string[]][])
    for (const entry of entriesOf(root, section)) found.addAll(unknownKeys(entry, known));
  found.addAll(sharedNames(entriesOf(root, 'speakers')));
  const vocabulary = vocabularyOf(codebook);
  for (const view of entriesOf(root, 'views')) found.addAll(filterProblems(view, vocabulary));
  return found.toProblems();
}

function entriesOf(root: Entry, section: Section): Entry[] {
  const list = root.get(section, true) as unknown;
  const items = isSeq(list) ? (list.items as Node[]) : [];
  return items.filter((item): item is Entry => isMap(item));
}

function problem(
  code: ProblemCode,
  severity: Problem['severity'],
  message: string,
  node: Node | null,
): Problem {
  const range: Utf16Range = rangeOfNode(node, { start: 0, end: 0 });
  return { code, severity, message, range };
}

/** Keys that aren't the format's are kept for other programs; one nearly ours is a slip. */
function unknownKeys(entry: Entry, known: readonly string[]): Problem[] {
  return entry.items.flatMap(({ key }) => {
    const name = keyName(key);
    if (name === undefined || known.includes(name)) return [];
    const meant = likeliest(name, known);
    const message =
      meant === undefined
        ? l10n.t(
            '“{0}” is no key of the format: it is kept, and means nothing.',
            quotableText(name),
          )
        : l10n.t('“{0}” is no key of the format. Is “{1}” meant?', quotableText(name), meant);
    const severity = meant === undefined ? 'information' : 'warning';
    return [problem('unknown-key', severity, message, key)];
  });
}

/** Names and aliases that two speakers have, or one speaker twice; the same in another case too. */
function sharedNames(speakers: readonly Entry[]): Problem[] {
  const bearers = new Map<string, string>();
  const found: Problem[] = [];
  const add = (node: unknown, bearer: string) => {
    const name = scalarText(node);
    if (name === undefined || nameKey(name) === '') return;
    const other = bearers.get(nameKey(name));
    if (other === undefined) bearers.set(nameKey(name), bearer);
    else
      found.push(problem('shared-name', 'warning', sharedText(name, bearer, other), node as Node));
  };
  const names = speakers.map((entry) => entry.get('name', true) as unknown);
  // Names before aliases: a name that is somebody else's alias still means its bearer.
  const exact = new Set<string>();
  for (const node of names) {
    const name = scalarText(node);
    // What is written twice is an error of its own.
    if (name === undefined || exact.has(name)) continue;
    exact.add(name);
    add(node, name);
  }
  for (const [i, entry] of speakers.entries()) {
    const aliases = entry.get('aliases', true) as unknown;
    const bearer = scalarText(names[i]);
    if (bearer !== undefined && isSeq(aliases)) for (const node of aliases.items) add(node, bearer);
  }
  return found;
}

function sharedText(name: string, bearer: string, other: string): string {
  const [shown, own, others] = [name, bearer, other].map(quotableText) as [string, string, string];
  return bearer === other
    ? l10n.t('“{0}” is written twice as a name of “{1}”.', shown, own)
    : l10n.t('“{0}” is a name of “{1}” and of “{2}”: it counts for “{2}”.', shown, own, others);
}

/** Values of a view's filter that no annotation can have. */
function filterProblems(view: Entry, vocabulary: Vocabulary): Problem[] {
  const filter = view.get('filter', true) as unknown;
  if (!isMap<Node, Node | null>(filter)) return [];
  const known = filter.items.filter(({ key }) =>
    Object.hasOwn(filterSchema.entries, keyName(key) ?? ''),
  );
  return [...known.flatMap((pair) => valueProblems(pair, vocabulary)), ...periodProblems(filter)];
}

function valueProblems({ key, value }: Pair<Node, Node | null>, vocabulary: Vocabulary): Problem[] {
  const name = keyName(key) ?? '';
  const nodes: readonly unknown[] = isSeq(value) ? value.items : [value];
  return nodes.flatMap((node) => {
    const text = isScalar(node) && node.value !== null ? scalarText(node) : undefined;
    if (text === undefined) return [];
    if (name === 'since' || name === 'until')
      return /^\d{4}(-\d\d){0,2}$/.test(text) && !isIsoDate(text)
        ? [
            problem(
              'view-value',
              'warning',
              l10n.t('There is no such day: {0}.', text),
              node as Node,
            ),
          ]
        : [];
    const ids = idsFor(name, vocabulary);
    const id = name === 'linked' ? text.slice(1) : text;
    if (ids === undefined || ids.includes(id)) return [];
    const meant = likeliest(id, ids);
    const message =
      meant === undefined
        ? l10n.t('“{0}” is not in the codebook: the view shows nothing by it.', quotableText(id))
        : l10n.t('“{0}” is not in the codebook. Is “{1}” meant?', quotableText(id), meant);
    return [problem('view-value', 'warning', message, node as Node)];
  });
}

/** The values that a key of a filter can have; undefined where it may be any text. */
function idsFor(key: string, { roles, stances, links }: Vocabulary): string[] | undefined {
  const entries = { role: roles, stance: stances, linked: links }[key];
  return entries?.map(({ id }) => id);
}

/** A period that ends before it begins. */
function periodProblems(filter: Entry): Problem[] {
  const [since, until] = ['since', 'until'].map((key) => filter.get(key, true) as unknown);
  const [from, to] = [scalarText(since), scalarText(until)];
  if (from === undefined || to === undefined || !isIsoDate(from) || !isIsoDate(to)) return [];
  // By so much as both say: 2024 and 2024-07 overlap.
  const length = Math.min(from.length, to.length);
  if (from.slice(0, length) <= to.slice(0, length)) return [];
  const message = l10n.t('“until” is before “since”: the view shows nothing.');
  return [problem('view-value', 'warning', message, until as Node)];
}
