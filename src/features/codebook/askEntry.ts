import * as vscode from 'vscode';
import { entriesOf } from '../../core/codebook/readCodebook';
import { entryName } from '../../core/codebook/sections';
import { vocabularyOf } from '../../core/codebook/vocabulary';
import { speakerUse } from '../../core/corpus/speakerUse';
import { isMapping } from '../../core/model/sameValue';
import { compareText } from '../../core/text/compare';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import { shownNumber } from '../../ui/numbers';
import type { Services } from '../services';
import { EDITED_SECTIONS, sectionName, type EditedSection } from './entryFields';

export type CodebookSources = Pick<Services, 'codebookEditor' | 'codebooks' | 'index' | 'labels'>;

/** An entry of a codebook that is to be edited, or added. */
export interface ChosenEntry {
  readonly name: string;
  /** It isn't listed, and no annotation has it either. */
  readonly isNew: boolean;
}

/** Asks which list of a codebook is meant. */
export async function askSection(
  { codebookEditor }: CodebookSources,
  codebook: vscode.Uri,
  active: EditedSection | undefined,
): Promise<EditedSection | undefined> {
  const file = codebookEditor.read(codebook);
  const choices = EDITED_SECTIONS.map((section): Choice<EditedSection> => ({
    label: sectionName(section),
    description: shownNumber(file === undefined ? 0 : entriesOf(file, section).length),
    value: section,
  }));
  const answer = await askChoice({
    title: vscode.l10n.t('Edit the codebook'),
    placeholder: vscode.l10n.t('What do you want to change? Esc when you are done.'),
    choices,
    active: choices.find(({ value }) => value === active),
  });
  return answer === BACK ? undefined : answer;
}

/** Asks for an entry of a list: one that is there, one that is in use, or a new one. */
export async function askEntry(
  sources: CodebookSources,
  codebook: vscode.Uri,
  section: EditedSection,
): Promise<ChosenEntry | typeof BACK | undefined> {
  const rows = () => entryRows(sources, codebook, section);
  const isView = section === 'views';
  return askChoice<ChosenEntry>({
    title: sectionName(section),
    placeholder: isView
      ? vscode.l10n.t('Choose')
      : vscode.l10n.t('Choose one, or type a new one to add it'),
    choices: rows(),
    canGoBack: true,
    more: sources.index.loadWorkspace().then(rows),
    ...(!isView && {
      newRow: (typed: string) =>
        rows().some(({ value }) => value.name === typed)
          ? undefined
          : {
              label: vscode.l10n.t('Add: {0}', typed),
              iconPath: new vscode.ThemeIcon('add'),
              value: { name: typed, isNew: true },
            },
    }),
  });
}

function entryRows(
  { codebookEditor, index }: CodebookSources,
  codebook: vscode.Uri,
  section: EditedSection,
): Choice<ChosenEntry>[] {
  const file = codebookEditor.read(codebook);
  const entries: readonly object[] =
    section === 'views' ? (file?.views ?? []) : vocabularyOf(file?.codebook)[section];
  const names = entries.flatMap((entry) => entryName(section, entry) ?? []);
  const others = usedValues(index, section).filter((name) => !names.includes(name));
  return [
    ...entries.map((entry, i) => row(names[i] ?? '', hint(entry))),
    ...others.map((name) => row(name, vscode.l10n.t('in use, not in the codebook'))),
  ];
}

function row(name: string, description: string): Choice<ChosenEntry> {
  return { label: name, description, value: { name, isNew: false } };
}

/** What else tells an entry from others. */
function hint(entry: object): string {
  if (!isMapping(entry)) return '';
  const { label, statement, aliases } = entry;
  const texts = [label, statement, ...(Array.isArray(aliases) ? (aliases as unknown[]) : [])];
  return texts.filter((text) => typeof text === 'string').join(' · ');
}

/** The topics and speakers that annotations have. */
function usedValues({ corpus }: CodebookSources['index'], section: EditedSection): string[] {
  if (section === 'topics') return corpus.topicsInUse().sort(compareText);
  if (section === 'speakers')
    return speakerUse(corpus, { article: '' }).map(({ speaker }) => speaker);
  return [];
}
