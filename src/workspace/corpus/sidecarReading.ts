import * as vscode from 'vscode';
import { Disposable } from '../platform/disposable';
import { uriOfKey } from '../platform/uris';
import type { CorpusReader, SidecarsRead } from './corpusReader';

/** How long it is waited for more sidecars that changed, before they are read, in milliseconds. */
const JOINED = 250;
/**
 * If more changed at once (another branch was checked out), it is looked at all: watchers may have
 * missed some.
 */
const FEW = 200;

/** How far the sidecars were read. */
export interface ReadingProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Has the sidecars of the workspace be read: all of them once, later those that changed. One thing
 * after the other, so that what is told last is how it is.
 */
export class SidecarReading extends Disposable {
  private readonly touched = new Set<string>();
  /** What became known otherwise while something is read: what is read then may be older. */
  private readonly overtaken = new Set<string>();
  private turn: Promise<void> = Promise.resolve();
  private waiting = 0;
  private mustLook = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly was = this.own(new vscode.EventEmitter<SidecarsRead>());
  /** Some sidecars were read. */
  readonly onDidRead = this.was.event;

  constructor(
    private readonly reader: CorpusReader,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  /** Reads all sidecars of the workspace. */
  async readAll(tell: (progress: ReadingProgress) => void): Promise<void> {
    await this.inTurn(() =>
      this.reader.readAll(folders(), (read) => {
        this.take(read);
        tell(read);
      }),
    );
  }

  /** The sidecar of an article came, changed or went. */
  touch(key: string): void {
    this.touched.add(key);
    this.readSoon();
  }

  /** Sidecars may have come, changed or gone anywhere. */
  lookSoon(): void {
    this.mustLook = true;
    this.readSoon();
  }

  /** What is known of an article's sidecar is younger than what may be under way. */
  overtake(key: string): void {
    if (this.waiting > 0) this.overtaken.add(key);
  }

  private readSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.inTurn(() => this.readTouched()).catch(this.logError);
    }, JOINED);
  }

  private async readTouched(): Promise<void> {
    const keys = [...this.touched];
    this.touched.clear();
    const mustLook = this.mustLook || keys.length > FEW;
    this.mustLook = false;
    const take = (read: SidecarsRead) => this.take(read);
    if (mustLook) await this.reader.readChanged(folders(), take);
    else if (keys.length > 0) await this.reader.readSome(keys.map(uriOfKey), take);
  }

  private take(read: SidecarsRead): void {
    if (this.overtaken.size === 0) return this.was.fire(read);
    const isOlder = (key: string) => this.overtaken.has(key);
    const all = [...read.packed.articles.map(({ name }) => name), ...read.careful, ...read.gone];
    const older = all.filter(isOlder);
    const kept = read.packed.articles.map(({ name }) => !isOlder(name));
    this.was.fire({
      ...read,
      packed: { ...read.packed, articles: read.packed.articles.filter((_, i) => kept[i]) },
      found: read.found.filter((_, i) => kept[i]),
      careful: read.careful.filter((key) => !isOlder(key)),
      gone: read.gone.filter((key) => !isOlder(key)),
    });
    for (const key of older) this.touch(key);
  }

  private inTurn(run: () => Promise<void>): Promise<void> {
    this.waiting += 1;
    const done = this.turn.then(run).finally(() => {
      this.waiting -= 1;
      if (this.waiting === 0) this.overtaken.clear();
    });
    this.turn = done.catch(() => undefined);
    return done;
  }
}

function folders(): vscode.Uri[] {
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
}
