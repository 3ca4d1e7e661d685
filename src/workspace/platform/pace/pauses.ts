import type * as vscode from 'vscode';

/** How long a pause in typing is, in milliseconds. */
const PAUSE = 250;

/** Does things once there is a pause in typing. */
export class Pauses implements vscode.Disposable {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** Runs something about a file once nothing was asked for about it for a while. */
  after(uri: vscode.Uri, run: () => void): void {
    const key = uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        run();
      }, PAUSE),
    );
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
  }
}
