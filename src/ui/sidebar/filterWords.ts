import * as vscode from 'vscode';
import { FILTER_KEYS, type Filter, type FilterKey } from '../../core/corpus/query/filter';
import { describeFilter } from '../../core/corpus/query/typedFilter';
import type { State } from '../../core/model/types';
import { linkArrow, stateName, type Labels } from '../labels';

/** How filters are called on the screen, and what analysts may type for their keys. */
export class FilterWords {
  /** The keys by what they are called in the analyst's language, in small letters. */
  readonly keys: ReadonlyMap<string, FilterKey>;
  private readonly names = keyNames();

  constructor(private readonly labels: Labels) {
    this.keys = new Map(FILTER_KEYS.map((key) => [this.names[key].toLowerCase(), key]));
  }

  nameOf(key: FilterKey): string {
    return this.names[key];
  }

  /** The key that goes by a name; undefined if none does. */
  keyOf(name: string): FilterKey | undefined {
    const folded = name.toLowerCase();
    return this.keys.get(folded) ?? FILTER_KEYS.find((key) => key.toLowerCase() === folded);
  }

  valueOf(key: FilterKey, value: string): string {
    switch (key) {
      case 'role':
      case 'stance':
      case 'topic':
        return this.labels[key](value);
      case 'state':
        return stateName(value as State) || vscode.l10n.t('found as quoted');
      case 'linked':
        return linkArrow(this.labels.link(value.slice(1)), value.startsWith('>'));
      default:
        return value;
    }
  }

  /** A filter in words, for a line on the screen. */
  describe(filter: Filter): string {
    return describeFilter(
      filter,
      (key) => this.nameOf(key),
      (key, value) => this.valueOf(key, value),
    );
  }
}

function keyNames(): Readonly<Record<FilterKey, string>> {
  return {
    text: vscode.l10n.t('Text'),
    speaker: vscode.l10n.t('Speaker'),
    role: vscode.l10n.t('Role'),
    stance: vscode.l10n.t('Stance'),
    topic: vscode.l10n.t('Topic'),
    tag: vscode.l10n.t('Tag'),
    article: vscode.l10n.t('Article'),
    creator: vscode.l10n.t('Creator'),
    state: vscode.l10n.t('State'),
    quoteType: vscode.l10n.t('Kind of quotation'),
    linked: vscode.l10n.t('Linked'),
    since: vscode.l10n.t('Since'),
    until: vscode.l10n.t('Until'),
  };
}
