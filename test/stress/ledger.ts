import type { SidecarFile } from '../../src/core/sidecar/sidecarFile';
import { textOf, type Operation } from './operations';
import type { Random } from './scenario';

/**
 * What one writer did to a sidecar, and so what must stand there in the end, whatever the others
 * did at the same time: each has annotations of its own, and of the shared ones a field and a link
 * of its own.
 */
export class Ledger {
  /** What its field says, by the id of its own annotations. */
  private readonly own = new Map<string, string>();
  /** The same of the shared annotations. */
  private readonly shared = new Map<string, string>();
  /** To which of its own annotations a shared one is linked. */
  private readonly links = new Map<string, string>();
  private count = 0;

  /**
   * @param name what the ids of its annotations begin with
   * @param field the key that is its own in shared annotations
   * @param sharedIds the shared annotations
   * @param most how many annotations of its own it may have
   */
  constructor(
    readonly name: string,
    private readonly field: string,
    private readonly sharedIds: readonly string[],
    private readonly most: number,
  ) {}

  /** What to do next. */
  choose(random: Random): Operation {
    const { field } = this;
    const value = `${this.name} ${this.count++}`;
    const linked = new Set(this.links.values());
    const loose = [...this.own.keys()].filter((id) => !linked.has(id));
    const dice = this.own.size < 3 ? 0 : this.own.size >= this.most ? 9 : random.below(10);
    if (dice < 3)
      return {
        kind: 'insert',
        id: `${this.name}${this.count}`,
        at: random.below(1000),
        field,
        value,
      };
    const id = random.of(this.sharedIds);
    if (dice < 6) return { kind: 'edit', id, field, value, before: this.shared.get(id) };
    if (dice < 7 || loose.length === 0)
      return {
        kind: 'link',
        id,
        target: random.of([...this.own.keys()]),
        before: this.links.get(id),
      };
    const old = random.of(loose);
    return dice < 8
      ? { kind: 'edit', id: old, field, value, before: this.own.get(old) }
      : { kind: 'delete', id: old };
  }

  /** Takes in what was done. */
  record(operation: Operation): void {
    const { kind, id } = operation;
    if (kind === 'delete') this.own.delete(id);
    else if (kind === 'link') this.links.set(id, operation.target);
    else (kind === 'insert' || this.own.has(id) ? this.own : this.shared).set(id, operation.value);
  }

  /** What of it does not stand in a sidecar, and what stands there although it was deleted. */
  differences({ entries }: SidecarFile): string[] {
    const found = new Map(entries.map(({ id, annotation }) => [id, annotation]));
    const says = (id: string, value: string) => {
      const annotation = found.get(id);
      return annotation !== undefined && textOf(annotation, this.field) === value;
    };
    return [
      ...[...this.own, ...this.shared]
        .filter(([id, value]) => !says(id, value))
        .map(([id, value]) => `${this.field} of ${id}: ${value}`),
      ...[...this.links]
        .filter(
          ([id, target]) =>
            found.get(id)?.links?.filter((link) => link.target === target).length !== 1,
        )
        .map(([id, target]) => `link from ${id} to ${target}`),
      ...entries
        .filter(({ id }) => id?.startsWith(this.name) === true && !this.own.has(id))
        .map(({ id }) => `${id ?? ''}, deleted`),
    ];
  }
}
