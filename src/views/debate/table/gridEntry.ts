import type { Grid } from './grid';

/** What words that come into the table's own field do. */
export interface EntryActions {
  /** An input method begins to compose. */
  readonly compose: () => void;
  /** @param typed what replaces what the active cell says */
  readonly edit: (typed: string) => void;
}

/** Hears what comes into the table's own field otherwise than by keys. */
export function listenToEntry(grid: Grid, { compose, edit }: EntryActions): void {
  const { root } = grid;
  root.addEventListener('compositionstart', ({ target }) => {
    if (grid.isTarget(target)) compose();
  });
  // Where the cell can't be changed, the field is still the table's own.
  root.addEventListener('compositionend', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && grid.isTarget(target)) target.value = '';
  });
  // What is pasted, dictated or chosen from a list of signs.
  root.addEventListener('input', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLTextAreaElement) || !grid.isTarget(target)) return;
    if (event instanceof InputEvent && event.isComposing) return;
    const typed = target.value;
    target.value = '';
    if (typed !== '') edit(typed);
  });
}
