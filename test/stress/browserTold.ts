/** What the script in the browser tells, a line each: the mark, and this as JSON. */
export type Told =
  /**
   * What stood in the sidecar's file at the start, and what the extension made of it: notes by id.
   */
  | {
      readonly kind: 'found';
      readonly file: string;
      readonly notes: Readonly<Record<string, string>>;
    }
  /** An annotation was made, or its note changed, and the extension says that it is in the file. */
  | { readonly kind: 'done'; readonly id: string; readonly note: string }
  | { readonly kind: 'failed'; readonly message: string };

export const MARK = 'browser-crash ';

/** The number at the end of a note: the later the change, the higher. */
export function numberOf(note: string): number {
  return Number(/\d+$/.exec(note)?.[0] ?? 0);
}
