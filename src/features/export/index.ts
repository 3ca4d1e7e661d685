import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { exportDocument, printExport } from '../../core/exchange/exportDocument';
import { RefusedError } from '../../core/model/problem';
import type { ExportDocument } from '../../core/model/types';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import { registerCommand, uriArgument } from '../../ui/commands';
import { notify } from '../../ui/notify';
import type { PlacedArticle } from '../../workspace/articles/articleReader';
import { articlePath, isArticle } from '../../workspace/platform/uris';
import type { Registration, Services } from '../services';

type Needs = Pick<Services, 'codebooks' | 'disk' | 'index' | 'reader' | 'sidecars'>;

type Scope = 'article' | 'workspace';

const exportArguments = v.looseObject({
  scope: v.exactOptional(v.picklist(['article', 'workspace'])),
  uri: v.exactOptional(uriArgument),
  destination: v.exactOptional(v.nullable(uriArgument)),
});

/** The export to JSON. */
export function register(services: Needs): Registration {
  return registerCommand(COMMANDS.exportJson, exportArguments, (args, { byHand }) =>
    exportJson(services, args, byHand),
  );
}

/** @returns the exported document; undefined if the analyst gave up */
async function exportJson(
  services: Needs,
  { scope, uri, destination }: v.InferOutput<typeof exportArguments>,
  byHand: boolean,
): Promise<ExportDocument | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  const article = uri ?? (active !== undefined && isArticle(active) ? active.uri : undefined);
  const chosen =
    scope ??
    (uri !== undefined
      ? 'article'
      : byHand && article !== undefined
        ? await askScope(article)
        : 'workspace');
  if (chosen === undefined) return undefined;
  if (chosen === 'article' && article === undefined)
    throw new RefusedError(vscode.l10n.t('Open the article that you want to export first.'));
  const target = destination === undefined ? await askDestination(chosen, article) : destination;
  if (target === undefined) return undefined;
  const collected = await collect(services, chosen === 'article' ? article : undefined);
  if (collected === undefined) return undefined;
  const document = exportDocument(collected, services.codebooks.codebook);
  if (target !== null) await save(services, target, document);
  if (byHand && target !== null)
    offerToOpen(
      services,
      target,
      document,
      collected.filter(({ unreadable }) => unreadable !== undefined),
    );
  return document;
}

async function askScope(article: vscode.Uri): Promise<Scope | undefined> {
  const rows: Choice<Scope>[] = [
    {
      label: vscode.l10n.t('The whole workspace'),
      iconPath: new vscode.ThemeIcon('files'),
      value: 'workspace',
    },
    {
      label: vscode.l10n.t('This article'),
      description: articlePath(article),
      iconPath: new vscode.ThemeIcon('file'),
      value: 'article',
    },
  ];
  const answer = await askChoice({
    title: vscode.l10n.t('Export as JSON'),
    placeholder: vscode.l10n.t('What do you want to export?'),
    choices: rows,
  });
  return answer === BACK ? undefined : answer;
}

async function askDestination(
  scope: Scope,
  article: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const folder =
    (article && vscode.workspace.getWorkspaceFolder(article)?.uri) ??
    vscode.workspace.workspaceFolders?.[0]?.uri;
  const suggested =
    scope === 'article' && article !== undefined
      ? article.with({ path: `${article.path}.claims.json` })
      : folder && vscode.Uri.joinPath(folder, 'claims.json');
  return vscode.window.showSaveDialog({
    ...(suggested && { defaultUri: suggested }),
    filters: { JSON: ['json'] },
    title: vscode.l10n.t('Export as JSON'),
  });
}

/** The articles to export, placed; with progress and cancel. Undefined if it was cancelled. */
async function collect(
  { index, sidecars, reader, codebooks }: Needs,
  article: vscode.Uri | undefined,
): Promise<PlacedArticle[] | undefined> {
  await codebooks.loadCodebooks();
  if (article !== undefined) {
    await sidecars.requireReadable(article);
    return [await reader.placeArticle(article)];
  }
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      cancellable: true,
      title: vscode.l10n.t('Exporting annotations'),
    },
    async (progress, token) => {
      await index.loadWorkspace(token);
      const articles = index.articles();
      const collected: PlacedArticle[] = [];
      for (const one of articles) {
        if (token.isCancellationRequested) return undefined;
        progress.report({ message: articlePath(one), increment: 100 / articles.length });
        collected.push(await reader.placeArticle(one));
      }
      return collected;
    },
  );
}

async function save({ disk }: Needs, target: vscode.Uri, document: ExportDocument): Promise<void> {
  try {
    await disk.updateFile(target, () => new TextEncoder().encode(printExport(document)));
  } catch (error) {
    throw new RefusedError(
      vscode.l10n.t(
        '{0} could not be written: {1}',
        articlePath(target),
        error instanceof Error ? error.message : String(error),
      ),
      { cause: error },
    );
  }
}

/**
 * Says what was exported, and what could not be: an export that leaves something out without a word
 * would pass for whole.
 */
function offerToOpen(
  { index, sidecars }: Needs,
  target: vscode.Uri,
  document: ExportDocument,
  unreadable: readonly PlacedArticle[],
): void {
  const open = vscode.l10n.t('Open');
  const broken = index
    .articles()
    .filter((article) => (sidecars.get(article)?.problems.length ?? 0) > 0);
  const message = vscode.l10n.t(
    'Exported to {0}; annotations: {1}.',
    articlePath(target),
    document.annotations.length,
  );
  const warnings = [
    broken.length > 0 &&
      vscode.l10n.t(
        'Left out what is broken (see Problems) in: {0}',
        broken.map(articlePath).join(', '),
      ),
    unreadable.length > 0 &&
      vscode.l10n.t(
        'Without places, because the articles can’t be read (see Problems): {0}',
        unreadable.map(({ path }) => path).join(', '),
      ),
  ].filter((warning) => warning !== false);
  const shown =
    warnings.length === 0
      ? notify.info(message, open)
      : notify.warning([message, ...warnings].join(' '), open);
  void shown.then((answer) =>
    answer === open ? vscode.window.showTextDocument(target) : undefined,
  );
}
