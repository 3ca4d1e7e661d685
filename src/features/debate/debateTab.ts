import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { printTable } from '../../core/debate/table/printTable';
import type { Filter } from '../../core/corpus/query/filter';
import { MOST_QUOTES, type ViewName } from '../../views/debate/protocol';
import type { IndexChange } from '../../workspace/annotations/indexChange';
import { Disposable } from '../../workspace/platform/disposable';
import { uriOfKey } from '../../workspace/platform/uris';
import type { Services } from '../services';
import { answerMessage, senderTo, SupersededError, type Answerers, type Send } from './answers';
import { DebateFilter } from './debateFilter';
import { printPage } from './page';
import { Pictures } from './pictures';
import { quotesOf } from './quotes';
import { savePicture } from './savePicture';
import { copyRows } from './table/tableCopy';
import { TableEdits, type EditNeeds } from './table/tableEdits';
import { TableSession } from './table/tableSession';
import { pageTexts } from './texts';

export type DebateNeeds = EditNeeds & Pick<Services, 'same' | 'view'>;

/** One tab with the views of the debate: it answers its page, and tells it what changed. */
export class DebateTab extends Disposable {
  private readonly filter: DebateFilter;
  private readonly table: TableSession;
  private readonly edits: TableEdits;
  private readonly pictures: Pictures;
  private readonly send: Send;
  private readonly answerers: Answerers;
  /** Something changed while the tab was hidden: it is told once somebody sees it. */
  private isStale = false;
  /** The page asked for its texts: before that, it hears nothing. */
  private isStarted = false;
  /** What is to be shown once the page is there. */
  private wanted: ViewName | undefined;

  constructor(
    private readonly services: DebateNeeds,
    private readonly panel: vscode.WebviewPanel,
    extension: vscode.Uri,
  ) {
    super();
    const { webview } = panel;
    this.filter = this.own(new DebateFilter(services));
    this.table = new TableSession(services, () => this.filter.filter);
    this.edits = new TableEdits(services);
    this.pictures = new Pictures(
      services,
      () => this.filter.filter,
      () => this.filter.inWords,
      () => this.tellPictures(),
    );
    this.send = senderTo(webview, services.logError);
    this.answerers = this.makeAnswerers();
    this.own(webview.onDidReceiveMessage((message: unknown) => this.receive(message)));
    this.own(services.index.onDidChange((change) => this.takeOver(change)));
    this.own(services.codebooks.onDidChange(() => this.tellPictures()));
    this.own(this.filter.onDidChange(() => this.tellFilter()));
    this.own(panel.onDidChangeViewState(() => this.tellIfStale()));
    webview.html = printPage(webview, extension);
  }

  /** Answers one message of the page; what isn't one of the protocol is refused. */
  async receive(message: unknown): Promise<void> {
    await answerMessage(message, this.answerers, this.send, this.services.logError);
  }

  /** Shows some annotations alone in one of the views. */
  showOnly(view: ViewName, filter: Filter): void {
    this.filter.showOnly(filter);
    this.wanted = view;
    if (this.isStarted) this.tellWanted(view);
  }

  private tellWanted(view: ViewName): void {
    this.wanted = undefined;
    this.send({ kind: 'show', view, filter: this.filter.state });
  }

  private makeAnswerers(): Answerers {
    const { table, filter, edits } = this;
    return {
      start: ({ filter: kept }) => {
        const { wanted } = this;
        this.isStarted = true;
        this.wanted = undefined;
        if (kept !== undefined && wanted === undefined) filter.set(kept);
        return {
          texts: pageTexts(),
          filter: filter.state,
          ...(wanted !== undefined && { view: wanted }),
        };
      },
      filter: (wanted) => {
        filter.set(wanted);
        return filter.state;
      },
      table: (settings) => table.show(settings),
      lines: (ask) => table.lines(ask),
      where: (ask) => table.where(ask),
      fold: (ask) => table.fold(ask),
      select: (ask) => table.select(ask),
      find: (ask) => table.find(ask),
      values: ({ column }) => table.values(column),
      complete: (ask) => edits.complete(ask),
      edit: async ({ column, row, text }) => {
        if (row !== undefined) await edits.editOne(column, row, text);
        else await edits.editMany(column, await table.selectedRefs(), text);
        return {};
      },
      copy: async (ask) => ({ count: await copyRows(table, ask) }),
      copyTable: async ({ format, columns, rows }) => {
        await vscode.env.clipboard.writeText(printTable(format, columns.map(String), rows));
        return { count: rows.length };
      },
      picture: (ask) => this.pictures.make(ask),
      setAside: async ({ ids, isBack }) => {
        const finding = { kind: 'turn', ids };
        const command = isBack ? COMMANDS.bringBack : COMMANDS.setAside;
        await vscode.commands.executeCommand(command, { finding });
        return {};
      },
      same: async ({ ids, how }) => {
        await vscode.commands.executeCommand(COMMANDS[`${how}Same`], { ids });
        return {};
      },
      history: async ({ direction }) => {
        await vscode.commands.executeCommand(COMMANDS[direction]);
        return {};
      },
      goTo: async ({ article, id, keepFocus }) => {
        const target = { id, uri: uriOfKey(article), beside: true, keepFocus };
        await vscode.commands.executeCommand(COMMANDS.goTo, target);
        return {};
      },
      quotes: ({ ids }) => ({
        quotes: quotesOf(this.services, ids, pageTexts().articleDate).slice(0, MOST_QUOTES),
      }),
      save: async (ask) => ({ isSaved: await savePicture(ask) }),
    };
  }

  private takeOver(change: IndexChange): void {
    if (!this.panel.visible) {
      this.isStale = true;
      return;
    }
    this.tell(this.table.takeOver(change));
  }

  /** What was set aside changed; of new names the index tells. */
  private tellPictures(): void {
    if (this.panel.visible) this.send({ kind: 'changed' });
    else this.isStale = true;
  }

  private tellIfStale(): void {
    if (!this.panel.visible || !this.isStale) return;
    this.isStale = false;
    this.tell(this.table.takeOver({ articles: 'all', annotations: 'many' }));
  }

  private tellFilter(): void {
    this.send({ kind: 'filter', filter: this.filter.state });
  }

  private tell(taken: Promise<boolean>): void {
    taken
      .then((isNews) => {
        if (isNews) this.send({ kind: 'table', info: this.table.info });
        this.send({ kind: 'changed' });
      })
      .catch((error: unknown) => {
        if (!(error instanceof SupersededError)) this.services.logError(error);
      });
  }
}
