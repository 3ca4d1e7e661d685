import * as vscode from 'vscode';
import { speakerUse } from '../../core/corpus/speakerUse';
import { quoteOf } from '../../core/model/quote';
import { SECTION_OF } from '../../core/rename/renamedCodebook';
import { RENAMED_FIELDS, type RenamedField } from '../../core/rename/renaming';
import { compareText } from '../../core/text/compare';
import { excerpt } from '../../core/text/excerpt';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import { roleIcon } from '../../ui/labels';
import { shownNumber } from '../../ui/numbers';
import { articlePath } from '../../workspace/platform/uris';
import type { Services } from '../services';
import type { PlannedRenaming } from './renameEverywhere';

type Sources = Pick<Services, 'codebooks' | 'index' | 'labels'>;

/** So many of the annotations that change are shown before. */
const MOST_SHOWN = 200;

/** Asks what is to be renamed: a speaker, a topic or a tag. */
export async function askRenamedField(): Promise<RenamedField | undefined> {
  const names: Readonly<Record<RenamedField, string>> = {
    speaker: vscode.l10n.t('Speaker'),
    topic: vscode.l10n.t('Topic'),
    tag: vscode.l10n.t('Tag'),
    role: vscode.l10n.t('Role'),
    stance: vscode.l10n.t('Stance'),
    link: vscode.l10n.t('Link type'),
  };
  return choose(
    vscode.l10n.t('Rename everywhere'),
    RENAMED_FIELDS.map((value) => ({ label: names[value], value })),
  );
}

/** Asks for one of the names that there are. */
export async function askName(
  sources: Sources,
  field: RenamedField,
  title: string,
  without?: string,
): Promise<string | undefined> {
  await sources.index.loadWorkspace();
  const names = namesOf(sources, field).filter((name) => name !== without);
  return choose(
    title,
    names.map((value) => ({
      label: labelOf(sources, field, value),
      description: labelOf(sources, field, value) === value ? '' : value,
      value,
    })),
  );
}

/** Asks for a new name. */
export async function askNewName(name: string): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('New name for “{0}”, everywhere', name),
    value: name,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' ? vscode.l10n.t('A name must not be empty.') : undefined,
  });
  const to = typed?.trim();
  return to === name ? undefined : to;
}

/** Shows what would change, and asks whether it shall. */
export async function confirmRenaming(
  { labels }: Pick<Services, 'labels'>,
  { renaming, annotations, isMerge }: PlannedRenaming,
): Promise<boolean> {
  const articles = new Set(annotations.map(({ article }) => article)).size;
  const { from, to } = renaming;
  const go: Choice<boolean> = {
    label: isMerge
      ? vscode.l10n.t('Merge “{0}” into “{1}”', from, to)
      : vscode.l10n.t('Rename “{0}” to “{1}”', from, to),
    description: vscode.l10n.t(
      'annotations: {0}, in articles: {1}',
      shownNumber(annotations.length),
      shownNumber(articles),
    ),
    iconPath: new vscode.ThemeIcon('check'),
    value: true,
  };
  const shown = annotations.slice(0, MOST_SHOWN).map(({ annotation, uri }): Choice<boolean> => ({
    label: excerpt(quoteOf(annotation), 60),
    description: [labels.role(annotation.role), articlePath(uri)].join(' · '),
    iconPath: new vscode.ThemeIcon(roleIcon(annotation.role)),
    value: true,
  }));
  const answer = await askChoice({
    title: vscode.l10n.t('These annotations change'),
    placeholder: vscode.l10n.t('Enter changes all of them, Esc none. It can be undone as one step'),
    choices: [go, ...shown],
  });
  return answer === true;
}

async function choose<T>(title: string, choices: readonly Choice<T>[]): Promise<T | undefined> {
  const placeholder = vscode.l10n.t('Choose');
  const answer = await askChoice({ title, placeholder, choices });
  return answer === BACK ? undefined : answer;
}

function labelOf({ labels }: Sources, field: RenamedField, value: string): string {
  return field === 'speaker' || field === 'tag' ? value : labels[field](value);
}

function namesOf({ codebooks, index }: Sources, field: RenamedField): string[] {
  const { vocabulary } = codebooks;
  if (field === 'role' || field === 'stance' || field === 'link')
    return vocabulary[SECTION_OF[field]].map(({ id }) => id);
  if (field === 'speaker') {
    const used = speakerUse(index.corpus, { article: '' }).map(({ speaker }) => speaker);
    return [...new Set([...used, ...vocabulary.speakers.map(({ name }) => name)])];
  }
  const used =
    field === 'topic'
      ? [...vocabulary.topics.map(({ id }) => id), ...index.corpus.topicsInUse()]
      : tagsInUse(index);
  return [...new Set(used)].sort(compareText);
}

function tagsInUse({ corpus }: Sources['index']): string[] {
  const tags = new Set<string>();
  for (const key of corpus.articleKeys()) {
    const content = corpus.contentOf(key);
    for (let i = 0; i < (content?.count ?? 0); i++)
      for (const tag of JSON.parse(content?.valueOf(i, 'tags') ?? '[]') as string[]) tags.add(tag);
  }
  return [...tags];
}
