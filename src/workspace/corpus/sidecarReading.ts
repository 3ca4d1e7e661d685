import * as vscode from 'vscode';
import { UnderWay } from '../../core/corpus/underWay';
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

/** So long after many changed it is looked once more: programs that change many take their time. */
const CALM = 3_000;

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
  private readonly underWay = new UnderWay();
  private turn: Promise<void> = Promise.resolve();
  private mustLook = false;
  private isReading = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private secondLook: ReturnType<typeof setTimeout> | undefined;
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
    clearTimeout(this.secondLook);
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

  /** The same, and once more when all is calm: others are at work, and watchers miss things. */
  lookTwice(): void {
    this.lookSoon();
    clearTimeout(this.secondLook);
    this.secondLook = setTimeout(() => this.lookSoon(), CALM);
  }

  /** Whether sidecars are on their way, of which nobody knows yet. */
  get isUnderWay(): boolean {
    return this.isReading;
  }

  /** What is known of an article's sidecar is younger than what may be under way. */
  overtake(key: string): void {
    this.underWay.overtakeSidecar(key);
  }

  /** An article changed: what may be under way was found in the one before. */
  overtakeArticle(key: string): void {
    this.underWay.overtakeArticle(key);
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
    if (keys.length > FEW) this.lookTwice();
    const { mustLook } = this;
    this.mustLook = false;
    const take = (read: SidecarsRead) => this.take(read);
    if (mustLook) await this.reader.readChanged(folders(), take);
    else if (keys.length > 0) await this.reader.readSome(keys.map(uriOfKey), take);
  }

  private take(read: SidecarsRead): void {
    const { kept, older } = this.underWay.sift(read);
    this.was.fire(kept);
    for (const key of older) this.touch(key);
  }

  private inTurn(run: () => Promise<void>): Promise<void> {
    const done = this.turn.then(() => {
      this.underWay.begin();
      this.isReading = true;
      return run().finally(() => {
        this.isReading = false;
      });
    });
    this.turn = done.catch(() => undefined);
    return done;
  }
}

function folders(): vscode.Uri[] {
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
}
