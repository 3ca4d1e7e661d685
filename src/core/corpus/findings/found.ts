import { Pace } from '../../text/steps';
import type { CorpusItem } from '../corpus';
import type { Row } from '../query/rows';

/** An annotation that a question about the corpus found. */
export interface Found {
  /** Its article's key. */
  readonly article: string;
  readonly id: string;
}

export function foundAt<Item extends CorpusItem>({ article, i }: Row<Item>): Found {
  return { article: article.key, id: article.ids[i] ?? '' };
}

/** What going through one annotation counts as: a step is some thousand of them. */
const WORK = 16;

/** Says when others are to have their turn while annotations are gone through. */
export class RowPace {
  private readonly pace = new Pace();

  /** @param rows gone through just now */
  isDue(rows: number): boolean {
    return this.pace.isDue(rows * WORK);
  }
}
