import type * as vscode from 'vscode';

/**
 * After so long, what couldn't be read is tried again, in milliseconds. What keeps a file from
 * being read (rights, a share that is away, a lock of another program) ends without a file event.
 */
const AGAIN_AFTER = 5_000;

/** Tries again, from time to time, what couldn't be read. */
export class Retries implements vscode.Disposable {
  private readonly failed = new Map<string, vscode.Uri>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param run is asked to read one again; it calls `add` or `drop` when it has */
  constructor(private readonly run: (uri: vscode.Uri) => void) {}

  /** A file couldn't be read. */
  add(uri: vscode.Uri): void {
    this.failed.set(uri.toString(), uri);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const failed = [...this.failed.values()];
      this.failed.clear();
      for (const one of failed) this.run(one);
    }, AGAIN_AFTER);
  }

  /** It could, or nobody wants to know any more. */
  drop(uri: vscode.Uri): void {
    if (!this.failed.delete(uri.toString()) || this.failed.size > 0) return;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.failed.clear();
  }
}
