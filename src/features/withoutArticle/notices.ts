import * as vscode from 'vscode';
import { VIEWS } from '../../contributions';
import { notify } from '../../ui/notify';
import type { LeftBehind } from '../../workspace/moves/articleMoves';
import type { Discovery } from '../../workspace/moves/lostArticles';
import type { Move } from '../../workspace/moves/sidecarMoves';
import { Disposable } from '../../workspace/platform/disposable';
import { isFile } from '../../workspace/platform/isFile';
import { articlePath, nameOf, sidecarOf } from '../../workspace/platform/uris';
import { askArticle, countAnnotations, type MoveServices } from './askArticle';

/**
 * Says what became of annotations whose articles were renamed, moved or deleted, and offers what
 * can be done.
 */
export class Notices extends Disposable {
  constructor(private readonly services: MoveServices) {
    super();
    const { articleMoves, lost, logError } = services;
    const handle =
      <T>(tell: (what: T) => Promise<void>) =>
      (what: T) => {
        tell(what).catch(logError);
      };
    this.own(articleMoves.onDidLeaveBehind(handle((left) => this.tellLeftBehind(left))));
    this.own(articleMoves.onDidDelete(handle((articles) => this.askAboutDeleted(articles))));
    this.own(lost.onDidFollow(handle((moves) => this.tellFollowed(moves))));
    this.own(lost.onDidFind(handle((found) => this.offer(found))));
  }

  /** An article was renamed inside VS Code, and its sidecar couldn't go along. */
  private async tellLeftBehind({ from, to, taken }: LeftBehind): Promise<void> {
    const move = vscode.l10n.t('Move Annotations There');
    const message = taken
      ? vscode.l10n.t(
          '{0} has annotations of its own. Those of {1} are kept in {2} and listed under “Without article”.',
          nameOf(to),
          nameOf(from),
          nameOf(sidecarOf(from)),
        )
      : vscode.l10n.t(
          '{0} was renamed to {1}, but its annotations are still in {2}.',
          nameOf(from),
          nameOf(to),
          nameOf(sidecarOf(from)),
        );
    if ((await notify.warning(message, move, vscode.l10n.t('Not Now'))) === move)
      await this.move(from, to);
  }

  /** Articles were deleted inside VS Code: their annotations go only if the analyst says so. */
  private async askAboutDeleted(articles: readonly vscode.Uri[]): Promise<void> {
    const [first] = articles;
    if (first === undefined) return;
    const [all, keep] = [vscode.l10n.t('Delete Them Too'), vscode.l10n.t('Keep')];
    const count = articles.reduce(
      (sum, article) => sum + countAnnotations(this.services, article),
      0,
    );
    const message =
      articles.length > 1
        ? vscode.l10n.t(
            'Articles deleted: {0}. Their annotations ({1}) are kept in their sidecars.',
            articles.length,
            count,
          )
        : vscode.l10n.t(
            '{0} was deleted. Its annotations ({1}) are kept in {2}.',
            nameOf(first),
            count,
            nameOf(sidecarOf(first)),
          );
    // The first button is the one that is pressed without reading.
    if ((await notify.warning(message, keep, all)) !== all) return;
    for (const article of articles) {
      // The deletion may have been undone, or the annotations moved, while the question was on the
      // screen.
      if (!(await isFile(article)) && (await isFile(sidecarOf(article))))
        await this.services.moves.deleteSidecar(article);
    }
  }

  private async tellFollowed(moves: readonly Move[]): Promise<void> {
    const [first] = moves;
    if (first === undefined) return;
    const message =
      moves.length > 1
        ? vscode.l10n.t(
            'Articles renamed or moved: {0}. Their annotations went along.',
            moves.length,
          )
        : vscode.l10n.t(
            '{0} is {1} now: its annotations went along.',
            articlePath(first.from),
            articlePath(first.to),
          );
    await this.offerUndo(message, moves);
  }

  /**
   * Says that the words of lost articles stand elsewhere. Several at once make one notification.
   */
  private async offer(found: readonly Discovery[]): Promise<void> {
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) return this.offerOne(only);
    const show = vscode.l10n.t('Show Them');
    const message = vscode.l10n.t(
      'Articles that are gone: {0}. The quotations of their annotations stand in other files.',
      found.length,
    );
    if ((await notify.info(message, show)) === show)
      await vscode.commands.executeCommand(`${VIEWS.annotations}.focus`);
  }

  private async offerOne({ article, candidates: [best, next] }: Discovery): Promise<void> {
    const { found, passages } = best.match;
    // Which of several that are equally good is the analyst's choice.
    const isTie = next?.match.found === found;
    const move = isTie ? vscode.l10n.t('Choose…') : vscode.l10n.t('Move Annotations There');
    const values = [articlePath(article), found, passages, articlePath(best.uri)];
    const message =
      passages === 1 && !isTie
        ? vscode.l10n.t(
            '{0} is gone; its quotation stands in {1}.',
            articlePath(article),
            articlePath(best.uri),
          )
        : isTie
          ? vscode.l10n.t(
              '{0} is gone; quotations that stand in {3}: {1} of {2}, and as many in another file.',
              ...values,
            )
          : vscode.l10n.t('{0} is gone; {1} of its {2} quotations stand in {3}.', ...values);
    if ((await notify.info(message, move, vscode.l10n.t('Not Now'))) !== move) return;
    const target = isTie ? await askArticle(this.services, article) : best.uri;
    if (target !== undefined) await this.move(article, target);
  }

  private async move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await orTell(async () => {
      const move = await this.services.moves.moveAllTo(from, to);
      await this.offerUndo(
        vscode.l10n.t('Annotations moved to {0}: {1}.', articlePath(to), move.moved),
        [move],
      );
    });
  }

  private async offerUndo(message: string, moves: readonly Move[]): Promise<void> {
    const undo = vscode.l10n.t('Undo');
    if ((await notify.info(message, undo)) !== undo) return;
    for (const move of moves) await orTell(() => move.undo());
  }
}

async function orTell(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    await notify.error(error instanceof Error ? error.message : String(error));
  }
}
