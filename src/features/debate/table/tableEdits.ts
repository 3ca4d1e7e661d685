import * as vscode from 'vscode';
import type { EditableColumn } from '../../../core/debate/table/columns';
import { parseTypedDate } from '../../../core/dates/parseTypedDate';
import { RefusedError } from '../../../core/model/problem';
import { tellBulk, withProgress } from '../../../ui/bulk';
import { dateChoices, noteDate, type DateChanges } from '../../../ui/asking/askDate';
import { FieldValues, splitList, type Value } from '../../../ui/asking/fieldValues';
import type { Answer, Ask, Completion, Ref } from '../../../views/debate/protocol';
import type { AnnotationRef, IndexedAnnotation } from '../../../workspace/annotations/indexChange';
import { uriOfKey } from '../../../workspace/platform/uris';
import type { Services } from '../../services';

export type EditNeeds = Pick<
  Services,
  'bulk' | 'codebooks' | 'editor' | 'history' | 'index' | 'labels' | 'logError' | 'reader'
>;

type Changes = Readonly<Record<string, unknown>>;

/** More than one looks through; typing narrows them. */
const MOST_CHOICES = 2_000;

/** Changes what stands in cells, with the same choices as the questions of the other commands. */
export class TableEdits {
  private readonly values: FieldValues;

  constructor(private readonly services: EditNeeds) {
    this.values = new FieldValues(services);
  }

  /** What a cell can be given by choosing. */
  async complete({ column, row }: Ask<'complete'>): Promise<Answer<'complete'>> {
    await this.services.codebooks.loadCodebooks();
    return { choices: (await this.choicesFor(column, row)).slice(0, MOST_CHOICES) };
  }

  /**
   * Writes what was typed into a cell; an empty text removes the value.
   *
   * @throws RefusedError if it can't stand there
   */
  async editOne(column: EditableColumn, ref: Ref, typed: string): Promise<void> {
    const { editor, index } = this.services;
    await this.services.codebooks.loadCodebooks();
    const item = await this.itemOf(ref);
    const changes = this.changesFor(column, typed, item.article);
    const opened = await index.open(item);
    await editor.changeFields(item.uri, ref.id, changes, { shown: opened.annotation });
    if (column === 'date') noteDate(changes as unknown as DateChanges);
  }

  /** Writes the same into many annotations as one step, and says so with a button for undoing. */
  async editMany(column: EditableColumn, refs: readonly Ref[], typed: string): Promise<void> {
    const { bulk } = this.services;
    const [first] = refs;
    if (first === undefined) return;
    await this.services.codebooks.loadCodebooks();
    const articles = new Set(refs.map(({ article }) => article));
    const changes = this.changesFor(column, typed, articles.size === 1 ? first.article : undefined);
    const annotations = refs.map(({ article, id }): AnnotationRef => ({
      uri: uriOfKey(article),
      id,
    }));
    const title = vscode.l10n.t('Changing annotations …');
    const result = await withProgress(true, title, articles.size, (options) =>
      bulk.changeFields(annotations, changes, options),
    );
    tellBulk(this.services, result);
  }

  private async choicesFor(column: EditableColumn, ref: Ref): Promise<Completion[]> {
    switch (column) {
      case 'speaker':
        return this.values.speakers(ref.article).map(completionOf);
      case 'stance':
        return this.values.stances().map(completionOf);
      case 'topic':
        return this.values.topics().map(completionOf);
      case 'date': {
        const choices = await dateChoices(this.services, await this.itemOf(ref));
        return choices.map(({ label, description }) => ({ text: label, description }));
      }
      case 'tags':
      case 'note':
        return [];
    }
  }

  private changesFor(column: EditableColumn, typed: string, article: string | undefined): Changes {
    const text = typed.trim();
    if (column === 'date') return this.dateChanges(text, article);
    if (text === '') return { [column]: null };
    switch (column) {
      case 'speaker':
      case 'note':
        return { [column]: text };
      case 'tags':
        return { tags: splitList(text) };
      case 'topic':
        return { topic: namedAs(this.values.topics(), text) ?? text };
      case 'stance': {
        const stances = this.values.stances();
        const stance = namedAs(stances, text.replace(/^[▲▼◆●]\s*/u, ''));
        if (stance !== undefined) return { stance };
        throw new RefusedError(
          vscode.l10n.t(
            'There is no stance “{0}”. There are: {1}',
            text,
            stances.map(({ label }) => label).join(', '),
          ),
        );
      }
    }
  }

  private dateChanges(text: string, article: string | undefined): Changes {
    if (text === '') return { date: null, dateInferred: null };
    const { published } = article === undefined ? {} : this.services.index.factsOf(article);
    const { date, reason } = parseTypedDate(text, published);
    if (date === undefined) throw new RefusedError(reason);
    return { date, dateInferred: null };
  }

  private async itemOf({ article, id }: Ref): Promise<IndexedAnnotation> {
    const known = this.services.index.corpus.withId(id).find((one) => one.article === article);
    return known ?? this.services.index.findAnnotation(id, uriOfKey(article));
  }
}

function completionOf({ value, label }: Value): Completion {
  return { text: label, description: value === label ? '' : value };
}

/** The value that goes by a name on the screen, or by its own id. */
function namedAs(values: readonly Value[], text: string): string | undefined {
  const folded = text.toLowerCase();
  const found =
    values.find(({ value, label }) => value === text || label === text) ??
    values.find((one) => [one.value, one.label].some((name) => name.toLowerCase() === folded));
  return found?.value;
}
