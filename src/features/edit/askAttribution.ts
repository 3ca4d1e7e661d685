import * as vscode from 'vscode';
import { sameValue } from '../../core/model/sameValue';
import { quoteTypes } from '../../core/model/schema';
import { excerpt } from '../../core/text/excerpt';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import { attributionNear } from '../../ui/attributionNear';
import { splitList } from '../../ui/asking/fieldValues';
import { fieldName, type Labels } from '../../ui/labels';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { Services } from '../services';
import { askValue } from './askValue';

type Sources = Pick<Services, 'codebooks' | 'index' | 'reader'> & { readonly labels: Labels };

/** So much of the words that attribute a passage is shown beside what follows from them. */
const WORDS = 40;

/** Asks who passes it on, the outermost first: who does by the text, or in this article. */
export async function askReportedBy(
  sources: Sources,
  item: IndexedAnnotation,
): Promise<readonly string[] | null | undefined> {
  const near = await attributionNear(sources, item);
  const byText = near.flatMap(({ reportedBy, cue }) =>
    reportedBy === undefined ? [] : [listRow(reportedBy, wordsOf(cue?.text))],
  );
  const inArticle = sources.index.corpus
    .ofArticle(item.article)
    .flatMap(({ annotation: { reportedBy } }) =>
      reportedBy === undefined
        ? []
        : [listRow(reportedBy, vscode.l10n.t('elsewhere in this article'))],
    );
  const { reportedBy: present } = item.annotation;
  return askWords<readonly string[]>({
    field: 'reportedBy',
    placeholder: vscode.l10n.t('Who passes it on? Choose, or type names with commas between them'),
    present: present && listRow(present, vscode.l10n.t('as it is')),
    rows: [...byText, ...inArticle],
    typedRow: (typed) => {
      const names = splitList(typed);
      return names.length === 0 ? undefined : listRow(names, '');
    },
  });
}

/** Asks for the words of the article that say who says it: those near the passage are offered. */
export async function askCue(
  sources: Sources,
  item: IndexedAnnotation,
): Promise<string | null | undefined> {
  const near = await attributionNear(sources, item);
  const { cue: present } = item.annotation;
  return askWords<string>({
    field: 'cue',
    placeholder: vscode.l10n.t('Which words say who says it? Choose, or type them'),
    present: present === undefined ? undefined : cueRow(present, vscode.l10n.t('as it is')),
    rows: near.flatMap(({ cue, speaker }) =>
      cue === undefined ? [] : [cueRow(cue.text.replace(/\s+/g, ' '), speaker)],
    ),
    typedRow: (typed) => cueRow(typed, ''),
  });
}

/** Asks how the words were quoted; what the text's quotation marks say comes first. */
export async function askQuoteType(
  sources: Sources,
  item: IndexedAnnotation,
): Promise<string | null | undefined> {
  const [best] = await attributionNear(sources, item);
  const byText = best?.quoteType;
  const { quoteType: present } = item.annotation;
  const kinds = quoteTypes.map((value) => ({
    value,
    label: sources.labels.quoteType(value),
    ...(value === byText && { description: vscode.l10n.t('as the text has it') }),
  }));
  return askValue('quoteType', kinds, present ?? byText, { canBeOpen: true });
}

interface WordsQuestion<T> {
  readonly field: string;
  readonly placeholder: string;
  /** The row of what it says now: an Enter at once takes nothing away. */
  readonly present: Choice<T> | undefined;
  readonly rows: readonly Choice<T>[];
  readonly typedRow: (typed: string) => Choice<T> | undefined;
}

async function askWords<T>({
  field,
  placeholder,
  present,
  rows,
  typedRow,
}: WordsQuestion<T>): Promise<T | null | undefined> {
  const seen = new Set<string>();
  const choices = [...(present === undefined ? [] : [present]), ...rows].filter(
    ({ label }) => !seen.has(label) && seen.add(label),
  );
  const answer = await askChoice<T | null>({
    title: fieldName(field),
    placeholder,
    choices,
    search: (typed, all) => all.filter(({ label }) => label.includes(typed)),
    newRow: (typed) => (seen.has(typed) ? undefined : typedRow(typed)),
    openRow: {
      label: vscode.l10n.t('Leave open'),
      iconPath: new vscode.ThemeIcon('circle-slash'),
      value: null,
    },
  });
  if (answer === BACK || sameValue(answer, present?.value)) return undefined;
  return answer;
}

function listRow(names: readonly string[], description: string): Choice<readonly string[]> {
  return { label: names.join(', '), description, value: names };
}

function cueRow(cue: string, description: string): Choice<string> {
  return { label: cue, description, value: cue };
}

function wordsOf(cue: string | undefined): string {
  return cue === undefined ? '' : `“${excerpt(cue, WORDS)}”`;
}
