import { element } from './element';
import { FilterBar } from './filterBar';
import { Host, NoAnswerError, type News } from './host';
import { readKept, type Kept } from './keptState';
import type { FilterState, ViewName } from './protocol';
import { QuoteCards } from './quoteCards';
import { StatusLine } from './statusLine';
import { Tabs } from './tabs';
import { sayWith } from './texts';
import type { PageTools, View } from './view';
import { VIEWS } from './views';

/** The whole page: the views' buttons, the filter, the view that is chosen, a line for messages. */
export class Page {
  private readonly host = new Host((news) => this.receive(news));
  private readonly kept: Kept = readKept(this.host.kept);
  private readonly status = new StatusLine();
  private readonly place = element('div', {
    class: 'view',
    attributes: { id: 'view', role: 'tabpanel' },
  });
  private readonly views = new Map<ViewName, View>();
  private tools: PageTools | undefined;
  private filterBar: FilterBar | undefined;
  private tabs: Tabs | undefined;

  /** Asks the extension for the texts, and shows what was shown last. */
  start(): void {
    this.run(async () => {
      const { filter: kept } = this.kept;
      const {
        texts,
        filter,
        view: wanted,
      } = await this.host.ask('start', kept === undefined ? {} : { filter: kept });
      const say = sayWith(texts);
      const tools: PageTools = {
        host: this.host,
        say,
        kept: this.kept,
        keep: () => this.host.keep(this.kept),
        tell: (message) => this.status.tell(message),
        note: (message) => this.status.note(message),
        run: (work) => this.run(work),
        showQuotes: (ids, title, at) => this.run(() => cards.show(ids, title, at)),
      };
      const cards = new QuoteCards(tools);
      this.tools = tools;
      const names = VIEWS.map(([name]) => name);
      this.tabs = new Tabs(names, say, (name) => this.choose(name));
      this.filterBar = new FilterBar(say, (wanted) => this.setFilter(wanted));
      const head = element('div', { class: 'head' }, this.tabs.root, this.filterBar.root);
      document.body.append(head, this.place, this.status.root);
      this.filterBar.show(filter);
      if (wanted === undefined) {
        const { view } = this.kept;
        this.choose(names.includes(view) ? view : 'table');
      } else this.showOnly(wanted, filter);
    });
  }

  private choose(name: ViewName): void {
    const { tools } = this;
    const make = VIEWS.find(([one]) => one === name)?.[1];
    if (tools === undefined || make === undefined) return;
    const view = this.views.get(name) ?? make(tools);
    this.views.set(name, view);
    this.kept.view = name;
    tools.keep();
    this.tabs?.show(name);
    this.status.clear();
    this.status.tell('');
    this.place.setAttribute('aria-labelledby', `tab-${name}`);
    this.place.replaceChildren(view.root);
    this.run(() => view.show());
  }

  private setFilter(wanted: Pick<FilterState, 'follows' | 'typed'>): void {
    this.run(async () => this.takeFilter(await this.host.ask('filter', wanted)));
  }

  private async takeFilter(filter: FilterState): Promise<void> {
    this.filterBar?.show(filter);
    if (filter.errors.length > 0) return;
    const { follows, typed } = filter;
    this.kept.filter = { follows, typed };
    this.tools?.keep();
    await this.views.get(this.kept.view)?.show();
  }

  /** Shows some annotations alone, in a view as it is at first. */
  private showOnly(view: ViewName, { follows, typed }: FilterState): void {
    this.kept.filter = { follows, typed };
    this.kept.views[view] = {};
    this.choose(view);
  }

  private receive(news: News): void {
    if (news.kind === 'show') {
      this.filterBar?.show(news.filter);
      this.showOnly(news.view, news.filter);
      return;
    }
    if (news.kind === 'filter') this.run(() => this.takeFilter(news.filter));
    else this.run(async () => this.views.get(this.kept.view)?.update?.(news));
  }

  /** What is refused is said; what nobody waits for any more isn't. */
  private run(work: () => Promise<unknown>): void {
    work().catch((error: unknown) => {
      if (error instanceof NoAnswerError && error.reason === null) return;
      this.status.note(error instanceof Error ? error.message : String(error));
    });
  }
}
