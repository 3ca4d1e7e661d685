import * as vscode from 'vscode';
import { learn, readLearned, type Learned } from '../../core/reading/learned';
import type { OfferedPassage } from '../../core/reading/offeredPassage';
import { passageKey, readSkipped, withSkipped, type Skipped } from '../../core/reading/skipped';
import { Disposable } from '../platform/disposable';

/** Where the workspace's state keeps it. */
const LEARNED = 'reading.learned';
const SKIPPED = 'reading.skipped';

/**
 * What was accepted and skipped while reading in this workspace. It stays in VS Code's storage on
 * this machine.
 */
export class ReadingMemory extends Disposable {
  private readonly changed = this.own(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private present: { learned: Learned; skipped: Skipped } | undefined;

  constructor(
    private readonly memory: vscode.Memento,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
  }

  get learned(): Learned {
    return this.read().learned;
  }

  /** Whether the analyst skipped a passage: it isn't offered again. */
  isSkipped(article: vscode.Uri, words: string): boolean {
    return this.read().skipped[article.toString()]?.includes(passageKey(words)) ?? false;
  }

  skip(article: vscode.Uri, passage: OfferedPassage, words: string): void {
    const { learned, skipped } = this.read();
    this.keep({
      learned: learn(learned, passage, undefined),
      skipped: withSkipped(skipped, article.toString(), words),
    });
  }

  accept(passage: OfferedPassage, role: string): void {
    const { learned, skipped } = this.read();
    this.keep({ learned: learn(learned, passage, role), skipped });
  }

  private read(): { learned: Learned; skipped: Skipped } {
    return (this.present ??= {
      learned: readLearned(this.memory.get(LEARNED)),
      skipped: readSkipped(this.memory.get(SKIPPED)),
    });
  }

  private keep(present: { learned: Learned; skipped: Skipped }): void {
    this.present = present;
    this.memory.update(LEARNED, present.learned).then(undefined, this.logError);
    this.memory.update(SKIPPED, present.skipped).then(undefined, this.logError);
    this.changed.fire();
  }
}
