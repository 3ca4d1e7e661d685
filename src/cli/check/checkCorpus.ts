import { basename } from 'node:path';
import { vocabularyOf } from '../../core/codebook/vocabulary';
import { annotationFindings, type CheckContext } from '../../core/check/annotationFindings';
import { checkSidecar } from '../../core/check/checkSidecar';
import { AS_WRITTEN } from '../../core/check/conflictText';
import type { Finding } from '../../core/check/finding';
import type { Annotation } from '../../core/model/types';
import type { OpenedCorpus } from '../corpus/openCorpus';
import type { ArticleStates } from '../corpus/articleStates';
import { Locations } from '../location';
import { whyUnread } from '../sidecarTrouble';

/** A finding in its file. */
export interface LocatedFinding {
  /** Its path, absolute. */
  readonly file: string;
  readonly line: number;
  /** In code points. */
  readonly column: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
}

/** Checks the codebooks and sidecars of what was opened, file by file. */
export async function* checkCorpus(
  opened: OpenedCorpus,
): AsyncGenerator<readonly LocatedFinding[], void> {
  yield opened.unread.map(({ path, reason }) => ({
    ...{ file: path, line: 1, column: 1 },
    ...{ severity: 'error', code: 'unreadable', message: whyUnread(reason) },
  }));
  for (const { file, text, problems } of opened.codebooks) yield located(file, text, problems);
  const ofCodebook = codebookContext(opened);
  for (const article of opened.selected) {
    const context = { ...ofCodebook, ...corpusContext(opened, article) };
    const found = await opened.statesOf(article);
    const annotations = opened.corpus.ofArticle(article).map(({ annotation }) => annotation);
    // Where there is nothing to say, it needn't be known at which line.
    if (!opened.careful.has(article) && isRight(annotations, found, context)) {
      yield [];
      continue;
    }
    const { path, file, problems } = await opened.sidecarOf(article);
    const checked = file && { file, articleName: basename(article), ...found };
    yield checked === undefined
      ? located(path, '', problems)
      : located(path, checked.file.text, checkSidecar(checked, context));
  }
}

function isRight(
  annotations: readonly Annotation[],
  { states, trouble }: ArticleStates,
  context: CheckContext,
): boolean {
  const isPlain = (one: Annotation) =>
    annotationFindings(one, states.get(one.id), context).length === 0;
  return trouble === undefined && annotations.every(isPlain);
}

/** What is asked of the codebook, the same for all articles. */
function codebookContext({ codebook }: OpenedCorpus): Pick<CheckContext, 'vocabulary' | 'words'> {
  return { vocabulary: vocabularyOf(codebook), words: AS_WRITTEN };
}

/** What is asked of the other articles. */
function corpusContext(
  { corpus, pathOf }: OpenedCorpus,
  article: string,
): Pick<CheckContext, 'hasId' | 'copiesOf'> {
  return {
    hasId: (id) => corpus.hasId(id),
    copiesOf: (id) => corpus.copiesOf(id, article).map(pathOf),
  };
}

function located(file: string, text: string, findings: readonly Finding[]): LocatedFinding[] {
  if (findings.length === 0) return [];
  const locations = new Locations(text);
  return findings.map(({ code, severity, message, range }) => ({
    file,
    ...locations.at(range.start),
    severity: severity === 'information' ? 'info' : severity,
    code,
    message,
  }));
}
