import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { exportDocument } from '../../core/exchange/exportDocument';
import type { ExportedAnnotation } from '../../core/model/types';
import { registerCommand, uriArgument } from '../../ui/commands';
import type { Registration, Services } from '../services';

type Needs = Pick<Services, 'codebooks' | 'index' | 'reader' | 'sidecars'>;

/** How long the count of annotations stays in the status bar, in milliseconds. */
const SHOWN = 8_000;

const listArguments = v.looseObject({ uri: v.exactOptional(uriArgument) });

/** Lists annotations for other programs. */
export function register(services: Needs): Registration {
  return registerCommand(COMMANDS.list, listArguments, async ({ uri }, { byHand }) => {
    const annotations = await listAnnotations(services, uri);
    if (byHand) showCount(annotations);
    return annotations;
  });
}

/** The contract's `list`: of one article or of the workspace, in export order. */
async function listAnnotations(
  { index, reader, sidecars, codebooks }: Needs,
  uri: vscode.Uri | undefined,
): Promise<ExportedAnnotation[]> {
  await codebooks.loadCodebooks();
  if (uri === undefined) await index.loadWorkspace();
  else await sidecars.requireReadable(uri);
  const articles = uri === undefined ? index.articles() : [uri];
  const placed = [];
  for (const article of articles) placed.push(await reader.placeArticle(article));
  return exportDocument(placed, undefined).annotations;
}

function showCount(annotations: readonly ExportedAnnotation[]): void {
  const articles = new Set(annotations.map(({ article }) => article)).size;
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Annotations: {0}, in articles: {1}', annotations.length, articles),
    SHOWN,
  );
}
