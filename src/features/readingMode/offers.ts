import type * as vscode from 'vscode';
import { quoteOf } from '../../core/model/quote';
import { findPassages } from '../../core/reading/findPassages';
import { isWorthOffering } from '../../core/reading/learned';
import type { OfferedPassage } from '../../core/reading/offeredPassage';
import type { ArticleText } from '../../core/text/articleText';
import { textKind } from '../../core/text/blocks/markdownParser';
import type { Utf16Range } from '../../core/text/range';
import type { Services } from '../services';

export type OfferSources = Pick<
  Services,
  'codebooks' | 'index' | 'labels' | 'open' | 'reading' | 'suggestions' | 'topic'
>;

/** So many statements tell what a topic is about. */
const MOST_STATEMENTS = 200;

/** The passages of an article that may be worth tagging, in reading order, in steps. */
export function candidates(
  sources: OfferSources,
  document: vscode.TextDocument,
  { text }: ArticleText,
  from = 0,
): Generator<OfferedPassage | undefined, void> {
  const kind = textKind(document.languageId);
  const suggest = (ranges: readonly Utf16Range[]) => sources.suggestions.suggest(text, ranges);
  return findPassages(text, { kind, suggest, topic: topicOf(sources, document.uri) }, from);
}

/** Whether a passage is offered: likely enough, not annotated yet, not skipped before. */
export function isOffered(
  { open, reading }: OfferSources,
  { uri }: vscode.TextDocument,
  { text }: ArticleText,
  passage: OfferedPassage,
): boolean {
  const { start, end } = passage.range;
  const annotated = open.get(uri)?.placed ?? [];
  return (
    !annotated.some(({ passages }) =>
      passages.some(({ range }) => range && range.start < end && start < range.end),
    ) &&
    !reading.isSkipped(uri, text.slice(start, end)) &&
    isWorthOffering(passage, reading.learned)
  );
}

/** The statement of the topic at hand, and what was tagged under it. */
function topicOf({ index, labels, topic }: OfferSources, article: vscode.Uri): string[] {
  const present = topic.of(article);
  if (present === undefined) return [];
  const statements = [labels.topic(present)];
  for (const key of index.corpus.articlesWithTopic(present).keys()) {
    for (const { annotation } of index.corpus.ofArticle(key))
      if (annotation.topic === present) statements.push(quoteOf(annotation));
    if (statements.length > MOST_STATEMENTS) break;
  }
  return statements.slice(0, MOST_STATEMENTS);
}
