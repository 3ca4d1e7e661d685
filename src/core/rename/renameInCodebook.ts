import * as l10n from '@vscode/l10n';
import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Codebook } from '../codebook/codebook';
import { removeEntry } from '../codebook/edit/editCodebook';
import { readCodebook, type CodebookFile } from '../codebook/readCodebook';
import { RefusedError } from '../model/problem';
import { sameValue } from '../model/sameValue';
import { dominantLineEnding } from '../text/lineEndings';
import { printScalar } from '../yaml/printScalar';
import { readYaml, scalarText } from '../yaml/readYaml';
import { addToList, removeFromList, type Splice } from './yamlLists';
import { isListed, namesToTakeOver, renamedCodebook, SECTION_OF } from './renamedCodebook';
import type { Renaming } from './renaming';

/**
 * Renames in a codebook's text: its entry, or the two entries that become one, and the saved views;
 * nothing else of the text changes.
 *
 * @throws RefusedError if that can't be done safely: nothing of it is done then
 */
export function renameInCodebook(text: string, renaming: Renaming): string {
  if (renaming.from === renaming.to) return text;
  const { codebook, problems } = readCodebook(text);
  const broken = problems.find(({ code }) => code === 'yaml' || code === 'shape');
  if (broken !== undefined) throw new RefusedError(broken.message);
  const root = readYaml(text).document.contents as Node | null;
  if (!isMap(root)) return text;
  const edit = new CodebookEdit(text, codebook, renaming);
  const renamed = withoutMerged(edit.make(root), codebook, renaming);
  requireMeant(readCodebook(renamed), {
    codebook: renamedCodebook(codebook, renaming),
    problems,
  });
  return renamed;
}

/** A role, stance or link type that becomes one with another goes, with its lines. */
function withoutMerged(text: string, codebook: Codebook, { field, from, to }: Renaming): string {
  if (field !== 'role' && field !== 'stance' && field !== 'link') return text;
  const section = SECTION_OF[field];
  const isMerged =
    codebook[section].some(({ id }) => id === from) && isListed(codebook, section, to);
  return isMerged ? removeEntry(text, section, from) : text;
}

type CodebookContent = Pick<CodebookFile, 'codebook' | 'problems'>;

function requireMeant(made: CodebookContent, meant: CodebookContent): void {
  const known = new Set(meant.problems.map(({ message }) => message));
  const isMeant =
    sameValue(made.codebook, meant.codebook) &&
    made.problems.every(({ message }) => known.has(message));
  if (isMeant) return;
  throw new RefusedError(
    l10n.t(
      'The codebook is laid out in a way that can’t be edited safely. Nothing was written: rename in it by hand.',
    ),
  );
}

/** Gathers what changes in a text, and changes it at once. */
class CodebookEdit {
  private readonly splices: Splice[] = [];
  private readonly eol: string;

  constructor(
    private readonly text: string,
    private readonly codebook: Codebook,
    private readonly renaming: Renaming,
  ) {
    this.eol = dominantLineEnding(text);
  }

  make(root: YAMLMap): string {
    const { field } = this.renaming;
    if (field === 'speaker') this.renameEntries(root.get('speakers', true), 'name');
    if (field === 'topic') this.renameEntries(root.get('topics', true), 'id');
    if (field === 'role' || field === 'stance' || field === 'link')
      this.renameIds(root.get(SECTION_OF[field], true), SECTION_OF[field]);
    for (const view of itemsOf(root.get('views', true)))
      if (isMap(view)) this.renameInFilter(view.get('filter', true));
    return this.splices
      .sort((a, b) => b.start - a.start || b.end - a.end)
      .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), this.text);
  }

  private renameEntries(section: unknown, key: 'name' | 'id'): void {
    const { from, to } = this.renaming;
    const entries = itemsOf(section).filter((item) => isMap(item));
    const named = (name: string) =>
      entries.find((entry) => scalarText(entry.get(key, true)) === name);
    const [source, target] = [named(from), named(to)];
    for (const entry of entries) if (entry !== source) this.replace(entry.get('affiliation', true));
    if (source === undefined) return;
    if (target === undefined) {
      this.replace(source.get(key, true));
      this.replace(source.get('affiliation', true));
      // An alias that becomes the name changes places with it.
      for (const alias of itemsOf(source.get('aliases', true)))
        if (scalarText(alias) === to) this.replaceBy(alias, from);
      return;
    }
    this.splices.push(removeFromList(this.text, section as YAMLSeq, source));
    if (key === 'name') {
      const names = namesToTakeOver(namesOf(source), namesOf(target));
      this.splices.push(...addToList(this.text, target, 'aliases', key, names, this.eol));
    }
  }

  /** Other ids; entries that become one with others are taken out afterwards. */
  private renameIds(list: unknown, section: 'roles' | 'stances' | 'links'): void {
    if (isListed(this.codebook, section, this.renaming.to)) return;
    for (const item of itemsOf(list)) if (isMap(item)) this.replace(item.get('id', true));
  }

  private renameInFilter(filter: unknown): void {
    if (!isMap(filter)) return;
    const { field, from, to } = this.renaming;
    const value = filter.get(field === 'link' ? 'linked' : field, true) as unknown;
    for (const one of isSeq(value) ? value.items : [value]) {
      if (field !== 'link') this.replace(one);
      else
        for (const arrow of ['>', '<'])
          if (scalarText(one) === arrow + from) this.replaceBy(one, arrow + to);
    }
  }

  /** Writes the new name where the old one stands. */
  private replace(node: unknown): void {
    if (scalarText(node) === this.renaming.from) this.replaceBy(node, this.renaming.to);
  }

  private replaceBy(node: unknown, name: string): void {
    if (!isScalar(node) || !node.range) return;
    const [start, end] = node.range;
    // What is safe in a flow list is safe everywhere.
    this.splices.push({ start, end, by: printScalar(name, 'flow') });
  }
}

function namesOf(entry: YAMLMap): { readonly name: string; readonly aliases: string[] } {
  const aliases = itemsOf(entry.get('aliases', true)).map(scalarText);
  return {
    name: scalarText(entry.get('name', true)) ?? '',
    aliases: aliases.filter((alias) => alias !== undefined),
  };
}

function itemsOf(node: unknown): (Node | Scalar)[] {
  return isSeq(node) ? (node.items as Node[]) : [];
}
