/**
 * The few parts of the browser's DOM that functions passed to the page use. The project is compiled
 * without DOM types.
 */

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

export interface Style {
  getPropertyValue(name: string): string;
}

export interface Element {
  readonly className: string;
  readonly textContent: string | null;
  readonly parentElement: Element | null;
  readonly style: { readonly top: string };
  getAttribute(name: string): string | null;
  getBoundingClientRect(): Rect;
  querySelectorAll(selector: string): Iterable<Element>;
  matches(selector: string): boolean;
}

export interface TextNode {
  readonly data: string;
  readonly parentElement: Element;
}

export interface Canvas extends Element {
  readonly width: number;
  readonly height: number;
  getContext(kind: '2d'): {
    getImageData(
      x: number,
      y: number,
      width: number,
      height: number,
    ): { readonly data: Uint8ClampedArray };
  } | null;
}

export interface PageGlobals {
  readonly document: {
    createRange(): {
      setStart(node: TextNode, offset: number): void;
      setEnd(node: TextNode, offset: number): void;
      getBoundingClientRect(): Rect;
    };
    createTreeWalker(root: Element, show: number): { nextNode(): TextNode | null };
  };
  getComputedStyle(element: Element, pseudo?: string): Style;
}
