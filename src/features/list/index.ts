import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { candidatesFor } from '../../core/corpus/query/candidates';
import { requireFilter, type Filter } from '../../core/corpus/query/filter';
import { needsOf } from '../../core/corpus/query/conditions/filterTest';
import { listAnnotations, type ArticleToList } from '../../core/exchange/listing';
import type { ExportedAnnotation } from '../../core/model/types';
import { registerCommand, uriArgument } from '../../ui/commands';
import type { Registration, Services } from '../services';

type Needs = Pick<Services, 'codebooks' | 'index' | 'reader' | 'sidecars'>;

/** How long the count of annotations stays in the status bar, in milliseconds. */
const SHOWN = 8_000;

const listArguments = v.looseObject({
  uri: v.exactOptional(uriArgument),
  filter: v.exactOptional(v.unknown()),
});

/** Lists annotations for other programs. */
export function register(services: Needs): Registration {
  return registerCommand(COMMANDS.list, listArguments, async ({ uri, filter }, { byHand }) => {
    const annotations = await list(services, requireFilter(filter), uri);
    if (byHand) showCount(annotations);
    return annotations;
  });
}

/** The contract's `list`: of one article or of the workspace, in export order. */
async function list(
  { index, reader, sidecars, codebooks }: Needs,
  filter: Filter,
  uri: vscode.Uri | undefined,
): Promise<ExportedAnnotation[]> {
  await codebooks.loadCodebooks();
  if (uri !== undefined) await sidecars.requireReadable(uri);
  // Links to an article's annotations may come from any other one.
  if (uri === undefined || needsOf(filter).backlinks) await index.loadWorkspace();
  const articles = uri === undefined ? index.articles() : [uri];
  // What is being written is waited for: it belongs to the answer.
  for (const article of articles) if (sidecars.isBusy(article)) await sidecars.loadSidecar(article);
  const published = new Map(
    articles.map((article) => [article.toString(), sidecars.get(article)?.article.published]),
  );
  const candidates = candidatesFor(index.corpus, filter, (key) => published.get(key));
  const toList: ArticleToList[] = [];
  for (const article of articles) {
    const ids = candidates.get(article.toString());
    // A file may say more than was read of it last: of those that are read, all is asked again.
    if (ids === undefined && uri === undefined && isNarrow(filter)) continue;
    const placed = await reader.placeArticle(article);
    toList.push(filter.linked === undefined ? placed : { ...placed, candidates: ids ?? new Set() });
  }
  return listAnnotations(toList, filter, codebooks.listedAs);
}

/** Whether a filter asks for anything. */
function isNarrow(filter: Filter): boolean {
  return Object.keys(filter).length > 0;
}

function showCount(annotations: readonly ExportedAnnotation[]): void {
  const articles = new Set(annotations.map(({ article }) => article)).size;
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Annotations: {0}, in articles: {1}', annotations.length, articles),
    SHOWN,
  );
}
