import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import { annotationsOf } from '../../core/sidecar/questions';
import type { SidecarFile } from '../../core/sidecar/sidecarFile';
import { LineIndex } from '../../core/text/lines';
import { registerCommand, uriArgument } from '../../ui/commands';
import { Disposable } from '../../workspace/platform/disposable';
import { toVsCodeRange } from '../../workspace/platform/positions';
import { articlePath, nameOf, sidecarOf } from '../../workspace/platform/uris';
import type { Registration } from '../services';
import { askArticle, askLost, type MoveServices } from './askArticle';
import { Notices } from './notices';

const articleArguments = v.looseObject({ uri: v.exactOptional(uriArgument) });
const moveArguments = v.looseObject({
  ...articleArguments.entries,
  to: v.exactOptional(uriArgument),
});
const entryArguments = v.looseObject({
  ...articleArguments.entries,
  id: v.exactOptional(v.string()),
  /** The sidecar is shown, and the focus stays where it is. */
  keepFocus: v.exactOptional(v.boolean()),
});

/** Annotations whose article was moved, renamed or deleted. */
export function register(services: MoveServices): Registration {
  return vscode.Disposable.from(new Notices(services), new WithoutArticle(services));
}

/** The commands that mend it. */
class WithoutArticle extends Disposable {
  constructor(private readonly services: MoveServices) {
    super();
    this.own(
      registerCommand(COMMANDS.moveToArticle, moveArguments, async ({ uri, to }) =>
        this.move(uri ?? (await this.ofEditor()), to),
      ),
    );
    this.own(registerCommand(COMMANDS.findArticle, articleArguments, ({ uri }) => this.move(uri)));
    this.own(
      registerCommand(COMMANDS.deleteAnnotations, articleArguments, ({ uri }, { byHand }) =>
        this.delete(uri, byHand),
      ),
    );
    this.own(
      registerCommand(COMMANDS.openSidecar, entryArguments, async ({ uri, id, keepFocus }) =>
        this.open(uri ?? (await this.ofEditor()), id, keepFocus),
      ),
    );
  }

  /** @returns what was moved where; undefined if the analyst gave up */
  private async move(
    given: vscode.Uri | undefined,
    to?: vscode.Uri,
  ): Promise<{ from: string; to: string; moved: number } | undefined> {
    const from = given ?? (await askLost(this.services));
    if (from === undefined) return undefined;
    await this.sidecarAt(from);
    const target = to ?? (await askArticle(this.services, from));
    if (target === undefined) return undefined;
    const { moved } = await this.services.moves.moveAllTo(from, target);
    return { from: articlePath(from), to: articlePath(target), moved };
  }

  private async delete(
    given: vscode.Uri | undefined,
    byHand: boolean,
  ): Promise<{ article: string; deleted: number } | undefined> {
    const article = given ?? (await askLost(this.services));
    if (article === undefined) return undefined;
    const deleted = annotationsOf(await this.sidecarAt(article)).length;
    if (byHand) {
      const yes = vscode.l10n.t('Delete');
      const detail = vscode.l10n.t(
        'Annotations: {0}. The file goes to the trash, where there is one.',
        deleted,
      );
      if (
        (await vscode.window.showWarningMessage(
          vscode.l10n.t('Delete {0}?', nameOf(sidecarOf(article))),
          { modal: true, detail },
          yes,
        )) !== yes
      )
        return undefined;
    }
    await this.services.moves.deleteSidecar(article);
    return { article: articlePath(article), deleted };
  }

  /** Opens a sidecar; with an id, at that annotation. */
  private async open(
    given: vscode.Uri | undefined,
    id: string | undefined,
    keepFocus = false,
  ): Promise<void> {
    const article = given ?? (await askLost(this.services));
    if (article === undefined) return;
    const file = await this.sidecarAt(article);
    const editor = await vscode.window.showTextDocument(sidecarOf(article), {
      preserveFocus: keepFocus,
    });
    const entry = file.entries.find((one) => one.id !== undefined && one.id === id);
    if (entry === undefined) return;
    const { start } = toVsCodeRange(new LineIndex(file.text.replace(/^\uFEFF/, '')), entry.block);
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.AtTop);
  }

  /** The article in the editor, if it has annotations. */
  private async ofEditor(): Promise<vscode.Uri | undefined> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri !== undefined && (await this.services.sidecars.loadSidecar(uri)) !== undefined
      ? uri
      : undefined;
  }

  private async sidecarAt(article: vscode.Uri): Promise<SidecarFile> {
    const file = await this.services.sidecars.loadSidecar(article);
    if (file === undefined)
      throw new RefusedError(vscode.l10n.t('{0} has no annotations.', articlePath(article)));
    return file;
  }
}
