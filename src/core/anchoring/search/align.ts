/** Scores of the alignment: what an equal unit gains, an unequal one or a gap costs. */
const EQUAL = 2;
const UNEQUAL = -1;
const GAP = -1;

/**
 * Larger rectangles are left unaligned: the grams found no match in them, so there is little to
 * find.
 */
const MAX_CELLS = 60_000;

const DIAGONAL = 1;
const SKIP_A = 2;
const SKIP_B = 3;

/**
 * A stretch of folded units, read forwards (`step` 1) from `from`, or backwards (`step` -1) from
 * `from` on.
 */
export interface Strand {
  readonly units: Uint16Array;
  readonly from: number;
  readonly step: 1 | -1;
  readonly length: number;
}

/**
 * Pairwise alignment by dynamic programming (Needleman & Wunsch 1970; with a free end: the
 * extension step of BLAST-like aligners), with buffers that are kept between calls.
 */
export class Aligner {
  /** The last row of scores; earlier ones are not needed again. */
  private scores = new Int32Array(0);
  private moves = new Uint8Array(0);

  /**
   * Aligns two strands from their common starting corner, and reports each pair of equal units.
   *
   * @param whole both strands must be used up; otherwise the alignment ends where it scores best
   * @param report called with offsets along `a` and `b`, from the far end back to the corner
   * O(a.length × b.length), nothing above a fixed area.
   */
  align(a: Strand, b: Strand, whole: boolean, report: (a: number, b: number) => void): void {
    const columns = b.length + 1;
    const cells = (a.length + 1) * columns;
    if (a.length === 0 || b.length === 0 || cells > MAX_CELLS) return;
    if (this.scores.length < columns) this.scores = new Int32Array(Math.max(columns, 256));
    if (this.moves.length < cells) this.moves = new Uint8Array(Math.max(cells, 8192));
    const { scores, moves } = this;
    for (let column = 1; column < columns; column += 1) {
      scores[column] = column * GAP;
      moves[column] = SKIP_B;
    }
    scores[0] = 0;
    moves[0] = 0;
    let best = 0;
    let bestCell = 0;
    let unitAt = a.from;
    for (let row = 1; row <= a.length; row += 1) {
      const unit = a.units[unitAt] as number;
      unitAt += a.step;
      let cell = row * columns;
      moves[cell] = SKIP_A;
      let diagonal = scores[0];
      let left = row * GAP;
      scores[0] = left;
      let otherAt = b.from;
      for (let column = 1; column < columns; column += 1) {
        cell += 1;
        const above = scores[column] as number;
        const equal = unit === b.units[otherAt];
        otherAt += b.step;
        let score = diagonal + (equal ? EQUAL : UNEQUAL);
        let move = DIAGONAL;
        if (above + GAP > score) {
          score = above + GAP;
          move = SKIP_A;
        }
        if (left + GAP > score) {
          score = left + GAP;
          move = SKIP_B;
        }
        scores[column] = score;
        moves[cell] = move;
        diagonal = above;
        left = score;
        if (score > best) {
          best = score;
          bestCell = cell;
        }
      }
    }
    let cell = whole ? cells - 1 : bestCell;
    while (cell > 0) {
      const move = moves[cell];
      if (move === DIAGONAL) {
        const row = Math.floor(cell / columns);
        const column = cell - row * columns;
        if (a.units[a.from + (row - 1) * a.step] === b.units[b.from + (column - 1) * b.step])
          report(row - 1, column - 1);
        cell -= columns + 1;
      } else cell -= move === SKIP_A ? columns : 1;
    }
  }
}
