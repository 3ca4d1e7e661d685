import * as vscode from 'vscode';
import { COMMANDS, CONTEXT_KEYS } from '../../contributions';
import { setContext } from '../../ui/context';
import { searchSpeakers, type KnownSpeaker } from '../../core/codebook/searchSpeakers';
import { nameWithStance } from '../../core/codebook/stanceSuffix';
import type { SpeakerUse } from '../../core/corpus/speakerUse';
import { askChoice, BACK, type Choice } from '../../ui/ask';
import type { Memory, Step } from './question';

interface SpeakerAnswer {
  readonly speaker: string | null;
  /** The stance that comes with the speaker's row; null: open; undefined: still to be asked. */
  readonly stance: string | null | undefined;
}

/** A known speaker. */
interface SpeakerRow extends Choice<SpeakerAnswer>, KnownSpeaker {}

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
): Promise<{ speaker: string | null; stance?: string | null } | typeof BACK | undefined> {
  const { codebooks, labels } = memory;
  const aliases = new Map(
    codebooks.vocabulary.speakers.map((speaker) => [speaker.name, speaker.aliases ?? []]),
  );
  const withMark = (name: string, stance: string | null | undefined) =>
    stance === undefined
      ? name
      : `${name} · ${stance === null ? vscode.l10n.t('open') : labels.stance(stance)}`;
  const row = (name: string, stance: string | null | undefined, date?: string): SpeakerRow => ({
    label: withMark(name, stance),
    description: [...(date === undefined ? [] : [date]), ...(aliases.get(name) ?? [])].join(', '),
    iconPath: new vscode.ThemeIcon('person'),
    value: { speaker: name, stance },
    name,
    aliases: aliases.get(name) ?? [],
  });
  const open: Choice<SpeakerAnswer> = {
    label: vscode.l10n.t('Leave the speaker open'),
    iconPath: new vscode.ThemeIcon('circle-slash'),
    value: { speaker: null, stance: undefined },
  };
  const rows = (uses: readonly SpeakerUse[]) => {
    const used = new Set(uses.map(({ speaker }) => speaker));
    const unused = codebooks.vocabulary.speakers.filter(({ name }) => !used.has(name));
    return [
      ...uses.flatMap(({ speaker, stances }) =>
        withStance && stances.length > 0
          ? stances.map(({ stance, date }) => row(speaker, stance, date))
          : [row(speaker, undefined)],
      ),
      ...unused.map(({ name }) => row(name, undefined)),
    ];
  };
  let known = rows(memory.uses());
  const more = memory.allUses().then((uses) => (known = rows(uses)));
  const answer = await askChoice<SpeakerAnswer>({
    ...step,
    placeholder: known.some(({ value }) => value.stance !== undefined)
      ? vscode.l10n.t('Who says it? Choose or type a name. Tab: choose another stance')
      : vscode.l10n.t('Who says it? Choose or type a name'),
    choices: known,
    more,
    search: (typed) => {
      const signed = withStance ? nameWithStance(typed) : undefined;
      const found = signed === undefined ? [] : searchSpeakers(signed.name, known);
      if (signed === undefined || found.length === 0) return searchSpeakers(typed, known);
      const names = [...new Set(found.map(({ name }) => name))];
      return names.map((name) => row(name, signed.stance));
    },
    newRow: (typed) => {
      const signed = withStance ? nameWithStance(typed) : undefined;
      const written = signed?.name ?? typed;
      const name = codebooks.canonical(written);
      // What somebody is called can't be a new name.
      if (name !== written || known.some((one) => one.name === name)) return undefined;
      return {
        label: vscode.l10n.t('New speaker: {0}', withMark(name, signed?.stance)),
        iconPath: new vscode.ThemeIcon('add'),
        value: { speaker: name, stance: signed?.stance },
      };
    },
    openRow: open,
    onShow: (finish) =>
      whilePickingSpeaker(() =>
        finish((active) => active && { ...active.value, stance: undefined }),
      ),
  });
  if (answer === undefined || answer === BACK) return answer;
  return answer.stance === undefined || !withStance
    ? { speaker: answer.speaker }
    : { speaker: answer.speaker, stance: answer.stance };
}

/** What Tab does in the quick pick that is shown. */
let onTab: (() => void) | undefined;

/**
 * Tab in the speaker's quick pick; registered once, since two picks may follow each other at once.
 */
export function registerSpeakerOnly(): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.pickSpeakerOnly, () => onTab?.());
}

/** Lets Tab answer while the speaker's quick pick is shown. */
function whilePickingSpeaker(answer: () => void): vscode.Disposable {
  const set = (on: boolean) => setContext(CONTEXT_KEYS.pickingSpeaker, on);
  onTab = answer;
  set(true);
  return new vscode.Disposable(() => {
    if (onTab !== answer) return;
    onTab = undefined;
    set(false);
  });
}
