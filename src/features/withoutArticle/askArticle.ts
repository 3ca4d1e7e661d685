import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { annotationsOf } from '../../core/sidecar/questions';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import type { FoundArticle } from '../../workspace/moves/articleSearch';
import { articlePath, nameOf, uriOfKey } from '../../workspace/platform/uris';
import type { Services } from '../services';
import { counted } from '../../core/text/counted';

/** What this feature works with. */
export type MoveServices = Pick<
  Services,
  'articleMoves' | 'index' | 'logError' | 'lost' | 'moves' | 'search' | 'sidecars'
>;

/** How many annotations an article has, as far as its sidecar was read. */
export function countAnnotations({ index, sidecars }: MoveServices, article: vscode.Uri): number {
  // All but those that are worked on are in the index alone.
  const indexed = index.corpus.contentOf(article.toString());
  return indexed?.count ?? annotationsOf(sidecars.get(article)).length;
}

/**
 * Asks for one of the sidecars without article; takes the only one.
 *
 * @throws RefusedError if there is none
 */
export async function askLost(services: MoveServices): Promise<vscode.Uri | undefined> {
  const { index } = services;
  await index.loadWorkspace();
  const missing = index.corpus.missingArticles().map(uriOfKey);
  if (missing.length === 0)
    throw new RefusedError(vscode.l10n.t('All annotations have their article.'));
  if (missing.length === 1) return missing[0];
  const choices = missing.map((uri): Choice<vscode.Uri> => {
    const count = countAnnotations(services, uri);
    const description =
      count === 1 ? vscode.l10n.t('1 annotation') : vscode.l10n.t('{0} annotations', count);
    return {
      label: nameOf(uri),
      description,
      detail: articlePath(uri),
      iconPath: new vscode.ThemeIcon('question'),
      value: uri,
    };
  });
  const answer = await askChoice({
    title: vscode.l10n.t('Annotations without article'),
    placeholder: vscode.l10n.t('Which of them?'),
    choices,
  });
  return answer === BACK ? undefined : answer;
}

/**
 * Asks which article the annotations of another one belong to: a file that holds their quotations,
 * or any other.
 */
export async function askArticle(
  { search }: MoveServices,
  from: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const cancel = new vscode.CancellationTokenSource();
  try {
    const more = search
      .findCandidates(from, cancel.token)
      .then((found) => [
        ...found.map(foundRow),
        otherRow(
          vscode.l10n.t('Choose another file…'),
          found.length > 0 ? '' : vscode.l10n.t('the quotations were not found in any file'),
        ),
      ]);
    const answer = await askChoice<vscode.Uri | 'other'>({
      title: vscode.l10n.t('Which article do the annotations of {0} belong to?', nameOf(from)),
      placeholder: vscode.l10n.t('The files that hold their quotations, the best first'),
      choices: [otherRow(vscode.l10n.t('Choose a file, without waiting for the search…'))],
      more,
    });
    if (answer === undefined || answer === BACK) return undefined;
    return answer === 'other' ? await askFile(from) : answer;
  } finally {
    cancel.cancel();
    cancel.dispose();
  }
}

function foundRow({ uri, match, hasSidecar }: FoundArticle): Choice<vscode.Uri | 'other'> {
  const path = articlePath(uri);
  return {
    label: nameOf(uri),
    description: counted(
      vscode.l10n.t('{0} of {1} {1|quotation|quotations} found'),
      match.found,
      match.passages,
    ),
    detail: hasSidecar ? vscode.l10n.t('{0} · has annotations of its own', path) : path,
    iconPath: new vscode.ThemeIcon('file'),
    value: uri,
  };
}

function otherRow(label: string, description = ''): Choice<vscode.Uri | 'other'> {
  return {
    label,
    description,
    iconPath: new vscode.ThemeIcon('folder-opened'),
    alwaysShow: true,
    value: 'other',
  };
}

async function askFile(from: vscode.Uri): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(from)?.uri ?? vscode.Uri.joinPath(from, '..');
  const chosen = await vscode.window.showOpenDialog({
    defaultUri: folder,
    title: vscode.l10n.t('The article of these annotations'),
    openLabel: vscode.l10n.t('Move Annotations There'),
  });
  return chosen?.[0];
}
