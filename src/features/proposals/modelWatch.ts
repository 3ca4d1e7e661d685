import * as vscode from 'vscode';
import { CONTEXT_KEYS } from '../../contributions';
import { setContext } from '../../ui/context';
import { Disposable } from '../../workspace/platform/disposable';

/** What an extension declares in its package.json that brings language models. */
const PROVIDERS = 'languageModelChatProviders';

/**
 * Tells VS Code whether there may be a language model, so that the command is offered only then.
 * Nobody is asked for models: to answer, VS Code starts the extensions that have them, and these
 * may ask to sign in. What extensions declare is known without. Those that run on another computer
 * than this one aren't listed here; they are heard of when they tell of their models.
 */
export class ModelWatch extends Disposable {
  private hasHeard = false;

  constructor() {
    super();
    this.own(
      vscode.lm.onDidChangeChatModels(() => {
        this.hasHeard = true;
        this.tell();
      }),
    );
    this.own(vscode.extensions.onDidChange(() => this.tell()));
    this.tell();
  }

  private tell(): void {
    const isLikely = this.hasHeard || vscode.extensions.all.some(bringsModels);
    setContext(CONTEXT_KEYS.hasLanguageModel, isLikely);
  }
}

function bringsModels({ packageJSON }: vscode.Extension<unknown>): boolean {
  const manifest = packageJSON as { contributes?: Record<string, unknown> };
  return manifest.contributes?.[PROVIDERS] !== undefined;
}
