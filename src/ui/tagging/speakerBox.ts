import * as vscode from 'vscode';
import { sameValue } from '../../core/model/sameValue';
import { askChoice, type BACK, type Box, type Choice, type Question } from '../asking/ask';
import type { Memory } from './question';
import { whilePickingSpeaker } from './speakerKeys';
import { SpeakerRows, type SpeakerAnswer } from './speakerRows';

type Asked = Question<SpeakerAnswer>;

/** The box that asks who says a passage. */
export interface SpeakerBox extends Pick<Asked, 'title' | 'step' | 'canGoBack'> {
  readonly placeholder: (rows: SpeakerRows) => string;
  /** What was typed may be a key of the box. */
  readonly onType?: Asked['onType'];
  /** Called with the box, and how to have it ask once more who says the passage. */
  readonly onShow?: (
    box: Box<SpeakerAnswer>,
    refresh: (title?: string) => void,
  ) => vscode.Disposable;
}

/**
 * Asks who says a passage. The box is there at once with the speakers used before; a moment later,
 * those stand first whom the article's words name, and where the passage repeats another one.
 *
 * @param withStance whether a row takes the stance that it shows, too
 * @returns undefined if it was closed
 */
export async function askInSpeakerBox(
  { title, step, canGoBack, placeholder, onType, onShow }: SpeakerBox,
  memory: Memory,
  withStance: boolean,
): Promise<SpeakerAnswer | typeof BACK | undefined> {
  const rows = new SpeakerRows(memory, withStance);
  const shown = new Shown(memory, rows);
  try {
    return await askChoice<SpeakerAnswer>({
      title,
      ...(step !== undefined && { step }),
      ...(canGoBack !== undefined && { canGoBack }),
      placeholder: placeholder(rows),
      choices: rows.update(),
      search: (typed, choices) => rows.search(typed, choices),
      newRow: (typed) => rows.newRow(typed),
      openRow: rows.openRow,
      more: shown.whole(),
      ...(onType !== undefined && { onType }),
      onFocus: (active) => memory.showCue(active?.value.offer),
      onShow: (box) => {
        shown.in(box);
        const own = onShow?.(box, (newTitle) => shown.refresh(newTitle));
        const keys = whilePickingSpeaker({
          tab: () => box.answer((active) => active && { ...active.value, key: 'Tab' }),
          take: (row) => box.answer((_active, all) => all[row - 1]?.value),
        });
        return vscode.Disposable.from(keys, ...(own === undefined ? [] : [own]));
      },
    });
  } finally {
    shown.end();
  }
}

/** What comes later finds somebody who has read the rows: the focus stays then. Milliseconds. */
const FRESH = 800;

/** What comes to a box while it is shown. */
class Shown {
  private box: Box<SpeakerAnswer> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hasEnded = false;
  /** Which questions were asked last: older answers are of another passage. */
  private round = 0;

  constructor(
    private readonly memory: Memory,
    private readonly rows: SpeakerRows,
  ) {}

  in(box: Box<SpeakerAnswer>): void {
    this.box = box;
    this.refresh();
  }

  end(): void {
    this.hasEnded = true;
    clearTimeout(this.timer);
    this.memory.showCue(undefined);
  }

  /** Asks who says it and who said it before, once the box is drawn. */
  refresh(title?: string): void {
    this.round += 1;
    const { round } = this;
    const since = performance.now();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const uses = this.memory.uses();
      this.box?.show(this.rows.update({ uses, offers: this.memory.offers() }), true, title);
      const take = (same: Awaited<ReturnType<Memory['same']>>) => {
        if (this.hasEnded || round !== this.round) return;
        this.box?.show(this.rows.update({ same }), performance.now() - since < FRESH);
      };
      this.memory.same().then(take, () => take([]));
    }, 0);
  }

  /** The rows once the whole workspace is known; then more speakers may be named. */
  async whole(): Promise<readonly Choice<SpeakerAnswer>[]> {
    const before = this.memory.uses();
    const uses = await this.memory.allUses();
    if (!this.hasEnded && !sameValue(uses, before)) this.refresh();
    return this.rows.update({ uses });
  }
}
