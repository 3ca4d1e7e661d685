import type { Host, News } from './host';
import type { Kept } from './keptState';
import type { Say } from './texts';

/** What a view of the page works with. */
export interface PageTools {
  readonly host: Host;
  readonly say: Say;
  readonly kept: Kept;
  /** Keeps what `kept` says now. */
  readonly keep: () => void;
  /** Says something in the line below, also to screen readers. */
  readonly tell: (message: string) => void;
  /** Says what happened: it stays a while, whatever the view tells of itself. */
  readonly note: (message: string) => void;
  /** Does something, and says why where it is refused. */
  readonly run: (work: () => Promise<unknown>) => void;
  /** Shows the quotations of some annotations beside an element. */
  readonly showQuotes: (ids: readonly string[], title: string, at: Element) => void;
}

/** One of the views of the page; made when it is first shown. */
export interface View {
  readonly root: HTMLElement;
  /** Shows the annotations that the filter finds now, and is seen from now on. */
  show(): Promise<void>;
  /** Annotations came, went or changed while it is seen. */
  update?(news: News): Promise<void>;
  /** Puts the focus on what the keyboard works in. */
  focus(): void;
}
