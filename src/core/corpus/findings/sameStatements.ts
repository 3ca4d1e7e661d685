/** A link between two annotations, by their ids. */
export interface LinkBetween {
  readonly from: string;
  readonly type: string;
  readonly to: string;
}

/** Which annotations make the same statement, because links say that one restates another. */
export class RestatedTogether {
  private readonly parents = new Map<string, string>();
  /** The links that joined what wasn't yet joined: one way leads from one end to any other. */
  private readonly joining = new Map<string, LinkBetween[]>();

  /** Takes over a link that says that one annotation restates another. */
  join(link: LinkBetween): void {
    const [from, to] = [this.statementOf(link.from), this.statementOf(link.to)];
    if (from === to) return;
    this.parents.set(from, to);
    for (const end of [link.from, link.to])
      this.joining.set(end, [...(this.joining.get(end) ?? []), link]);
  }

  /** One id for all annotations that make the same statement as this one. */
  statementOf(id: string): string {
    let at = id;
    for (let parent = this.parents.get(at); parent !== undefined; parent = this.parents.get(at)) {
      const above = this.parents.get(parent);
      // Half of the way is shorter for the next one.
      if (above !== undefined) this.parents.set(at, above);
      at = parent;
    }
    return at;
  }

  /** The links by which two annotations that make the same statement hang together. */
  linksBetween(a: string, b: string): LinkBetween[] {
    const cameBy = new Map<string, LinkBetween | undefined>([[a, undefined]]);
    for (const id of cameBy.keys()) {
      if (id === b) break;
      for (const link of this.joining.get(id) ?? []) {
        const other = otherEnd(link, id);
        if (!cameBy.has(other)) cameBy.set(other, link);
      }
    }
    const links: LinkBetween[] = [];
    let at = b;
    for (let link = cameBy.get(at); link !== undefined; link = cameBy.get(at)) {
      links.unshift(link);
      at = otherEnd(link, at);
    }
    return links;
  }
}

function otherEnd({ from, to }: LinkBetween, id: string): string {
  return from === id ? to : from;
}
