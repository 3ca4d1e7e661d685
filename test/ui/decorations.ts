import type { Locator } from 'playwright-core';
import type { Element, PageGlobals, Rect, TextNode } from './dom';

/** How a stretch of text looks in an editor. */
export interface Appearance {
  /** Where its first and its last character are on screen. */
  readonly first: Rect;
  readonly last: Rect;
  /** Style of the text itself, one entry for each differently styled part, in reading order. */
  readonly text: readonly Look[];
  /** Boxes that extensions and VS Code draw behind the text: backgrounds, borders, squiggles. */
  readonly boxes: readonly Look[];
  /** Texts that decorations put before and after it. */
  readonly attachments: readonly string[];
}

/** Class names and the computed style that matters for decorations, by CSS property. */
export interface Look {
  readonly classes: string;
  readonly style: Readonly<Record<(typeof PROPERTIES)[number], string>>;
}

const PROPERTIES = [
  'color',
  'background-color',
  'font-style',
  'font-weight',
  'opacity',
  'text-decoration-line',
  'text-decoration-style',
  'border-bottom-style',
  'border-bottom-width',
  'border-bottom-color',
  'border-left-style',
  'outline-style',
] as const;

/**
 * How the first occurrence of `text` on screen looks, or `undefined` if it is not on screen. Line
 * ends count as nothing.
 */
export async function appearanceOf(editor: Locator, text: string): Promise<Appearance | undefined> {
  return editor.evaluate(lookInPage, { text, properties: [...PROPERTIES] }) as Promise<
    Appearance | undefined
  >;
}

/** Runs in the page. */
function lookInPage(
  editor: unknown,
  { text, properties }: { readonly text: string; readonly properties: readonly string[] },
): unknown {
  const page = globalThis as unknown as PageGlobals;
  const root = editor as Element;
  const SHOW_TEXT = 4;
  const lines = [...root.querySelectorAll('.view-lines .view-line')].sort(
    (a, b) => parseFloat(a.style.top) - parseFloat(b.style.top),
  );
  const characters: { node: TextNode; offset: number }[] = [];
  let shown = '';
  for (const line of lines) {
    const walker = page.document.createTreeWalker(line, SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let offset = 0; offset < node.data.length; offset += 1)
        characters.push({ node, offset });
      shown += node.data.replaceAll('\u00a0', ' ');
    }
  }
  const start = shown.indexOf(text);
  const found = characters.slice(start, start + text.length);
  if (start < 0 || found.length === 0) return undefined;
  const rectOf = ({ node, offset }: { node: TextNode; offset: number }): Rect => {
    const range = page.document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const { left, top, right, bottom, width, height } = range.getBoundingClientRect();
    return { left, top, right, bottom, width, height };
  };
  const look = (element: Element): object => {
    const style = page.getComputedStyle(element);
    return {
      classes: element.className,
      style: Object.fromEntries(properties.map((name) => [name, style.getPropertyValue(name)])),
    };
  };
  const spans = [...new Set(found.map(({ node }) => node.parentElement))];
  const rects = found.map(rectOf);
  const overlaps = (box: Rect): boolean =>
    rects.some(
      (rect) =>
        rect.left < box.right - 1 &&
        rect.right > box.left + 1 &&
        rect.top < box.bottom - 1 &&
        rect.bottom > box.top + 1,
    );
  const boxes = [...root.querySelectorAll('.view-overlays .cdr')].filter((box) =>
    overlaps(box.getBoundingClientRect()),
  );
  const attachments = [...root.querySelectorAll('.view-lines .view-line span')]
    .filter((span) => spans.some((at) => at === span || at.parentElement === span.parentElement))
    .flatMap((span) =>
      ['::before', '::after'].map((pseudo) =>
        page.getComputedStyle(span, pseudo).getPropertyValue('content'),
      ),
    )
    .filter((content) => content !== 'none' && content !== 'normal' && content !== '""')
    .map((content) => content.replace(/^"|"$/g, ''));
  return {
    first: rects[0],
    last: rects.at(-1),
    text: spans.map(look),
    boxes: boxes.map(look),
    attachments,
  };
}
