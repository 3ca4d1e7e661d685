import * as vscode from 'vscode';

/** A row of a quick pick that stands for a value. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export interface Question<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
  /** The choice that Enter takes at first. */
  readonly active?: Choice<T> | undefined;
  /** Step number and number of steps, if it is one of several questions. */
  readonly step?: readonly [number, number];
  /** The row that stands for what was typed, for questions that take any text. */
  readonly typed?: (text: string) => Choice<T> | undefined;
  /**
   * Called with the row in focus and how to answer with it, for keys of one's own; its end is
   * called when the pick ends.
   */
  readonly onShow?: (
    answer: (value: (active: Choice<T> | undefined) => T | undefined) => void,
  ) => vscode.Disposable;
  readonly canGoBack?: boolean;
  /** Rows that come while the pick is shown already. */
  readonly more?: Promise<readonly Choice<T>[]>;
}

/** The analyst wants the question before this one. */
export const BACK = Symbol('back');

/**
 * Asks with a quick pick that stays when the focus goes elsewhere for a moment (an input method's
 * window, another application).
 *
 * @returns the chosen value; undefined if it was closed with Esc; `BACK` for the question before
 */
export function askChoice<T>(question: Question<T>): Promise<T | typeof BACK | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<Choice<T>>();
    let choices = question.choices;
    const show = () => {
      const typed = pick.value.trim() === '' ? undefined : question.typed?.(pick.value.trim());
      pick.items = typed === undefined ? choices : [...choices, typed];
    };
    const owned: { dispose(): unknown }[] = [pick];
    const finish = (answer: T | typeof BACK | undefined) => {
      resolve(answer);
      for (const disposable of owned.splice(0)) disposable.dispose();
    };
    pick.title = question.title;
    pick.placeholder = question.placeholder;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.ignoreFocusOut = true;
    if (question.step !== undefined) [pick.step, pick.totalSteps] = question.step;
    if (question.canGoBack === true) pick.buttons = [vscode.QuickInputButtons.Back];
    show();
    if (question.active !== undefined) pick.activeItems = [question.active];
    owned.push(
      pick.onDidAccept(() => {
        const [chosen] = pick.activeItems.length > 0 ? pick.activeItems : pick.selectedItems;
        if (chosen !== undefined) finish(chosen.value);
      }),
      pick.onDidTriggerButton(() => finish(BACK)),
      pick.onDidHide(() => finish(undefined)),
    );
    if (question.typed !== undefined) owned.push(pick.onDidChangeValue(show));
    const onShow = question.onShow?.((value) => {
      const answer = value(pick.activeItems[0]);
      if (answer !== undefined) finish(answer);
    });
    if (onShow !== undefined) owned.push(onShow);
    if (question.more !== undefined) {
      pick.busy = true;
      const take = (more: readonly Choice<T>[]) => {
        if (owned.length === 0) return;
        const [active] = pick.activeItems;
        choices = more;
        pick.busy = false;
        show();
        const same = more.find(({ label }) => label === active?.label);
        if (same !== undefined) pick.activeItems = [same];
      };
      question.more.then(take, () => take(choices));
    }
    pick.show();
  });
}
