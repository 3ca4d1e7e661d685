import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, CONTEXT_KEYS } from '../../../contributions';
import { registerCommand } from '../../../ui/commands';
import { setContext } from '../../../ui/context';
import type { IndexedAnnotation } from '../../../workspace/annotations/indexChange';
import { Disposable } from '../../../workspace/platform/disposable';
import type { Services } from '../../services';
import type { AnnotationTree } from '../annotationTree';
import type { Row } from '../row';

/** How long the cursor rests before its annotation is shown, in milliseconds. */
const REST = 120;

/**
 * Selects the annotation at the cursor in the sidebar while that is visible, and leaves the focus
 * in the article. Nothing moves where a row of the cursor's annotations is selected already.
 */
export class FollowCursor extends Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  constructor(
    private readonly services: Pick<Services, 'logError' | 'selection' | 'target' | 'view'>,
    private readonly tree: AnnotationTree,
    private readonly treeView: vscode.TreeView<Row>,
  ) {
    super();
    const { view } = services;
    const set = (on: boolean) => () => {
      view.followsCursor = on;
      this.tellMenus();
      this.soon();
      return Promise.resolve();
    };
    this.own(registerCommand(COMMANDS.followCursor, v.looseObject({}), set(true)));
    this.own(registerCommand(COMMANDS.stopFollowing, v.looseObject({}), set(false)));
    this.own(vscode.window.onDidChangeTextEditorSelection(() => this.soon()));
    this.own(vscode.window.onDidChangeActiveTextEditor(() => this.soon()));
    this.own(treeView.onDidChangeVisibility(() => this.soon()));
    this.tellMenus();
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private tellMenus(): void {
    setContext(CONTEXT_KEYS.followsCursor, this.services.view.followsCursor);
  }

  private soon(): void {
    clearTimeout(this.timer);
    if (!this.services.view.followsCursor || !this.treeView.visible) return;
    this.timer = setTimeout(() => {
      this.show().catch(this.services.logError);
    }, REST);
  }

  private async show(): Promise<void> {
    const { target, selection } = this.services;
    const here = target.atCursor();
    const [item] = here;
    const isSelected = (one: IndexedAnnotation) =>
      selection.annotations.some(
        ({ article, annotation }) => article === one.article && annotation.id === one.annotation.id,
      );
    if (item === undefined || here.some(isSelected)) return;
    const turn = (this.turn += 1);
    const row = await this.tree.rowOf(item);
    // The cursor, or the analyst, may be elsewhere by now.
    const isWanted = turn === this.turn && this.treeView.visible && isAtCursor(target, item);
    if (row !== undefined && isWanted) await this.treeView.reveal(row, { select: true });
  }
}

function isAtCursor(target: Services['target'], { annotation }: IndexedAnnotation): boolean {
  return target.atCursor().some((one) => one.annotation.id === annotation.id);
}
