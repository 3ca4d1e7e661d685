import * as vscode from 'vscode';
import { conflictValues } from '../../core/merge/annotation/settleConflict';
import {
  hasUnknownValue,
  unknownValues,
  type UnknownValue,
} from '../../core/codebook/unknownValues';
import { hasChangedWords, type ArticleContent } from '../../core/corpus/articleContent';
import { quoteOf } from '../../core/model/quote';
import type { Problem } from '../../core/model/problem';
import type { Annotation } from '../../core/model/types';
import { needsDecision } from '../../core/placing/placeAnnotations';
import type { SidecarFile } from '../../core/sidecar/sidecarFile';
import { excerpt } from '../../core/text/excerpt';
import { LineIndex } from '../../core/text/lines';
import { conflictText } from '../../ui/labels';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { toVsCodeRange } from '../../workspace/platform/positions';
import { articlePath } from '../../workspace/platform/uris';
import type { Services } from '../services';
import { diagnostic } from './diagnostic';

/** What Problems are made from. */
export type ProblemSources = Pick<
  Services,
  'closed' | 'codebooks' | 'index' | 'labels' | 'logError' | 'open' | 'sidecars'
>;

/** The codes of what waits for the analyst, which has quick fixes. */
export const UNDECIDED = 'undecided';
export const CHANGED = 'changed';
export const CONFLICT = 'conflict';
export const COPIED = 'copied-id';
export const WITHOUT_ARTICLE = 'withoutArticle';

/**
 * What an analyst has to decide about the annotations of a sidecar, each at the first line of its
 * entry.
 */
export function entryProblems(
  article: vscode.Uri,
  entries: readonly Entry[],
  services: ProblemSources,
): vscode.Diagnostic[] {
  const { corpus } = services.index;
  const { vocabulary } = services.codebooks;
  const key = article.toString();
  const items = new Map(corpus.ofArticle(key).map((item) => [item.annotation.id, item]));
  return entries.flatMap(({ annotation, line }) => {
    const item = items.get(annotation.id);
    const state = item?.state;
    const rows: Row[] = conflictValues(annotation).map((conflict) => {
      const { field, ours, theirs } = conflictText(services.labels, conflict);
      const message =
        conflict.field === 'id'
          ? vscode.l10n.t('One version deleted this annotation, the other changed it: decide.')
          : vscode.l10n.t(
              'Two versions of “{0}”: “{1}” and “{2}”. Decide which is right.',
              field,
              ours,
              theirs,
            );
      return { message, code: CONFLICT };
    });
    // Where the article is gone, that is what there is to say, once.
    if (needsDecision(state) && !corpus.isMissing(key))
      rows.push({ message: undecidedText(annotation, state === 'ambiguous'), code: UNDECIDED });
    if (item !== undefined && hasChangedWords(item))
      rows.push({
        message: vscode.l10n.t(
          '“{0}” was found, but other words stand there now: accept them, or say that the place is not right.',
          excerpt(quoteOf(annotation), 60),
        ),
        code: CHANGED,
        severity: 'information',
      });
    for (const { field, value, meant, isAllowed } of unknownValues(annotation, vocabulary))
      rows.push({
        message: unknownText(field, value, meant),
        code: 'unknown-value',
        severity: isAllowed && meant === undefined ? 'information' : 'warning',
      });
    const others = corpus.isCopiedId(annotation.id)
      ? corpus.withId(annotation.id).filter((item) => item.article !== key)
      : [];
    if (others.length > 0) {
      const where = [...new Set(others.map((item) => articlePath(item.uri)))].join(', ');
      rows.push({
        message: vscode.l10n.t(
          'The id “{0}” is also used for an annotation of {1}, as after copying an article with its sidecar.',
          annotation.id,
          where,
        ),
        code: COPIED,
      });
    }
    return rows.map(({ message, code, severity = 'warning' }) =>
      diagnostic(line(), message, code, severity),
    );
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
  if (content.linkTypes().some((type) => !vocabulary.links.some(({ id }) => id === type)))
    return true;
  for (let i = 0; i < content.count; i++) {
    const state = content.stateOf(i);
    if (needsDecision(state) || state === 'changed' || content.hasConflicts(i)) return true;
    const [role, stance, topic] = [
      content.valueOf(i, 'role'),
      content.valueOf(i, 'stance'),
      content.valueOf(i, 'topic'),
    ];
    if (hasUnknownValue({ role, stance, topic }, vocabulary)) return true;
  }
  return false;
}

function wholeLine(start: vscode.Position): vscode.Range {
  return new vscode.Range(start, start.with({ character: 1_000 }));
}

interface Row {
  readonly message: string;
  readonly code: string;
  readonly severity?: Problem['severity'];
}

function unknownText(field: UnknownValue['field'], value: string, meant?: string): string {
  const said = {
    role: vscode.l10n.t('The role “{0}” is not in the codebook.', value),
    stance: vscode.l10n.t('The stance “{0}” is not in the codebook.', value),
    topic: vscode.l10n.t('The topic “{0}” is not in the codebook.', value),
    link: vscode.l10n.t('The link type “{0}” is not in the codebook.', value),
  }[field];
  return meant === undefined ? said : `${said} ${vscode.l10n.t('Did you mean “{0}”?', meant)}`;
}

function undecidedText(annotation: Annotation, isAmbiguous: boolean): string {
  const quote = excerpt(quoteOf(annotation), 60);
  return isAmbiguous
    ? vscode.l10n.t(
        '“{0}” stands at several places of the article that are equally good: choose one.',
        quote,
      )
    : vscode.l10n.t('“{0}” is not found in the article any more. The annotation is kept.', quote);
}
