import { xmlText } from '../../../../core/network/formats/xmlText';

/** What stands above a saved picture. */
export interface AboutPicture {
  readonly title: string;
  /** Which annotations it shows, as it would be typed; empty: all. */
  readonly filter: string;
  readonly dateOfData: string;
}

/** The looks that a saved picture keeps of the page's. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'dominant-baseline',
  'paint-order',
] as const;

/** What makes a picture work in the page, and means nothing elsewhere. */
const ONLY_IN_PAGE = /^(?:class|tabindex|role|data-|aria-|on|style$)/;

const HEAD = { height: 56, x: 12, title: 20, filter: 36, date: 50 };

/** The looks of an element as they are on the screen. */
export type LooksOf = (element: Element) => Pick<CSSStyleDeclaration, 'getPropertyValue'>;

/**
 * A picture as a file of its own: its looks as they are on the screen stand in it as a style sheet,
 * with nothing of the page, no script, and no reference to anything outside. Title, filter and the
 * date of the data stand above it.
 *
 * @param picture shown in the page, or its looks aren't known
 */
export function standaloneSvg(
  picture: SVGSVGElement,
  { title, filter, dateOfData }: AboutPicture,
  // The browser's function doesn't work as anything's method.
  looksOf: LooksOf = (element) => getComputedStyle(element),
): string {
  const width = Number(picture.getAttribute('width')) || 0;
  const height = Number(picture.getAttribute('height')) || 0;
  const page = looksOf(picture.parentElement ?? picture);
  const [color, ground] = ['color', '--ground'].map((name) =>
    safeLook(page.getPropertyValue(name)),
  );
  const styles = new StyleClasses(looksOf);
  const content = Array.from(picture.childNodes, (node) => printNode(node, styles)).join('');
  const line = (y: number, size: number, text: string) =>
    `<text x="${HEAD.x}" y="${y}" font-size="${size}" fill="${color || 'black'}">${xmlText(text)}</text>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + HEAD.height}"`,
    ` viewBox="0 ${-HEAD.height} ${width} ${height + HEAD.height}"`,
    ` font-family="${xmlText(safeLook(page.getPropertyValue('font-family')) || 'sans-serif')}">`,
    `<title>${xmlText(title)}</title>`,
    `<desc>${xmlText([filter, dateOfData].filter((text) => text !== '').join(' · '))}</desc>`,
    `<style>${xmlText(styles.print())}</style>`,
    `<rect y="${-HEAD.height}" width="100%" height="100%" fill="${ground || 'white'}"/>`,
    `<g transform="translate(0 ${-HEAD.height})">`,
    line(HEAD.title, 15, title),
    line(HEAD.filter, 11, filter),
    line(HEAD.date, 11, dateOfData),
    `</g>${content}</svg>\n`,
  ].join('');
}

/** Looks that several elements have in common, as classes. */
class StyleClasses {
  private readonly names = new Map<string, string>();

  constructor(private readonly looksOf: LooksOf) {}

  nameFor(element: Element): string {
    const looks = this.looksOf(element);
    const rules = LOOKS.flatMap((name) => {
      const value = safeLook(looks.getPropertyValue(name));
      return value === '' ? [] : [`${name}:${value}`];
    }).join(';');
    const known = this.names.get(rules);
    if (known !== undefined) return known;
    const name = `s${this.names.size}`;
    this.names.set(rules, name);
    return name;
  }

  print(): string {
    return Array.from(this.names, ([rules, name]) => `.${name}{${rules}}`).join('\n');
  }
}

/** A look, unless it could lead out of the file or out of its rule. */
function safeLook(value: string): string {
  return /url\s*\(|[{}<>;@\\]/i.test(value) ? '' : value.trim();
}

/** Only these have a place in a picture: whatever else got into the page stays there. */
const SHAPES = new Set(['g', 'path', 'rect', 'circle', 'line', 'text', 'title']);

function printNode(node: Node, styles: StyleClasses): string {
  if (node.nodeType === 3) return xmlText(node.textContent ?? '');
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const name = element.localName;
  if (!SHAPES.has(name)) return '';
  const attributes = Array.from(element.attributes)
    .filter((one) => !ONLY_IN_PAGE.test(one.name) && !/url\s*\(|:/i.test(one.name + one.value))
    .map((one) => ` ${one.name}="${xmlText(one.value)}"`)
    .join('');
  const look = name === 'g' || name === 'title' ? '' : ` class="${styles.nameFor(element)}"`;
  const content = Array.from(element.childNodes, (child) => printNode(child, styles)).join('');
  return `<${name}${look}${attributes}>${content}</${name}>`;
}
