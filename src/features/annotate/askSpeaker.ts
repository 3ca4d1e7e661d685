import * as vscode from 'vscode';
import { BACK } from '../../ui/asking/ask';
import type { Memory, Step } from '../../ui/tagging/question';
import { askInSpeakerBox } from '../../ui/tagging/speakerBox';

/** What a row of the speaker's box answers. */
export interface AnsweredSpeaker {
  readonly speaker: string | null;
  /** Left out: it is still to be asked. */
  readonly stance?: string | null;
  /** What is taken over with the speaker. */
  readonly more: Readonly<Record<string, unknown>>;
}

/**
 * Asks who says it.
 *
 * @param withStance whether a row takes the stance that it shows, too
 * @returns undefined if it was closed
 */
export async function askSpeaker(
  step: Step,
  memory: Memory,
  withStance: boolean,
): Promise<AnsweredSpeaker | typeof BACK | undefined> {
  const answer = await askInSpeakerBox(
    {
      ...step,
      placeholder: ({ haveStances }) =>
        haveStances
          ? vscode.l10n.t('Who says it? Choose or type a name. Tab: choose another stance')
          : vscode.l10n.t('Who says it? Choose or type a name'),
    },
    memory,
    withStance,
  );
  if (answer === undefined || answer === BACK) return answer;
  const { speaker, stance, fields: more = {}, key } = answer;
  // Tab takes the speaker alone.
  return stance === undefined || !withStance || key === 'Tab'
    ? { speaker, more }
    : { speaker, stance, more };
}
