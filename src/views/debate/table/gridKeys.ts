/** What a key does in the table, beside moving. */
export interface KeyActions {
  /** Moves to another cell; with Shift, all rows on the way are selected. */
  readonly move: (lines: number, columns: number, isSelecting: boolean) => void;
  readonly moveTo: (line: 'first' | 'last' | 'same', column: 'first' | 'last' | 'same') => void;
  readonly movePage: (pages: number, isSelecting: boolean) => void;
  /** Changes the cell; what was typed replaces what is there. */
  readonly edit: (typed?: string) => void;
  readonly clear: () => void;
  /** What a click does: shows the passage, unfolds a group, changes a cell. */
  readonly open: () => void;
  readonly goTo: () => void;
  readonly toggle: () => void;
  readonly selectAll: () => void;
  readonly selectNone: () => boolean;
  readonly fold: (isFolded: boolean) => boolean;
  readonly step: (columns: number) => boolean;
  readonly find: () => void;
  readonly history: (direction: 'undo' | 'redo') => void;
}

/**
 * Does what a key pressed in the table means, as spreadsheets have it.
 *
 * @returns whether it means anything here
 */
export function pressKey(event: KeyboardEvent, actions: KeyActions): boolean {
  const { key, shiftKey } = event;
  if (event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return pressWithControl(key, shiftKey, actions);
  if (event.altKey) return false;
  // Those that answer say whether there was anything to do.
  const keys: Readonly<Record<string, () => unknown>> = {
    ArrowDown: () => actions.move(1, 0, shiftKey),
    ArrowUp: () => actions.move(-1, 0, shiftKey),
    ArrowRight: () => actions.fold(false) || actions.move(0, 1, false),
    ArrowLeft: () => actions.fold(true) || actions.move(0, -1, false),
    PageDown: () => actions.movePage(1, shiftKey),
    PageUp: () => actions.movePage(-1, shiftKey),
    Home: () => actions.moveTo('same', 'first'),
    End: () => actions.moveTo('same', 'last'),
    Enter: actions.open,
    F2: () => actions.edit(),
    Delete: actions.clear,
    Backspace: actions.clear,
    ' ': actions.toggle,
    Escape: actions.selectNone,
    Tab: () => actions.step(shiftKey ? -1 : 1),
  };
  const action = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (action !== undefined) return action() !== false;
  if (Array.from(key).length !== 1) return false;
  actions.edit(key);
  return true;
}

function pressWithControl(key: string, shiftKey: boolean, actions: KeyActions): boolean {
  const keys: Readonly<Record<string, () => void>> = {
    home: () => actions.moveTo('first', 'first'),
    end: () => actions.moveTo('last', 'last'),
    enter: actions.goTo,
    a: actions.selectAll,
    f: actions.find,
    z: () => actions.history(shiftKey ? 'redo' : 'undo'),
    y: () => actions.history('redo'),
  };
  const name = key.toLowerCase();
  const action = Object.hasOwn(keys, name) ? keys[name] : undefined;
  action?.();
  return action !== undefined;
}
