import type { CorpusItem } from '../../corpus/corpus';
import { RowPace } from '../../corpus/findings/found';
import { RowDates } from '../../corpus/query/rowDates';
import type { Row } from '../../corpus/query/rows';
import { statementOf, type Statement } from '../../network/statement';
import type { Steps } from '../../text/steps';
import type { DebateContext } from '../context';

/** A statement with the annotation that makes it. */
export interface IdentifiedStatement extends Statement {
  readonly id: string;
}

/** The statements among some rows, as networks count them, and how many rows there are. */
export function* readIdentified<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  { corpus, publishedOf }: DebateContext<Item>,
): Steps<{ readonly statements: IdentifiedStatement[]; readonly total: number }> {
  const pace = new RowPace();
  const dates = new RowDates(publishedOf);
  const statements: IdentifiedStatement[] = [];
  let total = 0;
  for (const row of rows) {
    if (pace.isDue(1)) yield;
    total += 1;
    const statement = statementOf(row, corpus, dates);
    if (statement !== undefined)
      statements.push({ ...statement, id: row.article.ids[row.i] ?? '' });
  }
  yield;
  return { statements, total };
}

/** The annotations of one stance of a node with another kind of node. */
interface Said {
  readonly favor: string[];
  readonly against: string[];
}

/** Who said what: the annotations behind nodes and ties. */
export class StatementIds {
  private readonly said = new Map<string, Map<string, Said>>();

  /** @param nodes what is asked for: speakers with topics, or topics with speakers */
  constructor(private readonly nodes: 'speaker' | 'topic') {}

  add(statement: IdentifiedStatement): void {
    const concept = statement[this.nodes === 'speaker' ? 'topic' : 'speaker'];
    const ofNode = this.said.get(statement[this.nodes]) ?? new Map<string, Said>();
    this.said.set(statement[this.nodes], ofNode);
    const said = ofNode.get(concept) ?? { favor: [], against: [] };
    ofNode.set(concept, said);
    said[statement.stance].push(statement.id);
  }

  /** A node's annotations. */
  ofNode(name: string): { readonly favor: string[]; readonly against: string[] } {
    const all = [...(this.said.get(name)?.values() ?? [])];
    return {
      favor: all.flatMap(({ favor }) => favor),
      against: all.flatMap(({ against }) => against),
    };
  }

  /** What a node says about a concept. */
  between(name: string, concept: string): string[] {
    const { favor = [], against = [] } = this.said.get(name)?.get(concept) ?? {};
    return [...favor, ...against];
  }

  /**
   * What makes two nodes alike, or opposed: their annotations with the same concepts.
   *
   * @param counts which pairs of stances count
   * @param most so many are enough
   */
  ofBoth(
    a: string,
    b: string,
    counts: { readonly same: boolean; readonly opposed: boolean },
    most: number,
  ): string[] {
    const others = this.said.get(b);
    const ids = new Set<string>();
    for (const [concept, one] of this.said.get(a) ?? []) {
      const other = others?.get(concept);
      if (ids.size >= most) break;
      if (other === undefined) continue;
      for (const stance of ['favor', 'against'] as const)
        for (const otherStance of ['favor', 'against'] as const) {
          const isCounted = stance === otherStance ? counts.same : counts.opposed;
          if (!isCounted || one[stance].length === 0 || other[otherStance].length === 0) continue;
          for (const id of [...one[stance], ...other[otherStance]]) ids.add(id);
        }
    }
    return [...ids].slice(0, most);
  }
}
