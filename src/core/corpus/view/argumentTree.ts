import type { Corpus, CorpusItem } from '../corpus';
import { queriedArticles } from '../query/rows';

/** How many articles are looked at before others may have their turn. */
const STEP = 20;

/**
 * The annotations of a corpus as arguments: what supports, rebuts or restates an annotation stands
 * below it. At the top stands what leads to nothing else; where links go round in a circle, the
 * annotation of it that is read first.
 */
export class ArgumentTree {
  private readonly sources = new Map<string, Set<string>>();
  private readonly targets = new Map<string, Set<string>>();
  private tops: readonly string[] = [];

  /** Reads the links of all articles. */
  *read<Item extends CorpusItem>(corpus: Corpus<Item>): Generator<void, void> {
    this.sources.clear();
    this.targets.clear();
    let looked = 0;
    for (const { content, ids } of queriedArticles(corpus)) {
      for (const { i, target } of content.links()) {
        const source = ids[i] ?? '';
        // A link to nothing, or to itself, makes no argument.
        if (source === target || !corpus.hasId(target)) continue;
        addTo(this.sources, target, source);
        addTo(this.targets, source, target);
      }
      looked += 1;
      if (looked % STEP === 0) yield;
    }
    const linked: string[] = [];
    looked = 0;
    for (const { ids } of queriedArticles(corpus)) {
      for (const id of ids) if (this.isLinked(id)) linked.push(id);
      looked += 1;
      if (looked % (STEP * STEP) === 0) yield;
    }
    this.tops = this.findTops([...new Set(linked)]);
  }

  /** The ids of the annotations at the top, in reading order. */
  top(): readonly string[] {
    return this.tops;
  }

  /** Whether an annotation is part of any argument. */
  isLinked(id: string): boolean {
    return this.sources.has(id) || this.targets.has(id);
  }

  /** The ids of the annotations that link to one. */
  below(id: string): ReadonlySet<string> {
    return this.sources.get(id) ?? NONE;
  }

  /** One of the annotations that one links to; undefined at the top. */
  above(id: string): string | undefined {
    const [target] = this.targets.get(id) ?? NONE;
    return target;
  }

  /** All annotations that stand below one, and it itself. */
  within(id: string): Set<string> {
    return this.reach([id], new Set());
  }

  private findTops(linked: readonly string[]): string[] {
    const tops = new Set(linked.filter((id) => !this.targets.has(id)));
    const reached = this.reach([...tops], new Set());
    for (const id of linked) {
      if (reached.has(id)) continue;
      tops.add(id);
      this.reach([id], reached);
    }
    return linked.filter((id) => tops.has(id));
  }

  private reach(from: readonly string[], reached: Set<string>): Set<string> {
    const waiting = [...from];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      waiting.push(...this.below(id));
    }
    return reached;
  }
}

const NONE: ReadonlySet<string> = new Set();

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}
