import { Pace, type Steps } from '../text/steps';
import { hashOfAll } from './grams';
import { scoreOf } from './score';
import { leastFor, mayBeOf, type SameIndex } from './sameIndex';

/** Statements that say the same, by their slots in the index. */
export interface SlotGroup {
  /** Ascending. */
  readonly slots: readonly number[];
  /** How sure it is, 0 to 1: the mean over all pairs. */
  readonly score: number;
}

/** What the analyst decided of pairs of slots. */
export interface Decisions {
  /** They say the same: linked. */
  readonly accepted: readonly (readonly [number, number])[];
  /** They can't be the same: refused, or of opposite stances. */
  readonly isApart: (one: number, other: number) => boolean;
}

/** Statements of one speaker that are the same word for word count as one. */
interface Node {
  readonly slots: number[];
  readonly speaker: number;
}

interface Cluster {
  nodes: Node[];
}

/** Of larger groups so many members are asked whether another one belongs to them. */
const MAX_ASKED = 8;

/**
 * Groups of statements that say the same; no statement is in two. A group grows by the surest pairs
 * first, and only where its members are like the others on average (average linkage, Sokal &
 * Michener 1958), so no chain of weak pairs makes one, and two excerpts of one long statement that
 * say different things aren't joined by it. Accepted pairs are always joined. Sure ones first.
 */
export function* groupInSteps(index: SameIndex, decisions: Decisions): Steps<SlotGroup[]> {
  const nodes = yield* nodesOf(index, decisions);
  const clusterOf = new Map<Node, Cluster>();
  const nodeOf = new Map<number, Node>();
  for (const node of nodes) {
    clusterOf.set(node, { nodes: [node] });
    for (const slot of node.slots) nodeOf.set(slot, node);
  }
  const join = (one: Cluster, other: Cluster): void => {
    one.nodes = [...one.nodes, ...other.nodes];
    for (const node of other.nodes) clusterOf.set(node, one);
  };
  const likeness = new PairScores(index, decisions);
  for (const [one, other] of decisions.accepted) {
    const [a, b] = [
      clusterOf.get(nodeOf.get(one) as Node),
      clusterOf.get(nodeOf.get(other) as Node),
    ];
    likeness.accept(nodeOf.get(one), nodeOf.get(other));
    if (a !== undefined && b !== undefined && a !== b) join(a, b);
  }
  const pairs = yield* pairsOf(index, nodes, nodeOf, likeness);
  const pace = new Pace();
  for (const { one, other } of pairs) {
    const [a, b] = [clusterOf.get(one), clusterOf.get(other)];
    if (pace.isDue(1 << 10)) yield;
    if (a === undefined || b === undefined || a === b) continue;
    if (likeness.between(a.nodes, b.nodes) >= leastFor(one.speaker, other.speaker)) join(a, b);
  }
  return [...new Set(clusterOf.values())]
    .map((cluster) => groupOf(cluster, likeness))
    .filter(({ slots }) => slots.length > 1)
    .sort((a, b) => b.score - a.score || (a.slots[0] ?? 0) - (b.slots[0] ?? 0));
}

function* nodesOf(index: SameIndex, { isApart }: Decisions): Steps<Node[]> {
  const nodes: Node[] = [];
  const equal = new Map<string, Node[]>();
  const pace = new Pace();
  for (const slot of index.slots()) {
    const { ids } = index.statementIn(slot);
    if (pace.isDue(8 * ids.length)) yield;
    if (ids.length === 0) continue;
    const speaker = index.speakerOf(slot);
    const key = `${speaker} ${hashOfAll(ids)} ${ids.length}`;
    const known = equal.get(key) ?? [];
    const node = known.find(({ slots }) => !slots.some((other) => isApart(slot, other)));
    if (node !== undefined) node.slots.push(slot);
    else {
      const made = { slots: [slot], speaker };
      nodes.push(made);
      equal.set(key, [...known, made]);
    }
  }
  return nodes;
}

interface Pair {
  readonly one: Node;
  readonly other: Node;
  readonly score: number;
}

function* pairsOf(
  index: SameIndex,
  nodes: readonly Node[],
  nodeOf: ReadonlyMap<number, Node>,
  likeness: PairScores,
): Steps<Pair[]> {
  const pairs: Pair[] = [];
  for (const one of nodes) {
    const [first = 0] = one.slots;
    const found = index.findSame(index.statementIn(first), one.speaker, (slot) => slot > first);
    for (const other of new Set(found.map(({ slot }) => nodeOf.get(slot)))) {
      if (other === undefined || other === one) continue;
      const score = likeness.of(one, other);
      if (score >= leastFor(one.speaker, other.speaker)) pairs.push({ one, other, score });
    }
    yield;
  }
  return pairs.sort((a, b) => b.score - a.score);
}

/** How alike nodes are; what was decided goes before what the words say. */
class PairScores {
  private readonly known = new Map<Node, Map<Node, number>>();

  constructor(
    private readonly index: SameIndex,
    private readonly decisions: Decisions,
  ) {}

  accept(one: Node | undefined, other: Node | undefined): void {
    if (one !== undefined && other !== undefined) this.keep(one, other, 1);
  }

  /** 0 to 1; below 0 where they can't be the same. */
  of(one: Node, other: Node): number {
    return (
      this.known.get(one)?.get(other) ??
      this.known.get(other)?.get(one) ??
      this.keep(one, other, this.ask(one, other))
    );
  }

  /** The mean between two clusters; below 0 if any two of them can't be the same. */
  between(nodes: readonly Node[], others: readonly Node[]): number {
    let [sum, count] = [0, 0];
    for (const one of nodes.slice(0, MAX_ASKED))
      for (const other of others.slice(0, MAX_ASKED)) {
        const score = this.of(one, other);
        if (score < 0) return -1;
        sum += score;
        count += 1;
      }
    return sum / count;
  }

  private keep(one: Node, other: Node, score: number): number {
    const scores = this.known.get(one) ?? new Map<Node, number>();
    this.known.set(one, scores.set(other, score));
    return score;
  }

  private ask(one: Node, other: Node): number {
    if (!mayBeOf(one.speaker, other.speaker)) return -1;
    const { isApart } = this.decisions;
    if (one.slots.some((slot) => other.slots.some((beside) => isApart(slot, beside)))) return -1;
    const { index } = this;
    const [a = 0] = one.slots;
    const [b = 0] = other.slots;
    return scoreOf(
      index.weigh(index.statementIn(a)),
      index.weigh(index.statementIn(b)),
      index.vocabulary,
    );
  }
}

function groupOf({ nodes }: Cluster, likeness: PairScores): SlotGroup {
  const slots = nodes.flatMap((node) => node.slots).sort((a, b) => a - b);
  let [sum, count] = [0, 0];
  for (const [i, one] of nodes.entries()) {
    const equal = (one.slots.length * (one.slots.length - 1)) / 2;
    sum += equal;
    count += equal;
    for (const other of nodes.slice(i + 1)) {
      const pairs = one.slots.length * other.slots.length;
      sum += pairs * Math.max(0, likeness.of(one, other));
      count += pairs;
    }
  }
  return { slots, score: count === 0 ? 0 : sum / count };
}
