import * as vscode from 'vscode';
import { choices, DEFAULT_CODEBOOK } from '../core/codebook/codebook';
import { exportAnnotation } from '../core/exchange/exportAnnotation';
import { describePassage } from '../core/live/liveArticle';
import { FIXED_FIELDS, withChanges } from '../core/model/fields';
import { newId, timestamp } from '../core/model/ids';
import { RefusedError } from '../core/model/problem';
import { annotationSchema } from '../core/model/schema';
import type { Annotation, ExportedAnnotation } from '../core/model/types';
import { insertAnnotation, removeAnnotation, replaceAnnotation } from '../core/sidecar/editSidecar';
import type { SidecarFile } from '../core/sidecar/readSidecar';
import type { ArticleText } from '../core/text/articleText';
import type { Utf16Range } from '../core/text/range';
import { checkShape } from '../core/yaml/readYaml';
import type { AnnotationIndex } from './annotationIndex';
import type { ArticleReader } from './articleReader';
import type { CodebookStore } from './codebookStore';
import { creatorOf } from './creator';
import { History, restore, versionIn, type Change } from './history';
import type { OpenArticles } from './openArticles';
import { settings } from './settings';
import type { SidecarStore } from './sidecarStore';
import { articlePath } from './uris';

/** An annotation as commands return it; `saved: false` if its sidecar is open with unsaved typing. */
export type CommandResult = ExportedAnnotation & { readonly saved?: false };

/** The fields of an annotation that whoever makes it may give. */
export type AnnotationFields = Readonly<Record<string, unknown>> & { readonly role: string };

/** Makes, changes and removes annotations: the one way to write into sidecars, with undo and redo. */
export class AnnotationEditor {
  private readonly history = new History();

  constructor(
    private readonly sidecars: SidecarStore,
    private readonly open: OpenArticles,
    private readonly index: AnnotationIndex,
    private readonly codebooks: CodebookStore,
    private readonly reader: ArticleReader,
  ) {}

  /**
   * Annotates passages of a saved article.
   *
   * @param ranges the passages, UTF-16 offsets in the article's text, in reading order, none empty
   * @throws RefusedError if a field isn't as the format has it, or the sidecar can't be written
   */
  async create(document: vscode.TextDocument, article: ArticleText, ranges: readonly Utf16Range[], fields: AnnotationFields): Promise<CommandResult> {
    await this.sidecars.load(document.uri);
    const now = timestamp(new Date());
    const topic = settings.topic(document.uri);
    const id = newId({ has: (one) => this.index.corpus.withId(one).length > 0 });
    const annotation = await this.checked({
      ...(topic !== '' && { topic }),
      ...withChanges({} as Annotation, fields),
      id,
      passages: ranges.map((range) => describePassage(article.text, range, article.map)),
      ...optional('creator', await creatorOf(document.uri)),
      created: now,
      modified: now,
    }, new Set(Object.keys(fields)));
    this.open.expect(id, ranges);
    const metadata = isUtf8(document.encoding) ? {} : { encoding: document.encoding };
    const saved = await this.write(document.uri, id, (file) => insertAnnotation(file, this.readingPlace(file, document.uri, annotation), annotation), metadata);
    return this.result(document.uri, id, saved);
  }

  /** Changes fields of an annotation; `null` removes one. */
  async edit(article: vscode.Uri, id: string, changes: Readonly<Record<string, unknown>>): Promise<CommandResult> {
    const fixed = Object.keys(changes).filter((key) => FIXED_FIELDS.has(key));
    if (fixed.length > 0) throw new RefusedError(vscode.l10n.t('“{0}” can’t be changed.', fixed.join('”, “')));
    const present = (await this.index.find(id, article)).annotation;
    const asked = new Set(Object.keys(changes));
    const changed = await this.checked(withChanges(present, { ...changes, modified: timestamp(new Date()) }), asked);
    const saved = await this.write(article, id, (file) => {
      const at = this.place(file, article, id);
      // Only what was asked for is changed in what the file says now: another program may have changed the rest.
      const current = file.entries[at]?.annotation ?? changed;
      const next = withChanges(current, { ...Object.fromEntries(Array.from(asked, (key) => [key, changed[key]])), modified: changed.modified });
      return replaceAnnotation(file, at, next as Annotation);
    });
    return this.result(article, id, saved);
  }

  /** Removes an annotation. */
  async remove(article: vscode.Uri, id: string): Promise<void> {
    await this.write(article, id, (file) => removeAnnotation(file, this.place(file, article, id)));
  }

  /**
   * Takes the last change back, or makes it again.
   *
   * @returns the change; undefined if there is none
   */
  async step(direction: 'undo' | 'redo'): Promise<Change | undefined> {
    const change = this.history.peek(direction);
    if (change === undefined) return undefined;
    const [from, to] = direction === 'undo' ? [change.after, change.before] : [change.before, change.after];
    await this.sidecars.edit(change.article, (file) => restore(file, change.id, from, to));
    this.history.step(direction);
    return change;
  }

  /** An annotation as commands return it. */
  async result(article: vscode.Uri, id: string, saved = true): Promise<CommandResult> {
    const live = this.open.get(article);
    const place = live === undefined ? await this.reader.place(article) : { placed: live.placed, path: articlePath(article), article: live.article };
    const placed = place.placed.find(({ annotation }) => annotation.id === id);
    if (placed === undefined) throw new RefusedError(vscode.l10n.t('There is no annotation “{0}” in {1}.', id, articlePath(article)));
    const exported = exportAnnotation(placed, place.path, place.article);
    return saved ? exported : { ...exported, saved: false };
  }

  private async write(article: vscode.Uri, id: string, change: (file: SidecarFile) => SidecarFile, metadata?: { encoding?: string }): Promise<boolean> {
    let before: SidecarFile | undefined;
    const { file, saved } = await this.sidecars.edit(article, (present) => change((before = present)), metadata);
    this.history.add({ article, id, before: before && versionIn(before, id), after: versionIn(file, id) });
    return saved;
  }

  private place(file: SidecarFile, article: vscode.Uri, id: string): number {
    const at = file.entries.findIndex(({ annotation }) => annotation?.id === id);
    if (at < 0) throw new RefusedError(vscode.l10n.t('There is no annotation “{0}” in {1}.', id, articlePath(article)));
    return at;
  }

  /** Before the first annotation that comes later in the article, by where the passages are now. */
  private readingPlace(file: SidecarFile, article: vscode.Uri, annotation: Annotation): number {
    const live = this.open.get(article);
    const present = new Map(live?.placed.map((one) => [one.annotation.id, one.passages[0]?.range]) ?? []);
    const start = annotation.passages[0]?.start ?? 0;
    const later = file.entries.findIndex(({ annotation: other, id }) => {
      const range = id === undefined ? undefined : present.get(id);
      const otherStart = range === undefined || live === undefined ? other?.passages[0]?.start : live.article.map.toCodePoint(range.start);
      return otherStart !== undefined && otherStart > start;
    });
    return later < 0 ? file.entries.length : later;
  }

  /**
   * The annotation, if all its fields are as the format has them, and those that were asked for as the codebook has
   * them; with the speaker's canonical name.
   */
  private async checked(fields: Record<string, unknown>, asked: ReadonlySet<string>): Promise<Annotation> {
    await this.codebooks.load();
    const { output, problems } = checkShape(annotationSchema, fields, undefined, 'entry', { start: 0, end: 0 });
    if (output === undefined) throw new RefusedError(problems.map(({ message }) => message).join(' '));
    const { roles = [], stances = [], links = [] } = this.codebooks.codebook ?? {};
    const use = (field: string, values: readonly (string | undefined)[]) => (asked.has(field) ? values.filter((value) => value !== undefined) : []);
    requireKnown(vscode.l10n.t('role'), use('role', [output.role]), choices(roles, DEFAULT_CODEBOOK.roles));
    requireKnown(vscode.l10n.t('stance'), use('stance', [output.stance]), choices(stances, DEFAULT_CODEBOOK.stances));
    requireKnown(vscode.l10n.t('link type'), use('links', (output.links ?? []).map(({ type }) => type)), choices(links, DEFAULT_CODEBOOK.links));
    return { ...output, ...optional('speaker', output.speaker && this.codebooks.canonical(output.speaker)) };
  }
}

function requireKnown(what: string, values: readonly string[], known: readonly { id: string }[]): void {
  const unknown = values.find((value) => !known.some(({ id }) => id === value));
  if (unknown === undefined) return;
  throw new RefusedError(vscode.l10n.t('“{0}” is no {1} that is known: {2}. The codebook can add others.', unknown, what, known.map(({ id }) => id).join(', ')));
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}

function isUtf8(encoding: string): boolean {
  return encoding === 'utf8' || encoding === 'utf8bom';
}
