import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../contributions';
import { exportDocument, printExport, type ArticleForExport } from '../core/exchange/exportDocument';
import { RefusedError } from '../core/model/problem';
import type { ExportDocument } from '../core/model/types';
import { registerCommand, uriArgument } from '../workspace/commands';
import { ask, BACK, type Choice } from '../workspace/quickPick';
import type { Services } from '../workspace/services';
import { articlePath, isArticle } from '../workspace/uris';

type Scope = 'article' | 'workspace';

const exportArguments = v.looseObject({
  scope: v.exactOptional(v.picklist(['article', 'workspace'])),
  uri: v.exactOptional(uriArgument),
  destination: v.exactOptional(v.nullable(uriArgument)),
});

/** The export to JSON. */
export function registerExport(services: Services): vscode.Disposable {
  return registerCommand(COMMANDS.exportJson, exportArguments, (args, { byHand }) => exportJson(services, args, byHand));
}

/** @returns the exported document; undefined if the analyst gave up */
async function exportJson(services: Services, { scope, uri, destination }: v.InferOutput<typeof exportArguments>, byHand: boolean): Promise<ExportDocument | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  const article = uri ?? (active !== undefined && isArticle(active) ? active.uri : undefined);
  const chosen = scope ?? (uri !== undefined ? 'article' : byHand && article !== undefined ? await askScope(article) : 'workspace');
  if (chosen === undefined) return undefined;
  if (chosen === 'article' && article === undefined) throw new RefusedError(vscode.l10n.t('Open the article that you want to export first.'));
  const target = destination === undefined ? await askDestination(chosen, article) : destination;
  if (target === undefined) return undefined;
  const collected = await collect(services, chosen === 'article' ? article : undefined);
  if (collected === undefined) return undefined;
  const document = exportDocument(collected, services.codebooks.codebook);
  if (target !== null) await save(services, target, document);
  if (byHand && target !== null) offerToOpen(target, document);
  return document;
}

async function askScope(article: vscode.Uri): Promise<Scope | undefined> {
  const rows: Choice<Scope>[] = [
    { label: vscode.l10n.t('The whole workspace'), iconPath: new vscode.ThemeIcon('files'), value: 'workspace' },
    { label: vscode.l10n.t('This article'), description: articlePath(article), iconPath: new vscode.ThemeIcon('file'), value: 'article' },
  ];
  const answer = await ask({ title: vscode.l10n.t('Export as JSON'), placeholder: vscode.l10n.t('What do you want to export?'), choices: rows });
  return answer === BACK ? undefined : answer;
}

async function askDestination(scope: Scope, article: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const folder = (article && vscode.workspace.getWorkspaceFolder(article)?.uri) ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const suggested = scope === 'article' && article !== undefined
    ? article.with({ path: `${article.path}.claims.json` })
    : folder && vscode.Uri.joinPath(folder, 'claims.json');
  return vscode.window.showSaveDialog({ ...(suggested && { defaultUri: suggested }), filters: { JSON: ['json'] }, title: vscode.l10n.t('Export as JSON') });
}

/** The articles to export, placed; with progress and cancel. Undefined if it was cancelled. */
async function collect({ index, sidecars, reader, codebooks }: Services, article: vscode.Uri | undefined): Promise<ArticleForExport[] | undefined> {
  await codebooks.load();
  if (article !== undefined) {
    await refuseUnreadable([article]);
    return [await reader.place(article)];
  }
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, cancellable: true, title: vscode.l10n.t('Exporting annotations') }, async (progress, token) => {
    await index.load(token);
    const articles = sidecars.articles();
    await refuseUnreadable(articles);
    const collected: ArticleForExport[] = [];
    for (const one of articles) {
      if (token.isCancellationRequested) return undefined;
      progress.report({ message: articlePath(one), increment: 100 / articles.length });
      collected.push(await reader.place(one));
    }
    return collected;
  });

  /** An export that leaves out what can't be read, without a word, would pass for whole. */
  async function refuseUnreadable(articles: readonly vscode.Uri[]): Promise<void> {
    for (const one of articles) {
      const file = await sidecars.load(one);
      if (article !== undefined && file?.refusal !== undefined && file.refusal.code !== 'version') throw new RefusedError(sidecars.describe(one, file, file.refusal));
    }
  }
}

async function save({ disk }: Services, target: vscode.Uri, document: ExportDocument): Promise<void> {
  try {
    await disk.replace(target, new TextEncoder().encode(printExport(document)));
  } catch (error) {
    throw new RefusedError(vscode.l10n.t('{0} could not be written: {1}', articlePath(target), error instanceof Error ? error.message : String(error)), { cause: error });
  }
}

function offerToOpen(target: vscode.Uri, document: ExportDocument): void {
  const open = vscode.l10n.t('Open');
  void vscode.window.showInformationMessage(vscode.l10n.t('Exported to {0}; annotations: {1}.', articlePath(target), document.annotations.length), open)
    .then((answer) => (answer === open ? vscode.window.showTextDocument(target) : undefined));
}
