import * as vscode from 'vscode';
import { CONTEXT_KEYS } from '../../contributions';
import { setContext } from '../../ui/context';
import { Disposable } from '../../workspace/platform/disposable';
import { isArticle } from '../../workspace/platform/uris';

/** Changes come in bursts while extensions start, in milliseconds. */
const JOINED = 500;

/**
 * Tells VS Code whether there is a language model, so that the command is offered only then. It
 * asks once an article is looked at: to answer, VS Code starts the extensions that have models.
 */
export class ModelWatch extends Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hasAsked = false;

  constructor(private readonly logError: (error: unknown) => void) {
    super();
    this.own(vscode.lm.onDidChangeChatModels(() => this.askSoon()));
    this.own(
      vscode.extensions.onDidChange(() => {
        if (this.hasAsked) this.askSoon();
      }),
    );
    this.own(vscode.window.onDidChangeActiveTextEditor((editor) => this.lookAt(editor)));
    this.lookAt(vscode.window.activeTextEditor);
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private lookAt(editor: vscode.TextEditor | undefined): void {
    if (!this.hasAsked && editor !== undefined && isArticle(editor.document)) this.askSoon();
  }

  private askSoon(): void {
    this.hasAsked = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.ask().catch(this.logError);
    }, JOINED);
  }

  private async ask(): Promise<void> {
    const models = await vscode.lm.selectChatModels();
    setContext(CONTEXT_KEYS.hasLanguageModel, models.length > 0);
  }
}
