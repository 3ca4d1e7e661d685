import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { choices, DEFAULT_CODEBOOK } from '../../core/codebook/codebook';
import type { CorpusItem } from '../../core/corpus/corpus';
import { dateSchema } from '../../core/model/schema';
import { RefusedError } from '../../core/model/problem';
import { speakerUse } from '../../core/corpus/speakerUse';
import { annotationArguments, registerCommand } from '../../ui/commands';
import type { Change } from '../../workspace/annotations/history';
import { excerpt } from '../../core/text/excerpt';
import { stanceMark } from '../../ui/labels';
import { notify } from '../../ui/notify';
import { ask, BACK, type Choice } from '../../ui/ask';
import type { Services } from '../services';

const editArguments = v.looseObject({
  ...annotationArguments.entries,
  changes: v.exactOptional(v.record(v.string(), v.unknown())),
});

/** Changing and removing annotations, and taking that back. */
export function registerEditing(services: Services): vscode.Disposable {
  const { editor, target } = services;
  return vscode.Disposable.from(
    registerCommand(COMMANDS.edit, editArguments, async ({ id, uri, changes }) => {
      const item = await target.resolve({ id, uri });
      if (item === undefined) return undefined;
      const article = vscode.Uri.parse(item.article);
      return changes === undefined
        ? askChanges(services, item)
        : editor.edit(article, item.annotation.id, changes);
    }),
    registerCommand(COMMANDS.delete, annotationArguments, async (args, { byHand }) => {
      const item = await target.resolve(args);
      if (item === undefined) return undefined;
      const { change, saved } = await editor.remove(
        vscode.Uri.parse(item.article),
        item.annotation.id,
      );
      if (byHand) offerUndo(services, item, change);
      return { id: item.annotation.id, ...(!saved && { saved }) };
    }),
    ...(['undo', 'redo'] as const).map((direction) =>
      registerCommand(COMMANDS[direction], v.looseObject({}), async (_, { byHand }) => {
        const done = await editor.step(direction);
        if (done === undefined && byHand) {
          void notify.info(
            direction === 'undo'
              ? vscode.l10n.t('There is no annotation change to undo.')
              : vscode.l10n.t('There is no annotation change to redo.'),
          );
        }
        return done && { id: done.id, ...(!done.saved && { saved: false }) };
      }),
    ),
  );
}

function offerUndo(
  { editor, logError }: Services,
  { annotation }: CorpusItem,
  change: Change,
): void {
  const undo = vscode.l10n.t('Undo');
  const message = vscode.l10n.t('Deleted: “{0}”', excerpt(annotation.passages[0]?.exact ?? '', 50));
  notify.info(message, undo).then((chosen) => {
    if (chosen === undo) editor.takeBack(change).catch(logError);
  }, logError);
}

/**
 * A field that can be changed by hand: what it shows, and how to ask for a new value (null removes
 * it).
 */
interface Field {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly ask: () => Promise<unknown>;
}

/**
 * Lets the analyst change one field after the other, each written at once, until he closes the
 * list.
 */
async function askChanges(
  services: Services,
  { article, annotation: { id } }: CorpusItem,
): Promise<unknown> {
  const uri = vscode.Uri.parse(article);
  await services.codebooks.load();
  let result: unknown;
  let last: string | undefined;
  for (;;) {
    const item = await services.index.find(id, uri);
    const rows = fieldsOf(services, item).map((field): Choice<Field> => ({
      label: field.label,
      description: field.value,
      value: field,
    }));
    const field = await ask({
      title: excerpt(item.annotation.passages.map(({ exact }) => exact).join(' … '), 60),
      placeholder: vscode.l10n.t('What do you want to change? Esc when you are done.'),
      choices: rows,
      active: rows.find(({ value }) => value.key === last),
    });
    if (field === undefined || field === BACK) return result;
    last = field.key;
    const value = await field.ask();
    if (value !== undefined)
      result = await services.editor.edit(uri, id, { [field.key]: value }, item.annotation);
  }
}

function fieldsOf(services: Services, { annotation, article }: CorpusItem): Field[] {
  const { codebooks, labels, index } = services;
  const codebook = codebooks.codebook;
  const { role, speaker, stance, topic, date, note, tags } = annotation;
  const [roleLabel, speakerLabel, stanceLabel, topicLabel] = [
    vscode.l10n.t('Role'),
    vscode.l10n.t('Speaker'),
    vscode.l10n.t('Stance'),
    vscode.l10n.t('Topic'),
  ];
  const speakers = () => [
    ...new Set([
      ...speakerUse(index.corpus, article).map((use) => use.speaker),
      ...(codebook?.speakers ?? []).map(({ name }) => name),
    ]),
  ];
  const topics = () => [
    ...new Set([
      ...(codebook?.topics ?? []).map(({ id }) => id),
      ...index.corpus.all().flatMap((one) => one.annotation.topic ?? []),
    ]),
  ];
  return [
    {
      key: 'role',
      label: roleLabel,
      value: labels.role(role),
      ask: () =>
        choose(
          roleLabel,
          choices(codebook?.roles ?? [], DEFAULT_CODEBOOK.roles).map(({ id }) => [
            id,
            labels.role(id),
          ]),
          role,
          false,
        ),
    },
    {
      key: 'speaker',
      label: speakerLabel,
      value: speaker ?? '',
      ask: () =>
        choose(
          speakerLabel,
          speakers().map((name) => [name, name]),
          speaker,
          true,
          true,
        ),
    },
    {
      key: 'stance',
      label: stanceLabel,
      value: stance === undefined ? '' : `${stanceMark(stance)} ${labels.stance(stance)}`,
      ask: () =>
        choose(
          stanceLabel,
          choices(codebook?.stances ?? [], DEFAULT_CODEBOOK.stances).map(({ id }) => [
            id,
            labels.stance(id),
          ]),
          stance,
          true,
        ),
    },
    {
      key: 'topic',
      label: topicLabel,
      value: topic === undefined ? '' : labels.topic(topic),
      ask: () =>
        choose(
          topicLabel,
          topics().map((id) => [id, labels.topic(id)]),
          topic,
          true,
          true,
        ),
    },
    {
      key: 'date',
      label: vscode.l10n.t('Date'),
      value: date ?? '',
      ask: () =>
        type(
          vscode.l10n.t('When was it said? 2024, 2024-07 or 2024-07-04; empty removes it.'),
          date ?? '',
          checkDate,
        ),
    },
    {
      key: 'note',
      label: vscode.l10n.t('Note'),
      value: excerpt(note ?? '', 60),
      ask: () => typeNote(note),
    },
    {
      key: 'tags',
      label: vscode.l10n.t('Tags'),
      value: tags?.join(', ') ?? '',
      ask: async () =>
        splitTags(
          await type(
            vscode.l10n.t('Tags, with commas between them; empty removes them.'),
            tags?.join(', ') ?? '',
          ),
        ),
    },
  ];
}

/** Asks for one of several values; with `free`, for any text. */
async function choose(
  title: string,
  values: readonly (readonly [string, string])[],
  present: string | undefined,
  removable: boolean,
  free = false,
): Promise<string | null | undefined> {
  const rows: Choice<string | null>[] = values.map(([value, label]) => ({
    label,
    ...(value === label ? {} : { description: value }),
    value,
  }));
  if (removable)
    rows.push({
      label: vscode.l10n.t('Leave open'),
      iconPath: new vscode.ThemeIcon('circle-slash'),
      alwaysShow: true,
      value: null,
    });
  const answer = await ask<string | null>({
    title,
    placeholder: free ? vscode.l10n.t('Choose, or type something new') : vscode.l10n.t('Choose'),
    choices: rows,
    active: rows.find(({ value }) => value === present),
    ...(free && {
      typed: (text: string) =>
        values.some(([value]) => value === text)
          ? undefined
          : {
              label: vscode.l10n.t('New: {0}', text),
              iconPath: new vscode.ThemeIcon('add'),
              alwaysShow: true,
              value: text,
            },
    }),
  });
  return answer === BACK ? undefined : answer;
}

/** Asks for a text; the empty one removes the field. */
async function type(
  prompt: string,
  value: string,
  check?: (text: string) => string | undefined,
): Promise<string | null | undefined> {
  const typed = await vscode.window.showInputBox({
    prompt,
    value,
    ignoreFocusOut: true,
    ...(check && { validateInput: check }),
  });
  return typed === undefined ? undefined : typed.trim() || null;
}

/**
 * A note of several lines doesn't fit into an input box, which would lose the line ends: that is
 * edited in the sidecar.
 */
async function typeNote(note: string | undefined): Promise<string | null | undefined> {
  if (note?.includes('\n') === true)
    throw new RefusedError(
      vscode.l10n.t('This note has several lines: edit it in the sidecar, beside the article.'),
    );
  return type(vscode.l10n.t('Note; empty removes it.'), note ?? '');
}

function checkDate(text: string): string | undefined {
  return text.trim() === '' || v.is(dateSchema, text.trim())
    ? undefined
    : vscode.l10n.t('A date is 2024, 2024-07 or 2024-07-04.');
}

function splitTags(text: string | null | undefined): string[] | null | undefined {
  return (
    text
      ?.split(/[,，、]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '') ?? (text === null ? null : undefined)
  );
}
