import * as vscode from 'vscode';

/**
 * Where the extension says what went wrong behind the scenes: the output channel “Claim Annotator”.
 */
export class Log implements vscode.Disposable {
  private readonly channel = vscode.window.createOutputChannel('Claim Annotator', { log: true });

  /** Keeps an error that nobody waits for from getting lost. */
  readonly error = (error: unknown): void => {
    this.channel.error(error instanceof Error ? error : String(error));
  };

  dispose(): void {
    this.channel.dispose();
  }
}
