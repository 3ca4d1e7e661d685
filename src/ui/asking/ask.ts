import * as vscode from 'vscode';
import { sameValue } from '../../core/model/sameValue';
import { shownText } from '../../core/text/shownText';
import { withoutIcons } from '../icons';

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
  /**
   * The choices that what was typed may mean, the best first; without it, VS Code's own search by
   * letters in the rows, in its order.
   */
  readonly search?: (typed: string, choices: readonly Choice<T>[]) => readonly Choice<T>[];
  /** The row that stands for what was typed, behind the choices that it may mean. */
  readonly newRow?: (typed: string) => Choice<T> | undefined;
  /** The row that leaves the question open: the last one, never the answer to what is typed. */
  readonly openRow?: Choice<T>;
  /** Called with what the pick can be told meanwhile; its end is called when the pick ends. */
  readonly onShow?: (box: Box<T>) => vscode.Disposable;
  /** Is told which row Enter would take, whenever that changes. */
  readonly onFocus?: (active: Choice<T> | undefined) => void;
  /** What was typed may be an answer by itself, with the row that was in focus before. */
  readonly onType?: (typed: string, active: Choice<T> | undefined) => T | undefined;
  readonly canGoBack?: boolean;
  /** Rows that come while the pick is shown already. */
  readonly more?: Promise<readonly Choice<T>[]>;
}

/** A pick that is shown. */
export interface Box<T> {
  /** Answers with what is made of the row in focus, or of all rows; not where that is nothing. */
  answer(value: (active: Choice<T> | undefined, rows: readonly Choice<T>[]) => T | undefined): void;
  /**
   * Shows other rows, and another title.
   *
   * @param isBetter the first row shall be in focus, if the first one was and nothing was typed
   */
  show(choices: readonly Choice<T>[], isBetter: boolean, title?: string): void;
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
    const rows = new Rows(question);
    const owned: { dispose(): unknown }[] = [pick];
    const finish = (answer: T | typeof BACK | undefined) => {
      resolve(answer);
      for (const disposable of owned.splice(0)) disposable.dispose();
    };
    /** The rows may come a moment after the keys: Enter takes what they are to be. */
    const inFocus = () => rows.inFocus(pick.value, pick.activeItems[0]);
    /** The row that was in focus before what is typed just now. */
    let focused: Choice<T> | undefined;
    const tellFocus = () => {
      focused = inFocus();
      question.onFocus?.(focused);
    };
    pick.title = shownText(question.title);
    pick.placeholder = shownText(question.placeholder);
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.ignoreFocusOut = true;
    if (question.step !== undefined) [pick.step, pick.totalSteps] = question.step;
    if (question.canGoBack === true) pick.buttons = [vscode.QuickInputButtons.Back];
    if (rows.areOurs) keepOrder(pick);
    pick.items = rows.of('');
    const active = pick.items.find(({ value }) => value === question.active?.value);
    if (active !== undefined && question.active !== undefined) pick.activeItems = [active];
    owned.push(
      pick.onDidAccept(() => {
        const chosen = inFocus();
        if (chosen !== undefined) finish(chosen.value);
      }),
      pick.onDidTriggerButton(() => finish(BACK)),
      pick.onDidHide(() => finish(undefined)),
    );
    owned.push(
      pick.onDidChangeValue((typed) => {
        const answer = question.onType?.(typed.trim(), focused);
        if (answer !== undefined) {
          finish(answer);
          return;
        }
        if (!rows.areOurs) return;
        pick.items = rows.of(typed);
        pick.activeItems = pick.items.slice(0, 1);
        tellFocus();
      }),
      pick.onDidChangeActive(tellFocus),
    );
    /** Rows that come later don't move the focus, unless they are better and nobody chose yet. */
    const replace = (choices: readonly Choice<T>[], isBetter: boolean) => {
      if (owned.length === 0) return;
      const active = inFocus();
      const isFirst = active === undefined || active === rows.of(pick.value)[0];
      const isChanged = rows.wouldChangeTo(choices);
      if (isChanged) {
        rows.replaceChoices(choices);
        pick.items = rows.of(pick.value);
      }
      const same = pick.items.find(({ label }) => label === active?.label);
      const next = isBetter && isFirst && pick.value === '' ? pick.items[0] : same;
      if (next !== undefined && (isChanged || next !== active)) pick.activeItems = [next];
      tellFocus();
    };
    const onShow = question.onShow?.({
      answer: (value) => {
        const answer = value(inFocus(), rows.of(pick.value));
        if (answer !== undefined) finish(answer);
      },
      show: (choices, isBetter, title) => {
        if (title !== undefined) pick.title = shownText(title);
        replace(choices, isBetter);
      },
    });
    if (onShow !== undefined) owned.push(onShow);
    if (question.more !== undefined) {
      pick.busy = true;
      const take = (more?: readonly Choice<T>[]) => {
        if (more !== undefined) replace(more, false);
        if (owned.length > 0) pick.busy = false;
      };
      question.more.then(take, () => take());
    }
    pick.show();
  });
}

/** What a quick pick shows for what is typed. */
class Rows<T> {
  private choices: readonly Choice<T>[];
  private shown: { readonly typed: string; readonly rows: readonly Choice<T>[] } | undefined;

  constructor(private readonly question: Question<T>) {
    this.choices = question.choices;
  }

  /** Whether we say which rows are shown, not VS Code. */
  get areOurs(): boolean {
    const { search, newRow, openRow } = this.question;
    return search !== undefined || newRow !== undefined || openRow !== undefined;
  }

  wouldChangeTo(choices: readonly Choice<T>[]): boolean {
    return !sameValue(this.choices, choices);
  }

  replaceChoices(choices: readonly Choice<T>[]): void {
    this.choices = choices;
    this.shown = undefined;
  }

  /** The same objects for the same text, by which VS Code tells which is in focus. */
  of(text: string): readonly Choice<T>[] {
    const typed = text.trim();
    if (this.shown?.typed !== typed) this.shown = { typed, rows: this.make(typed) };
    return this.shown.rows;
  }

  /**
   * The row in focus; the first one where the rows that VS Code shows are those of an older text.
   */
  inFocus(text: string, active: Choice<T> | undefined): Choice<T> | undefined {
    if (!this.areOurs) return active;
    const rows = this.of(text);
    return active !== undefined && rows.includes(active) ? active : rows[0];
  }

  private make(typed: string): readonly Choice<T>[] {
    if (!this.areOurs) return this.choices.map(withoutIconsIn);
    const { search = searchRows, newRow, openRow } = this.question;
    const found = typed === '' ? this.choices : search(typed, this.choices);
    const made = typed === '' ? undefined : newRow?.(typed);
    const answers = made === undefined ? found : [...found, made];
    // Enter must not take it for what was typed.
    const mayBeOpen = openRow !== undefined && (typed === '' || answers.length > 0);
    const rows = mayBeOpen ? [...answers, openRow] : answers;
    // VS Code's own search would hide what doesn't have the typed letters.
    return rows.map((row) => ({ ...withoutIconsIn(row), alwaysShow: true }));
  }
}

/** A row that shows names and quotations as they are: icons of ours stand in `iconPath`. */
export function withoutIconsIn<T>(row: Choice<T>): Choice<T> {
  const { label, description, detail } = row;
  return {
    ...row,
    label: withoutIcons(label),
    ...(description !== undefined && { description: withoutIcons(description) }),
    ...(detail !== undefined && { detail: withoutIcons(detail) }),
  };
}

/** Rows that have what was typed, those first in which a label begins with it. */
function searchRows<T>(typed: string, choices: readonly Choice<T>[]): Choice<T>[] {
  const fold = (text = '') => text.normalize('NFKC').toLowerCase();
  const wanted = fold(typed);
  const begins = choices.filter(({ label }) => fold(label).startsWith(wanted));
  const holds = choices.filter(({ label, description, detail }) =>
    [label, description, detail].some((text) => fold(text).includes(wanted)),
  );
  return [...new Set([...begins, ...holds])];
}

/**
 * Has VS Code leave the rows in the order that they are given in. The property isn't in the API's
 * types, but in all its versions since 2019 (https://github.com/microsoft/vscode/issues/73904);
 * without it, rows would be sorted by where the typed letters stand in them.
 */
export function keepOrder(pick: vscode.QuickPick<vscode.QuickPickItem>): void {
  Object.assign(pick, { sortByLabel: false });
}
