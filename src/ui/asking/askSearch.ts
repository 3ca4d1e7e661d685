import * as vscode from 'vscode';
import { shownText } from '../../core/text/shownText';
import { oneStep } from '../../workspace/platform/pace/inSteps';
import { keepOrder, withoutIconsIn, type Choice } from './ask';

/** More rows than anybody reads; what is further down is found by typing more. */
const MOST_ROWS = 300;

export interface Search<T> {
  readonly title: string;
  readonly placeholder: string;
  /** Finds what the typed words may mean, the best first, in steps; '' finds everything. */
  readonly find: (typed: string) => Generator<Choice<T> | undefined, void>;
  /** While this isn't done, there may be more to find: then it is searched once more. */
  readonly ready: Promise<unknown>;
}

/**
 * Asks with a quick pick among more than can be shown: searches while one types, in steps, so that
 * the window stays fluid. Enter waits for what is being searched, and, where nothing was found yet,
 * for what isn't there yet.
 *
 * @returns the chosen value; undefined if it was closed with Esc
 */
export function askSearch<T>({
  title,
  placeholder,
  find,
  ready,
}: Search<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<Choice<T> | vscode.QuickPickItem>();
    let running: SearchRun<T> | undefined;
    let isSearching = false;
    let isReady = false;
    /** Enter was pressed before the rows were there. */
    let isAwaited = false;
    const finish = (answer: T | undefined) => {
      running?.stop();
      resolve(answer);
      pick.dispose();
    };
    const take = () => {
      const [active] = pick.activeItems;
      if (active !== undefined && 'value' in active) finish(active.value);
    };
    const search = (typed: string) => {
      running?.stop();
      pick.busy = isSearching = true;
      running = new SearchRun(find(typed), (rows) => {
        const [active] = pick.activeItems;
        pick.items = rows;
        pick.activeItems = [rows.find((row) => looksLike(row, active)) ?? rows[0]].flatMap(
          (row) => row ?? [],
        );
        isSearching = false;
        pick.busy = !isReady;
        if (isAwaited && rows.length > 0) take();
      });
    };
    pick.title = shownText(title);
    pick.placeholder = shownText(placeholder);
    pick.ignoreFocusOut = true;
    keepOrder(pick);
    pick.onDidChangeValue((typed) => {
      isAwaited = false;
      pick.activeItems = [];
      search(typed.trim());
    });
    pick.onDidAccept(() => {
      if (isSearching || (!isReady && pick.items.length === 0)) isAwaited = true;
      else take();
    });
    pick.onDidHide(() => finish(undefined));
    search('');
    pick.show();
    const searchAgain = () => {
      isReady = true;
      if (running?.isStopped === false) search(pick.value.trim());
    };
    ready.then(searchAgain, searchAgain);
  });
}

/** One search that is under way. */
class SearchRun<T> {
  isStopped = false;

  constructor(
    found: Generator<Choice<T> | undefined, void>,
    done: (rows: readonly (Choice<T> | vscode.QuickPickItem)[]) => void,
  ) {
    const steps = collect(found);
    const go = () => {
      if (this.isStopped) return;
      const result = oneStep(steps);
      if (result.done === true) done(result.value);
      else setTimeout(go, 0);
    };
    go();
  }

  stop(): void {
    this.isStopped = true;
  }
}

function looksLike(row: vscode.QuickPickItem, other: vscode.QuickPickItem | undefined): boolean {
  return (
    row.label === other?.label &&
    row.description === other.description &&
    row.detail === other.detail
  );
}

function* collect<T>(
  found: Generator<Choice<T> | undefined, void>,
): Generator<void, readonly (Choice<T> | vscode.QuickPickItem)[], void> {
  const rows: (Choice<T> | vscode.QuickPickItem)[] = [];
  for (const row of found) {
    if (row !== undefined && rows.length === MOST_ROWS) {
      const label = vscode.l10n.t('There are more: type further words');
      return [...rows, { label, kind: vscode.QuickPickItemKind.Separator }];
    }
    // VS Code's own search would hide what doesn't have the typed letters.
    if (row !== undefined) rows.push({ ...withoutIconsIn(row), alwaysShow: true });
    yield;
  }
  return rows;
}
