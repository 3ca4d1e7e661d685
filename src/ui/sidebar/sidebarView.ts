import * as vscode from 'vscode';
import { parseFilter, type Filter } from '../../core/corpus/query/filter';
import { CorpusView } from '../../core/corpus/view/corpusView';
import {
  SIDEBAR_GROUPINGS,
  VIEW_ORDERS,
  type SidebarGrouping,
  type ViewOrder,
} from '../../core/corpus/view/viewSettings';
import { isMapping } from '../../core/model/sameValue';
import type { AnnotationIndex } from '../../workspace/annotations/annotationIndex';
import type { IndexChange, IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { Disposable } from '../../workspace/platform/disposable';
import { inSteps } from '../../workspace/platform/pace/inSteps';

/** What the sidebar shows, and how. */
export interface SidebarSettings {
  readonly groupBy: SidebarGrouping;
  readonly sortBy: ViewOrder;
  readonly filter: Filter;
}

/** How many articles are looked at before others may have their turn. */
const STEP = 20;
/** So many articles are looked at in one go. */
const FEW = 100;

/** What a new workspace shows, and a saved view of what it doesn't say. */
export const DEFAULTS: SidebarSettings = { groupBy: 'speaker', sortBy: 'position', filter: {} };
/** Where the workspace's state keeps it. */
const KEPT_AS = 'sidebar';
const FOLLOWS_KEPT_AS = 'followsCursor';

/** What the sidebar shows of the corpus: kept up to date, and remembered for the workspace. */
export class SidebarView extends Disposable {
  private current: SidebarSettings;
  private shown: CorpusView<IndexedAnnotation>;
  private filling: Promise<void> | undefined;
  private fillings = 0;
  /** Articles that came or changed in large numbers, and are still to be looked at. */
  private readonly stale = new Set<string>();
  private readonly changed = this.own(new vscode.EventEmitter<void>());
  /** It shows something else, or in another way. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly index: AnnotationIndex,
    private readonly memory: vscode.Memento,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
    this.current = readSettings(memory.get(KEPT_AS));
    this.shown = this.makeView();
  }

  get settings(): SidebarSettings {
    return this.current;
  }

  get isFiltered(): boolean {
    return Object.keys(this.current.filter).length > 0;
  }

  /** Whether it selects the annotation at the cursor. */
  get followsCursor(): boolean {
    return this.memory.get(FOLLOWS_KEPT_AS) === true;
  }

  set followsCursor(on: boolean) {
    this.memory.update(FOLLOWS_KEPT_AS, on).then(undefined, this.logError);
  }

  /** The groups as they are; complete once `whenFilled` resolves. */
  get groups(): CorpusView<IndexedAnnotation> {
    return this.shown;
  }

  /** Resolves once all articles were looked at for what is asked now. */
  async whenFilled(): Promise<void> {
    for (let seen; seen === undefined || seen !== this.filling;) {
      seen = this.filling ??= this.fill();
      await seen;
    }
  }

  /** Shows something else, or in another way. */
  set(settings: Partial<SidebarSettings>): void {
    this.current = { ...this.current, ...settings };
    this.memory.update(KEPT_AS, this.current).then(undefined, this.logError);
    this.shown = this.makeView();
    this.stale.clear();
    this.filling = undefined;
    this.changed.fire();
  }

  /**
   * Takes a change of the index over.
   *
   * @returns the groups that it touches; 'all' where everything may be different
   */
  takeOver({ articles }: IndexChange): ReadonlySet<string | undefined> | 'all' {
    if (this.filling === undefined) return 'all';
    if (articles === 'all' || this.shown.dependsOnOthers) {
      this.filling = undefined;
      return 'all';
    }
    if (articles.size <= FEW && this.stale.size === 0) return this.shown.update(articles);
    for (const key of articles) this.stale.add(key);
    this.filling = this.catchUp(this.filling);
    return 'all';
  }

  private makeView(): CorpusView<IndexedAnnotation> {
    const { groupBy, filter } = this.current;
    // By argument, it is asked for what the filter finds alone: any groups do.
    return new CorpusView(this.index.corpus, groupBy === 'argument' ? 'role' : groupBy, filter, {
      publishedOf: (article) => this.index.factsOf(article).published,
    });
  }

  /** Looks at what came in large numbers, once what is under way is done. */
  private async catchUp(before: Promise<void>): Promise<void> {
    await before;
    const { shown, stale } = this;
    await inSteps(
      (function* () {
        let looked = 0;
        for (const key of stale) {
          stale.delete(key);
          shown.update([key]);
          looked += 1;
          if (looked % STEP === 0) yield;
        }
      })(),
    );
  }

  /** Gives up where something else was asked for meanwhile. */
  private async fill(): Promise<void> {
    const { shown } = this;
    const turn = (this.fillings += 1);
    const isWanted = () => this.shown === shown && this.fillings === turn;
    await inSteps(
      (function* () {
        for (const step of shown.fill()) {
          if (!isWanted()) return;
          yield step;
        }
      })(),
    );
  }
}

/** What was kept, as far as it makes sense; another version may have kept it. */
function readSettings(kept: unknown): SidebarSettings {
  if (!isMapping(kept)) return DEFAULTS;
  const { groupBy, sortBy, filter } = kept;
  return {
    groupBy: SIDEBAR_GROUPINGS.find((one) => one === groupBy) ?? DEFAULTS.groupBy,
    sortBy: VIEW_ORDERS.find((one) => one === sortBy) ?? DEFAULTS.sortBy,
    filter: parseFilter(filter).filter ?? {},
  };
}
