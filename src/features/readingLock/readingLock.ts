import * as vscode from 'vscode';
import { CONTEXT_KEYS } from '../../contributions';
import { setContext } from '../../ui/context';
import { Disposable } from '../../workspace/platform/disposable';
import { isArticle } from '../../workspace/platform/uris';

/** VS Code's commands; they are about the editor in front, until the window is closed. */
const SET_READONLY = 'workbench.action.files.setActiveEditorReadonlyInSession';
const RESET_READONLY = 'workbench.action.files.resetActiveEditorReadonlyInSession';

/** How the article in the editor stands. */
export type LockState = 'off' | 'noArticle' | 'unsaved' | 'locked';

/**
 * Keeps articles from being typed in while one reads, so that single keys can tag.
 *
 * An article becomes read-only for VS Code (nothing captures what is typed: keys elsewhere, input
 * methods and other extensions are left alone), each one when its editor gets the focus, and may be
 * changed again when the lock has ended and its editor gets the focus. Articles with unsaved
 * changes stay as they are until they are saved: VS Code saves nothing that is read-only.
 */
export class ReadingLock extends Disposable {
  private isOn = false;
  private present: LockState = 'off';
  /** The articles that are read-only because of this. */
  private readonly locked = new Set<string>();
  /** One thing after the other: VS Code's commands are about the editor in front. */
  private running: Promise<void> = Promise.resolve();
  private readonly changed = this.own(new vscode.EventEmitter<LockState>());
  readonly onDidChange = this.changed.event;

  constructor(private readonly logError: (error: unknown) => void) {
    super();
    const follow = () => this.follow();
    const followIfActive = (document: vscode.TextDocument) => {
      const isMine = this.isOn || this.locked.has(document.uri.toString());
      if (isMine && document === vscode.window.activeTextEditor?.document) follow();
    };
    this.own(vscode.window.onDidChangeActiveTextEditor(follow));
    this.own(vscode.window.tabGroups.onDidChangeTabs(() => this.isOn && follow()));
    this.own(vscode.workspace.onDidSaveTextDocument(followIfActive));
    this.own(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        // Another program's change: saving it must not be in vain.
        if (document.isDirty && this.present === 'locked') followIfActive(document);
      }),
    );
  }

  get state(): LockState {
    return this.present;
  }

  /** Begins or ends the lock; fulfilled once it holds for the article in the editor. */
  async turn(on: boolean): Promise<void> {
    this.isOn = on;
    setContext(CONTEXT_KEYS.reading, on);
    this.follow();
    await this.running;
  }

  private follow(): void {
    this.running = this.running.then(() => this.apply()).catch(this.logError);
  }

  private async apply(): Promise<void> {
    const document = documentInFront();
    if (document !== undefined) await this.applyTo(document);
    const state = this.stateOf(document);
    setContext(CONTEXT_KEYS.readingArticle, state === 'locked');
    if (state === this.present) return;
    this.present = state;
    this.changed.fire(state);
  }

  private async applyTo(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const isMeant = this.isOn && !document.isDirty;
    if (isMeant === this.locked.has(key)) return;
    await vscode.commands.executeCommand(isMeant ? SET_READONLY : RESET_READONLY);
    if (isMeant) this.locked.add(key);
    else this.locked.delete(key);
  }

  private stateOf(document: vscode.TextDocument | undefined): LockState {
    if (!this.isOn) return 'off';
    if (document === undefined) return 'noArticle';
    return this.locked.has(document.uri.toString()) ? 'locked' : 'unsaved';
  }
}

/** The article whose editor is in front, and not only shown beside it (as an output is). */
function documentInFront(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || document.isUntitled || !isArticle(document)) return undefined;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const isInFront =
    input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString();
  return isInFront ? document : undefined;
}
