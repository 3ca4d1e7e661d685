import * as vscode from 'vscode';
import type { Filter } from '../../core/corpus/query/filter';
import { parseTypedFilter, printTypedFilter } from '../../core/corpus/query/typedFilter';
import { sameValue } from '../../core/model/sameValue';
import { FilterWords } from '../../ui/sidebar/filterWords';
import type { FilterState } from '../../views/debate/protocol';
import { Disposable } from '../../workspace/platform/disposable';
import type { Services } from '../services';

/** Which annotations the tab is about: what the sidebar shows, or what is typed in the tab. */
export class DebateFilter extends Disposable {
  private follows = true;
  private typed: Filter = {};
  private errors: readonly string[] = [];
  private told: Filter;
  private readonly words: FilterWords;
  private readonly changed = this.own(new vscode.EventEmitter<void>());
  /** The sidebar shows something else, which the tab follows. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly services: Pick<Services, 'labels' | 'view'>) {
    super();
    this.words = new FilterWords(services.labels);
    this.told = this.filter;
    this.own(services.view.onDidChange(() => this.followSidebar()));
  }

  get filter(): Filter {
    return this.follows ? this.services.view.settings.filter : this.typed;
  }

  /** In words, for people who don't see the page. */
  get inWords(): string {
    return this.words.describe(this.filter);
  }

  /** As the page shows it. */
  get state(): FilterState {
    return {
      follows: this.follows,
      typed: printTypedFilter(this.filter),
      errors: [...this.errors],
    };
  }

  /** Takes over what was chosen in the page; what was typed wrong leaves the last filter. */
  set({ follows, typed }: Pick<FilterState, 'follows' | 'typed'>): void {
    const { filter, errors } = parseTypedFilter(typed, this.words.keys);
    this.follows = follows;
    this.errors = follows ? [] : errors;
    if (!follows && filter !== undefined) this.typed = filter;
    this.told = this.filter;
  }

  /** Takes over a filter from elsewhere, as if it had been typed in the tab. */
  showOnly(filter: Filter): void {
    [this.follows, this.typed, this.errors] = [false, filter, []];
    this.told = filter;
  }

  private followSidebar(): void {
    if (!this.follows || sameValue(this.told, this.filter)) return;
    this.told = this.filter;
    this.changed.fire();
  }
}
