import * as vscode from 'vscode';
import { byNearness } from '../../core/corpus/nearness';
import { Disposable } from '../platform/disposable';
import { uriOfKey } from '../platform/uris';
import type { ArticleChecked, CorpusReader } from './corpusReader';

/** So many articles are looked into before what came meanwhile has its turn. */
const PART = 50;

const MANY = 100;

/** How far articles were looked into. */
export interface CheckingProgress {
  readonly done: number;
  readonly total: number;
  /** The analyst stopped it. */
  readonly isStopped: boolean;
  /** It takes a while: fewer are looked into before one has read that they are. */
  readonly isLong: boolean;
}

/**
 * Has closed articles be looked into for what became of the passages of their annotations: those
 * nearest to the article in the editor first.
 */
export class ArticleChecking extends Disposable {
  private readonly waiting = new Set<string>();
  private done = 0;
  private running: Promise<void> | undefined;
  private isStopped = false;
  private readonly was = this.own(new vscode.EventEmitter<readonly ArticleChecked[]>());
  /** Some articles were looked into. */
  readonly onDidCheck = this.was.event;
  private readonly progressed = this.own(new vscode.EventEmitter<void>());
  readonly onDidProgress = this.progressed.event;

  /**
   * @param lookWithCare looks into an article of which it can't be told otherwise what it says
   */
  constructor(
    private readonly reader: CorpusReader,
    private readonly lookWithCare: (article: vscode.Uri) => Promise<void>,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
  }

  /** How far it is; undefined if there is nothing to do. */
  get progress(): CheckingProgress | undefined {
    if (this.waiting.size === 0 && this.running === undefined) return undefined;
    const total = this.done + this.waiting.size;
    return { done: this.done, total, isStopped: this.isStopped, isLong: total >= MANY };
  }

  /** Looks into some articles, once there is time. */
  add(keys: Iterable<string>): void {
    for (const key of keys) this.waiting.add(key);
    this.start();
  }

  stop(): void {
    this.isStopped = true;
    this.progressed.fire();
  }

  goOn(): void {
    this.isStopped = false;
    this.start();
  }

  override dispose(): void {
    this.waiting.clear();
    super.dispose();
  }

  private start(): void {
    if (this.isStopped || this.waiting.size === 0) return;
    this.running ??= this.run()
      .catch(this.logError)
      .finally(() => {
        this.running = undefined;
        if (this.waiting.size === 0) this.done = 0;
        this.progressed.fire();
        // What came just now.
        this.start();
      });
  }

  private async run(): Promise<void> {
    // What was added in the same moment is put in order together.
    await Promise.resolve();
    while (this.waiting.size > 0) {
      const editor = vscode.window.activeTextEditor?.document.uri.toString();
      const all = byNearness([...this.waiting], editor ?? '');
      for (let from = 0; from < all.length; from += PART) {
        if (this.isStopped) return;
        const part = all.slice(from, from + PART);
        for (const key of part) this.waiting.delete(key);
        await this.check(part);
      }
    }
  }

  private async check(keys: readonly string[]): Promise<void> {
    const unsure: string[] = [];
    if (readsUtf8())
      await this.reader.check(keys.map(uriOfKey), (checked) => {
        for (const { key, known } of checked) if (known === 'unsure') unsure.push(key);
        this.was.fire(checked);
      });
    else unsure.push(...keys);
    for (const key of unsure) await this.lookWithCare(uriOfKey(key)).catch(this.logError);
    this.done += keys.length;
    this.progressed.fire();
  }
}

/** Whether VS Code takes files for UTF-8 that don't say otherwise: only then others may do so. */
export function readsUtf8(): boolean {
  const files = vscode.workspace.getConfiguration('files');
  const encoding = files.get<string>('encoding', 'utf8');
  return (encoding === 'utf8' || encoding === 'utf8bom') && !files.get('autoGuessEncoding', false);
}
