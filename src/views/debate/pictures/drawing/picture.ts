import type { Drawn } from '../../../../core/debate';
import { svg, type Attributes } from './svg';

/** Shows the quotes of an element: its annotations, what it says, beside what they are shown. */
export type Open = (ids: readonly string[], title: string, at: Element) => void;

/** An element of a picture that opens its quotes, and where it stands. */
export interface Reachable {
  readonly drawn: Drawn;
  readonly element: SVGElement;
  readonly x: number;
  readonly y: number;
}

/**
 * A picture: one stop for Tab; within it, arrow keys go to the nearest element in their direction,
 * Home and End to the first and the last one, Enter and the space bar open.
 */
export class Picture {
  readonly root: SVGSVGElement;
  private readonly reachable: Reachable[] = [];
  private readonly byElement = new Map<Element, Reachable>();

  constructor(
    private readonly document: Document,
    model: {
      readonly view: string;
      readonly title: string;
      readonly description: string;
      readonly width: number;
      readonly height: number;
    },
    private readonly open: Open,
  ) {
    const { width, height, view, title, description } = model;
    this.root = svg(document, 'svg', {
      class: `picture picture-${view}`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'group',
      'aria-label': `${title}. ${description}`,
    });
    this.root.addEventListener('click', ({ target }) => this.openAt(target));
    this.root.addEventListener('keydown', (event) => this.press(event));
  }

  /** Adds what is only looked at: screen readers get it from elements' labels and the table. */
  add(...children: readonly Node[]): void {
    this.root.append(
      svg(this.document, 'g', { 'aria-hidden': 'true', class: 'silent' }, ...children),
    );
  }

  /** Adds an element that opens its quotes. */
  addReachable(
    drawn: Drawn,
    { x, y }: { readonly x: number; readonly y: number },
    attributes: Attributes,
    ...children: readonly Node[]
  ): SVGGElement {
    const element = svg(
      this.document,
      'g',
      {
        ...attributes,
        class: `drawn ${attributes['class'] ?? ''}`.trim(),
        'data-key': drawn.key,
        role: 'button',
        'aria-label': drawn.label,
        tabindex: this.reachable.length === 0 ? 0 : -1,
      },
      svg(this.document, 'title', {}, drawn.label),
      ...children,
    );
    const made = { drawn, element, x, y };
    this.reachable.push(made);
    this.byElement.set(element, made);
    this.root.append(element);
    return element;
  }

  private openAt(target: EventTarget | null): void {
    const found = this.at(target);
    if (found !== undefined) this.open(found.drawn.ids, found.drawn.label, found.element);
  }

  private at(target: EventTarget | null): Reachable | undefined {
    const element = (target as Element | null)?.closest('.drawn');
    return element ? this.byElement.get(element) : undefined;
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const from = this.at(event.target);
    if (from === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') this.openAt(event.target);
    else {
      const next = this.next(from, event.key);
      if (next === undefined) return;
      from.element.setAttribute('tabindex', '-1');
      next.element.setAttribute('tabindex', '0');
      next.element.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private next(from: Reachable, key: string): Reachable | undefined {
    if (key === 'Home') return this.reachable[0];
    if (key === 'End') return this.reachable.at(-1);
    const [right, down] = DIRECTIONS[key] ?? [0, 0];
    if (right === 0 && down === 0) return undefined;
    let [nearest, distance]: [Reachable | undefined, number] = [undefined, Infinity];
    for (const one of this.reachable) {
      const [dx, dy] = [one.x - from.x, one.y - from.y];
      const ahead = dx * right + dy * down;
      const aside = Math.abs(dx * down) + Math.abs(dy * right);
      // What is rather aside than ahead lies in another direction.
      if (ahead <= 0 || aside > ahead * 4) continue;
      if (ahead + 3 * aside < distance) [nearest, distance] = [one, ahead + 3 * aside];
    }
    return nearest;
  }
}

const DIRECTIONS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};
