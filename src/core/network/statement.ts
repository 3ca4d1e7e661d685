import type { CorpusItem } from '../corpus/corpus';
import type { RowContext } from '../corpus/query/group';
import { RowDates } from '../corpus/query/rowDates';
import { valueOf, type Row } from '../corpus/query/rows';
import { RowPace } from '../corpus/findings/found';
import type { Steps } from '../text/steps';

/** What networks know of an annotation: who is in favor of, or against what, when and where. */
export interface Statement {
  /** The canonical name. */
  readonly speaker: string;
  readonly topic: string;
  readonly stance: 'favor' | 'against';
  /** `2024`, `2024-07` or `2024-07-04`; undefined where neither it nor its article has one. */
  readonly date: string | undefined;
  /** The key of the article. */
  readonly article: string;
}

/**
 * The statements among some annotations. Those without speaker or topic are none, nor are those
 * that are neither in favor nor against.
 *
 * @param rows of the corpus, which must not change before the last step
 */
export function* readStatements<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  { corpus, publishedOf }: RowContext<Item>,
): Steps<Statement[]> {
  const pace = new RowPace();
  const dates = new RowDates(publishedOf);
  const statements: Statement[] = [];
  for (const row of rows) {
    if (pace.isDue(1)) yield;
    const statement = statementOf(row, corpus, dates);
    if (statement !== undefined) statements.push(statement);
  }
  return statements;
}

/** What networks know of one annotation; undefined if it is no statement. */
export function statementOf<Item extends CorpusItem>(
  row: Row<Item>,
  corpus: RowContext<Item>['corpus'],
  dates: RowDates,
): Statement | undefined {
  const stance = valueOf(row, 'stance');
  if (stance !== 'favor' && stance !== 'against') return undefined;
  const topic = valueOf(row, 'topic');
  const speaker = corpus.speakerNamed(valueOf(row, 'speaker'));
  if (topic === undefined || speaker === undefined) return undefined;
  return { speaker, topic, stance, date: dates.dateOf(row), article: row.article.key };
}
