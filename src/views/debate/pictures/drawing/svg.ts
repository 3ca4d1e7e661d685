import type { Meaning } from '../../../../core/debate';

const SVG = 'http://www.w3.org/2000/svg';

/** Attributes of an element; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * Makes an element of a picture. Words are its text, never markup; looks come from classes, for
 * styles in attributes are forbidden in the page.
 */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  document: Document,
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS(SVG, tag);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

/** The same for an element of the page. */
export function html<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

function setAttributes(made: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, String(value));
}

/** The class that has the colour of a meaning. */
export function colorClass(meaning: Meaning): string {
  return `is-${meaning}`;
}

/**
 * The sign of a stance as a path around a point, so that not colour alone tells which one it is: a
 * triangle upwards, one downwards, a diamond, else a disc.
 */
export function stancePath(meaning: Meaning, x: number, y: number, radius: number): string {
  const [left, right, top, bottom] = [x - radius, x + radius, y - radius, y + radius];
  switch (meaning) {
    case 'favor':
      return `M${x} ${top}L${right} ${bottom}L${left} ${bottom}Z`;
    case 'against':
      return `M${x} ${bottom}L${left} ${top}L${right} ${top}Z`;
    case 'neutral':
      return `M${x} ${top}L${right} ${y}L${x} ${bottom}L${left} ${y}Z`;
    default:
      return `M${left} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
  }
}
