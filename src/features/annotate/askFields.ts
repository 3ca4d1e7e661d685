import * as vscode from 'vscode';
import { COMMANDS, CONTEXT_KEYS } from '../../contributions';
import type { SpeakerUse } from '../../core/corpus/speakerUse';
import type { CodebookStore } from '../../workspace/codebooks/codebookStore';
import { roleIcon, stanceMark, type Labels } from '../../ui/labels';
import { askChoice, BACK, type Choice } from '../../ui/ask';

/** The three fields that are asked for: undefined is still to be asked, null is left open. */
export interface CoreFields {
  readonly role?: string | undefined;
  readonly speaker?: string | null | undefined;
  readonly stance?: string | null | undefined;
}

interface SpeakerAnswer {
  readonly speaker: string | null;
  /** The stance that comes with the speaker's row; undefined: still to be asked. */
  readonly stance: string | undefined;
}

/** What the questions need to know. */
export interface Memory {
  readonly codebooks: CodebookStore;
  readonly labels: Labels;
  /** The speakers known so far, in the order to offer them. */
  readonly uses: () => SpeakerUse[];
  /** The same once the whole workspace was read. */
  readonly allUses: () => Promise<SpeakerUse[]>;
}

/**
 * Asks for role, speaker and stance, in this order and only for what is missing. A speaker's row
 * that shows the stance remembered from before takes both on Enter; Tab takes the speaker and goes
 * on to the stance.
 *
 * @param quote the words that are annotated, for the title
 * @returns the fields; undefined if it was closed with Esc
 */
export async function askFields(
  given: CoreFields,
  quote: string,
  memory: Memory,
): Promise<(Required<CoreFields> & { role: string }) | undefined> {
  const questions = (['role', 'speaker', 'stance'] as const).filter(
    (field) => given[field] === undefined,
  );
  let fields: CoreFields = given;
  for (let i = 0; i < questions.length;) {
    const field = questions[i];
    // The stance came with the speaker's row.
    if (field === 'stance' && fields.stance !== undefined) break;
    const step = { title: quote, step: [i + 1, questions.length] as const, canGoBack: i > 0 };
    const answer =
      field === 'role'
        ? await askRole(step, memory)
        : field === 'speaker'
          ? await askSpeaker(step, memory, given.stance === undefined)
          : await askStance(step, memory, fields.speaker ?? null);
    if (answer === undefined) return undefined;
    if (answer === BACK) {
      i--;
      fields = {
        ...fields,
        ...Object.fromEntries(questions.slice(i).map((one) => [one, undefined])),
      };
      continue;
    }
    fields = { ...fields, ...answer };
    i++;
  }
  return {
    role: fields.role ?? '',
    speaker: fields.speaker ?? null,
    stance: fields.stance ?? null,
  };
}

interface Step {
  readonly title: string;
  readonly step: readonly [number, number];
  readonly canGoBack: boolean;
}

async function askRole(
  step: Step,
  { codebooks, labels }: Memory,
): Promise<{ role: string } | typeof BACK | undefined> {
  return askChoice({
    ...step,
    placeholder: vscode.l10n.t('What is this passage?'),
    choices: codebooks.vocabulary.roles.map(({ id, description }) => ({
      label: labels.role(id),
      iconPath: new vscode.ThemeIcon(roleIcon(id)),
      ...detail(description),
      value: { role: id },
    })),
  });
}

async function askSpeaker(
  step: Step,
  memory: Memory,
  withStance: boolean,
): Promise<{ speaker: string | null; stance?: string } | typeof BACK | undefined> {
  const { codebooks, labels } = memory;
  const aliases = new Map(
    codebooks.vocabulary.speakers.map(({ name, aliases: others = [] }) => [
      name,
      others.join(', '),
    ]),
  );
  const row = (speaker: string, stance: string | undefined): Choice<SpeakerAnswer> => ({
    label: stance === undefined ? speaker : `${speaker} · ${labels.stance(stance)}`,
    description: aliases.get(speaker) ?? '',
    iconPath: new vscode.ThemeIcon('person'),
    value: { speaker, stance },
  });
  const open: Choice<SpeakerAnswer> = {
    label: vscode.l10n.t('Leave the speaker open'),
    iconPath: new vscode.ThemeIcon('circle-slash'),
    alwaysShow: true,
    value: { speaker: null, stance: undefined },
  };
  const rows = (uses: readonly SpeakerUse[]) => {
    const used = new Set(uses.map(({ speaker }) => speaker));
    const unused = codebooks.vocabulary.speakers.filter(({ name }) => !used.has(name));
    return [
      ...uses.map(({ speaker, stance }) => row(speaker, withStance ? stance : undefined)),
      ...unused.map(({ name }) => row(name, undefined)),
      open,
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
    typed: (text) => {
      const name = codebooks.canonical(text);
      if (known.some(({ value }) => value.speaker === name) && name === text) return undefined;
      return {
        label: vscode.l10n.t('New speaker: {0}', name),
        iconPath: new vscode.ThemeIcon('add'),
        alwaysShow: true,
        value: { speaker: name, stance: undefined },
      };
    },
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

async function askStance(
  step: Step,
  memory: Memory,
  speaker: string | null,
): Promise<{ stance: string | null } | typeof BACK | undefined> {
  const { codebooks, labels } = memory;
  const rows: Choice<{ stance: string | null }>[] = codebooks.vocabulary.stances.map(
    ({ id, description }) => ({
      label: labels.stance(id),
      description: stanceMark(id),
      ...detail(description),
      value: { stance: id },
    }),
  );
  rows.push({
    label: vscode.l10n.t('Leave the stance open'),
    iconPath: new vscode.ThemeIcon('circle-slash'),
    alwaysShow: true,
    value: { stance: null },
  });
  const last = memory.uses().find((use) => use.speaker === speaker)?.stance;
  return askChoice({
    ...step,
    placeholder:
      speaker === null
        ? vscode.l10n.t('Which stance does the passage take?')
        : vscode.l10n.t('Which stance does {0} take?', speaker),
    choices: rows,
    active: rows.find(({ value }) => value.stance === last),
  });
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
  const set = (on: boolean) =>
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.pickingSpeaker, on);
  onTab = answer;
  set(true);
  return new vscode.Disposable(() => {
    if (onTab !== answer) return;
    onTab = undefined;
    set(false);
  });
}

function detail(text: string | undefined): { detail?: string } {
  return text === undefined ? {} : { detail: text };
}
