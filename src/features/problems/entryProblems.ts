import * as vscode from 'vscode';
import { annotationFindings, type CheckContext } from '../../core/check/annotationFindings';
import { hasUnknownValue } from '../../core/codebook/unknownValues';
import { hasChangedWords, type ArticleContent } from '../../core/corpus/articleContent';
import type { Annotation } from '../../core/model/types';
import { needsDecision } from '../../core/placing/placeAnnotations';
import type { SidecarFile } from '../../core/sidecar/sidecarFile';
import { LineIndex } from '../../core/text/lines';
import { fieldWords } from '../../ui/labels';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { toVsCodeRange } from '../../workspace/platform/positions';
import { articlePath, uriOfKey } from '../../workspace/platform/uris';
import type { Services } from '../services';
import { findingDiagnostic } from './diagnostic';

/** What Problems are made from. */
export type ProblemSources = Pick<
  Services,
  'closed' | 'codebooks' | 'index' | 'labels' | 'logError' | 'open' | 'sidecars'
>;

/**
 * What an analyst has to decide about the annotations of a sidecar, each at the first line of its
 * entry.
 */
export function entryProblems(
  article: vscode.Uri,
  entries: readonly Entry[],
  { codebooks, index: { corpus }, labels, sidecars }: ProblemSources,
): vscode.Diagnostic[] {
  const key = article.toString();
  const items = new Map(corpus.ofArticle(key).map((item) => [item.annotation.id, item]));
  const context: CheckContext = {
    vocabulary: codebooks.vocabulary,
    words: fieldWords(labels),
    copiesOf: (id) => corpus.copiesOf(id, key).map((other) => articlePath(uriOfKey(other))),
    // The articles that links lead to may be unread so far.
    hasId: () => true,
  };
  const speakers = new Set<string>();
  const isHeld = sidecars.get(article) !== undefined;
  return entries.flatMap(({ annotation, line }) => {
    // Where the article is gone, that is what there is to say, once.
    const item = corpus.isMissing(key) ? undefined : items.get(annotation.id);
    const isJustTyped = item?.state === 'changed' && !hasChangedWords(item);
    const state = isJustTyped ? undefined : item?.state;
    return annotationFindings(annotation, state, context).flatMap((finding) => {
      if (finding.code !== 'unknown-speaker') return findingDiagnostic(line(), finding);
      // Speakers are made up while one reads: each is news once a sidecar, and no fault. Of ten
      // thousand articles that nobody works on, only what may be a slip is told.
      const { speaker = '' } = annotation;
      const isTold = isHeld || codebooks.vocabulary.names.meant(speaker) !== undefined;
      if (!isTold || speakers.has(speaker)) return [];
      speakers.add(speaker);
      return findingDiagnostic(line(), { ...finding, severity: 'information' });
    });
  });
}

/** An annotation, and where in its sidecar its entry begins. */
export interface Entry {
  readonly annotation: Annotation;
  readonly line: () => vscode.Range;
}

/** The entries of a sidecar that is held. */
export function entriesOf(file: SidecarFile): Entry[] {
  const text = file.text.replace(/^\uFEFF/, '');
  let lines: LineIndex | undefined;
  // From the dash on: with the cursor in the blanks before it, VS Code shows no light bulb.
  const at = (lineStart: number) => {
    lines ??= new LineIndex(text);
    const start =
      lineStart + (/^ */.exec(text.slice(lineStart, lineStart + 1_000))?.[0].length ?? 0);
    const first = toVsCodeRange(lines, { start, end: start }).start;
    return wholeLine(first);
  };
  return file.entries.flatMap(({ annotation, block }) =>
    annotation === undefined ? [] : [{ annotation, line: () => at(block.start) }],
  );
}

/** Those of a sidecar that nobody works on, as far as something may be wrong with them. */
export function closedEntriesOf(key: string, services: ProblemSources): Entry[] {
  const { index } = services;
  const content = index.corpus.contentOf(key);
  if (content === undefined || !mayHaveProblems(key, content, services)) return [];
  return content.items().map(({ annotation }, i) => ({
    annotation,
    line: () => wholeLine(new vscode.Position(index.lineOf(key, i) ?? 0, 0)),
  }));
}

/** Whether it is worth while to read all that an article's annotations say. */
function mayHaveProblems(
  key: string,
  content: ArticleContent<IndexedAnnotation>,
  { index: { corpus }, codebooks: { vocabulary } }: ProblemSources,
): boolean {
  if (corpus.hasCopiedIds(key)) return true;
  if (content.links().some(({ type }) => !vocabulary.links.some(({ id }) => id === type)))
    return true;
  for (let i = 0; i < content.count; i++) {
    const state = content.stateOf(i);
    if (needsDecision(state) || state === 'changed' || content.hasConflicts(i)) return true;
    const [speaker, role, stance, topic] = [
      content.valueOf(i, 'speaker'),
      content.valueOf(i, 'role'),
      content.valueOf(i, 'stance'),
      content.valueOf(i, 'topic'),
    ];
    if (hasUnknownValue({ speaker, role, stance, topic }, vocabulary)) return true;
  }
  return false;
}

function wholeLine(start: vscode.Position): vscode.Range {
  return new vscode.Range(start, start.with({ character: 1_000 }));
}
