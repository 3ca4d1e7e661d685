import * as vscode from 'vscode';
import { datesNear } from '../core/dates/datesNear';
import { parseTypedDate } from '../core/dates/parseTypedDate';
import { statementDate } from '../core/model/dates';
import { sameValue } from '../core/model/sameValue';
import type { AnnotationIndex } from '../workspace/annotations/annotationIndex';
import type { IndexedAnnotation } from '../workspace/annotations/indexChange';
import type { ArticleReader } from '../workspace/articles/articleReader';
import { askChoice, BACK, type Choice } from './ask';

/** When something was said, as the fields of an annotation; null removes one. */
export type DateChanges = { readonly date: string | null; readonly dateInferred: true | null };

/** What was typed is no date: it is asked once more. */
type Answer = DateChanges | 'no date';

interface Sources {
  readonly index: AnnotationIndex;
  readonly reader: ArticleReader;
}

/** More dates than one looks through. */
const MOST_NEAR = 6;

/** The date that was given last in this window. */
let lastDate: string | undefined;

/**
 * Asks when it was said: offers the dates that stand near the passage, the one given last, and the
 * article's; takes what is typed in any usual form.
 *
 * @param items the annotations that get the date; dates near the first one are offered
 * @returns undefined if it was closed
 */
export async function askDate(
  sources: Sources,
  items: readonly IndexedAnnotation[],
): Promise<DateChanges | undefined> {
  const [first] = items;
  if (first === undefined) return undefined;
  const { published } = sources.index.factsOf(first.article);
  const ofArticle = statementDate({}, published)?.date;
  const present: DateChanges = {
    date: first.annotation.date ?? null,
    dateInferred: first.annotation.dateInferred === true ? true : null,
  };
  const rows = [
    // Enter at once must take no date away.
    ...presentRow(present),
    ...(await nearRows(sources, first, published)),
    ...(lastDate === undefined ? [] : [row(lastDate, vscode.l10n.t('given last'))]),
    ...(ofArticle === undefined ? [] : [articleRow(ofArticle)]),
  ];
  const seen = new Set<string>();
  const choices = rows.filter(({ label }) => !seen.has(label) && seen.add(label));
  for (;;) {
    const answer = await askChoice<Answer>({
      title:
        items.length === 1
          ? vscode.l10n.t('When was it said?')
          : vscode.l10n.t('When was it said? For {0} annotations', items.length),
      placeholder:
        choices.length === 0
          ? vscode.l10n.t(
              'No date stands near. Type one: 2024, 2024-07, 2024年7月4日, July 4, 2024',
            )
          : vscode.l10n.t('Choose, or type a date: 2024, 2024-07, 7月4日, July 4'),
      choices,
      search: () => [],
      newRow: (typed) => typedRow(typed, published),
      openRow: {
        label: vscode.l10n.t('Leave the date open'),
        iconPath: new vscode.ThemeIcon('circle-slash'),
        value: { date: null, dateInferred: null },
      },
    });
    if (answer === undefined || answer === BACK) return undefined;
    if (answer === 'no date') continue;
    if (items.length === 1 && sameValue(answer, present)) return undefined;
    if (answer.date !== null && answer.dateInferred === null) lastDate = answer.date;
    return answer;
  }
}

/** The dates that stand near the passage, with their words. */
async function nearRows(
  { reader }: Sources,
  { uri, annotation: { id } }: IndexedAnnotation,
  published: string | undefined,
): Promise<Choice<Answer>[]> {
  const { article, placed } = await reader.placeArticle(uri);
  const range = placed.find(({ annotation }) => annotation.id === id)?.passages[0]?.range;
  if (article === undefined || range === undefined) return [];
  return datesNear(article.text, range, published)
    .slice(0, MOST_NEAR)
    .map(({ date, words }) => row(date, `“${words}”`));
}

function row(date: string, description: string): Choice<Answer> {
  return {
    label: date,
    description,
    iconPath: new vscode.ThemeIcon('calendar'),
    value: { date, dateInferred: null },
  };
}

function presentRow({ date, dateInferred }: DateChanges): Choice<Answer>[] {
  if (date === null) return [];
  return [{ ...row(date, vscode.l10n.t('as it is')), value: { date, dateInferred } }];
}

function articleRow(date: string): Choice<Answer> {
  const described = row(date, vscode.l10n.t('the article’s date'));
  return {
    ...described,
    iconPath: new vscode.ThemeIcon('file'),
    value: { date, dateInferred: true },
  };
}

function typedRow(typed: string, published: string | undefined): Choice<Answer> {
  const { date, reason } = parseTypedDate(typed, published);
  if (date !== undefined) return row(date, typed === date ? '' : typed);
  return { label: reason, iconPath: new vscode.ThemeIcon('warning'), value: 'no date' };
}
