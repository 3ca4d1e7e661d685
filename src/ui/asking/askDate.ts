import * as vscode from 'vscode';
import { datesNear, monthDaysNear, type NearMonthDay } from '../../core/dates/datesNear';
import { inYear, likelyYears, type MonthDay } from '../../core/dates/monthDay';
import { parseTypedDate } from '../../core/dates/parseTypedDate';
import { statementDate } from '../../core/model/dates';
import { sameValue } from '../../core/model/sameValue';
import type { AnnotationIndex } from '../../workspace/annotations/annotationIndex';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { ArticleReader } from '../../workspace/articles/articleReader';
import { askChoice, BACK, type Choice } from './ask';

/** When something was said, as the fields of an annotation; null removes one. */
export type DateChanges = { readonly date: string | null; readonly dateInferred: true | null };

/** What was typed is no date: it is asked once more. Or only its year is still to be typed. */
type Answer = DateChanges | 'no date' | MonthDay;

/** A date that is offered, with where it comes from. */
export type DateChoice = Choice<DateChanges> & { readonly description: string };

interface Sources {
  readonly index: AnnotationIndex;
  readonly reader: ArticleReader;
}

/** More dates than one looks through. */
const MOST_NEAR = 6;
/** Of days without a year, each has several rows. */
const MOST_YEARLESS = 2;

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
  const present = presentDate(first);
  const near = await nearRows(sources, first, published);
  const years = () => yearsFor(sources, first, near);
  const choices = rowsFor(sources, first, near, years);
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
      search: (typed) => typedRows(typed, published, years),
      // Whatever is typed has its rows already.
      newRow: () => undefined,
      openRow: {
        label: vscode.l10n.t('Leave the date open'),
        iconPath: new vscode.ThemeIcon('circle-slash'),
        value: { date: null, dateInferred: null },
      },
    });
    if (answer === undefined || answer === BACK) return undefined;
    if (answer === 'no date') continue;
    const changes = 'month' in answer ? await askYear(answer, years()[0]) : answer;
    if (changes === undefined) continue;
    if (items.length === 1 && sameValue(changes, present)) return undefined;
    noteDate(changes);
    return changes;
  }
}

/** The dates that are offered for an annotation: its own, those near its passage, its article's. */
export async function dateChoices(
  sources: Sources,
  item: IndexedAnnotation,
): Promise<readonly DateChoice[]> {
  const { published } = sources.index.factsOf(item.article);
  const near = await nearRows(sources, item, published);
  const rows = rowsFor(sources, item, near, () => yearsFor(sources, item, near));
  return rows.flatMap(({ value, description = '', ...rest }) =>
    value !== 'no date' && 'date' in value ? [{ ...rest, description, value }] : [],
  );
}

function rowsFor(
  { index }: Sources,
  item: IndexedAnnotation,
  near: readonly (DateChoice | NearMonthDay)[],
  years: () => readonly number[],
): Choice<Answer>[] {
  const ofArticle = statementDate({}, index.factsOf(item.article).published)?.date;
  const rows: Choice<Answer>[] = [
    // Enter at once must take no date away.
    ...presentRow(presentDate(item)),
    ...near.flatMap((one) => ('words' in one ? yearRows(one, one.words, years()) : [one])),
    ...(lastDate === undefined ? [] : [row(lastDate, vscode.l10n.t('given last'))]),
    ...(ofArticle === undefined ? [] : [articleRow(ofArticle)]),
  ];
  const seen = new Set<string>();
  return rows.filter(({ label }) => !seen.has(label) && seen.add(label));
}

/** Offers a date that was given for the next annotation, too. */
export function noteDate({ date, dateInferred }: DateChanges): void {
  if (date !== null && dateInferred === null) lastDate = date;
}

function presentDate({ annotation: { date, dateInferred } }: IndexedAnnotation): DateChanges {
  return { date: date ?? null, dateInferred: dateInferred === true ? true : null };
}

/** Asks for the year alone; undefined if that was closed. */
async function askYear(
  monthDay: MonthDay,
  likely: number | undefined,
): Promise<DateChanges | undefined> {
  const dateOf = (typed: string) =>
    /^[12]\d{3}$/.test(typed.trim()) ? inYear(monthDay, Number(typed.trim())) : undefined;
  const typed = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('Of which year?'),
    value: String(likely ?? ''),
    ignoreFocusOut: true,
    validateInput: (value) =>
      dateOf(value) === undefined
        ? vscode.l10n.t('A year of four digits in which there is such a day.')
        : undefined,
  });
  const date = typed === undefined ? undefined : dateOf(typed);
  return date === undefined ? undefined : { date, dateInferred: null };
}

/**
 * The years that a date without one may lie in: those of the article's other statements, of the
 * date that was given last, of dates near by, and this one.
 */
function yearsFor(
  { index }: Sources,
  { article }: IndexedAnnotation,
  near: readonly (DateChoice | NearMonthDay)[],
): number[] {
  const neighbours = index.corpus.ofArticle(article).map(({ annotation }) => annotation.date);
  const named = near.map((one) => ('words' in one ? undefined : one.label));
  const today = String(new Date().getFullYear());
  return likelyYears([...neighbours, lastDate, ...named, today]);
}

/** A row for each likely year, and one that asks for another year. */
function yearRows(monthDay: MonthDay, words: string, years: readonly number[]): Choice<Answer>[] {
  const dates = years.map((year) => inYear(monthDay, year)).filter((date) => date !== undefined);
  return [
    ...dates.map((date) => row(date, vscode.l10n.t('“{0}”, if it was that year', words))),
    {
      label: vscode.l10n.t('“{0}” of another year …', words),
      iconPath: new vscode.ThemeIcon('edit'),
      value: monthDay,
    },
  ];
}

/** The dates that stand near the passage, with their words; those without a year come last. */
async function nearRows(
  { reader }: Sources,
  { uri, annotation: { id } }: IndexedAnnotation,
  published: string | undefined,
): Promise<(DateChoice | NearMonthDay)[]> {
  const { article, placed } = await reader.placeArticle(uri);
  const range = placed.find(({ annotation }) => annotation.id === id)?.passages[0]?.range;
  if (article === undefined || range === undefined) return [];
  const dates = datesNear(article.text, range, published).slice(0, MOST_NEAR);
  const yearless = published === undefined ? monthDaysNear(article.text, range) : [];
  return [
    ...dates.map(({ date, words }) => row(date, `“${words}”`)),
    ...yearless.slice(0, MOST_YEARLESS),
  ];
}

function row(date: string, description: string): DateChoice {
  return {
    label: date,
    description,
    iconPath: new vscode.ThemeIcon('calendar'),
    value: { date, dateInferred: null },
  };
}

function presentRow({ date, dateInferred }: DateChanges): DateChoice[] {
  if (date === null) return [];
  return [{ ...row(date, vscode.l10n.t('as it is')), value: { date, dateInferred } }];
}

function articleRow(date: string): DateChoice {
  const described = row(date, vscode.l10n.t('the article’s date'));
  return {
    ...described,
    iconPath: new vscode.ThemeIcon('file'),
    value: { date, dateInferred: true },
  };
}

function typedRows(
  typed: string,
  published: string | undefined,
  years: () => readonly number[],
): Choice<Answer>[] {
  const { date, reason, monthDay } = { monthDay: undefined, ...parseTypedDate(typed, published) };
  if (date !== undefined) return [row(date, typed === date ? '' : typed)];
  if (monthDay !== undefined) return yearRows(monthDay, typed, years());
  return [{ label: reason, iconPath: new vscode.ThemeIcon('warning'), value: 'no date' }];
}
