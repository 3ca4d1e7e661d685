import * as vscode from 'vscode';
import { choices, DEFAULT_CODEBOOK } from '../../core/codebook/codebook';
import { exportAnnotation } from '../../core/exchange/exportAnnotation';
import { describePassage } from '../../core/placing/liveArticle';
import { FIXED_FIELDS, withChanges } from '../../core/model/fields';
import { newId, timestamp } from '../../core/model/ids';
import { RefusedError } from '../../core/model/problem';
import { isPlainData } from '../../core/model/sameValue';
import { annotationSchema } from '../../core/model/schema';
import type { Annotation, ExportedAnnotation, Passage } from '../../core/model/types';
import { withoutConflictsOf } from '../../core/merge/decide';
import { mergeChange } from '../../core/merge/mergeChange';
import { insertAnnotation } from '../../core/sidecar/editSidecar';
import type { SidecarFile } from '../../core/sidecar/sidecarFile';
import type { ArticleText } from '../../core/text/articleText';
import type { Utf16Range } from '../../core/text/range';
import { checkShape } from '../../core/yaml/readYaml';
import type { AnnotationIndex } from './annotationIndex';
import type { ArticleReader } from '../articles/articleReader';
import type { CodebookStore } from '../codebooks/codebookStore';
import { creatorOf } from './creator';
import { History, restore, versionIn, type Change } from './history';
import type { OpenArticles } from '../articles/openArticles';
import { settings } from '../platform/settings';
import type { EditOptions, SidecarEdit, SidecarStore } from '../sidecars/sidecarStore';
import { articlePath, isUtf8 } from '../platform/uris';

/**
 * An annotation as commands return it; `saved: false` if its sidecar is open with unsaved typing.
 */
export type CommandResult = ExportedAnnotation & { readonly saved?: false };

/** The fields of an annotation that whoever makes it may give. */
export type AnnotationFields = Readonly<Record<string, unknown>> & { readonly role: string };

/** Fields with their new values; `null` removes one. */
export type Changes = Readonly<Record<string, unknown>>;

/**
 * Makes, changes and removes annotations: the one way to write into sidecars, with undo and redo.
 */
export class AnnotationEditor {
  private readonly history = new History();
  private stepping: Promise<unknown> = Promise.resolve();

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
  async create(
    document: vscode.TextDocument,
    article: ArticleText,
    ranges: readonly Utf16Range[],
    fields: AnnotationFields,
  ): Promise<CommandResult> {
    await Promise.all([this.sidecars.load(document.uri), this.codebooks.load()]);
    const now = timestamp(new Date());
    const topic = settings.topic(document.uri);
    const id = newId({ has: (one) => this.index.corpus.withId(one).length > 0 });
    const annotation = this.checked({
      // A topic that is given, be it none, goes before the usual one.
      ...(topic !== '' && !('topic' in fields) && { topic }),
      ...withChanges({} as Annotation, fields),
      id,
      passages: ranges.map((range) => describePassage(article.text, range, article.map)),
      ...optional('creator', await creatorOf(document.uri)),
      created: now,
      modified: now,
    });
    this.open.expect(id, ranges);
    const metadata = isUtf8(document) ? {} : { encoding: document.encoding };
    const { saved } = await this.write(
      document.uri,
      id,
      (file) =>
        insertAnnotation(file, this.readingPlace(file, document.uri, annotation), annotation),
      { metadata },
    );
    return this.result(document.uri, id, saved);
  }

  /**
   * Changes fields of an annotation; `null` removes one.
   *
   * What another program changed in the meantime stays; where it changed the same field to another
   * value, both are kept as a conflict. Setting a field settles the conflicts that it had.
   *
   * @param changes the fields, or how to make them from what the annotation says in the file at the
   *   moment of writing
   * @param shown what the analyst saw when he made up his mind, where that was a while ago
   */
  async edit(
    article: vscode.Uri,
    id: string,
    changes: Changes | ((present: Annotation) => Changes),
    shown?: Annotation,
  ): Promise<CommandResult> {
    await this.codebooks.load();
    await this.index.find(id, article);
    const modified = timestamp(new Date());
    const { saved } = await this.write(article, id, (file, base) => {
      const present = annotationIn(file, id);
      const seen =
        (typeof changes === 'function' ? present : undefined) ??
        shown ??
        (base && annotationIn(base, id)) ??
        present;
      if (seen === undefined) throw this.missing(article, id);
      const asked = typeof changes === 'function' ? changes(seen) : changes;
      const fixed = Object.keys(asked).filter((key) => FIXED_FIELDS.has(key));
      if (fixed.length > 0)
        throw new RefusedError(vscode.l10n.t('“{0}” can’t be changed.', fixed.join('”, “')));
      const wanted = withoutConflictsOf(
        this.checked(withChanges(seen, { ...asked, modified }), seen),
        Object.keys(asked),
      );
      return mergeChange(
        file,
        id,
        { annotation: seen },
        { annotation: wanted },
        this.readingPlace(file, article, wanted),
      );
    });
    return this.result(article, id, saved);
  }

  /**
   * Gives an annotation other passages, or the present words of its own.
   *
   * @param places where the passages are in the open article, so that they needn't be looked for
   */
  async setPassages(
    article: vscode.Uri,
    id: string,
    passages: readonly Passage[],
    places?: readonly Utf16Range[],
  ): Promise<CommandResult> {
    if (places !== undefined) this.open.expect(id, places);
    return this.edit(article, id, { passages });
  }

  /**
   * Removes an annotation; one that another program changed in the meantime is kept, with that as a
   * conflict.
   */
  async remove(
    article: vscode.Uri,
    id: string,
  ): Promise<{ readonly change: Change; readonly saved: boolean }> {
    return this.write(article, id, (file, base) => {
      const present = annotationIn(file, id);
      if (present === undefined) throw this.missing(article, id);
      return mergeChange(
        file,
        id,
        { annotation: (base && annotationIn(base, id)) ?? present },
        undefined,
      );
    });
  }

  /**
   * Gives the annotation another content, or removes it (undefined), made from what it says in the
   * file at the moment of writing.
   */
  async rewrite(
    article: vscode.Uri,
    id: string,
    change: (present: Annotation) => Annotation | undefined,
  ): Promise<{ readonly change: Change; readonly saved: boolean }> {
    return this.write(article, id, (file) => {
      const present = annotationIn(file, id);
      if (present === undefined) throw this.missing(article, id);
      const wanted = change(present);
      const modified = timestamp(new Date());
      return mergeChange(
        file,
        id,
        { annotation: present },
        wanted && { annotation: { ...wanted, modified } },
      );
    });
  }

  /**
   * Takes the last change back, or makes it again; one after the other, however fast they are asked
   * for.
   *
   * @returns what was changed; undefined if there is nothing to take back
   */
  step(
    direction: 'undo' | 'redo',
  ): Promise<{ readonly id: string; readonly saved: boolean } | undefined> {
    const turn = this.stepping.then(async () => {
      const change = this.history.peek(direction);
      if (change === undefined) return undefined;
      const [from, to] =
        direction === 'undo' ? [change.after, change.before] : [change.before, change.after];
      const { saved } = await this.sidecars.edit(change.article, (file) =>
        restore(file, change.id, from, to),
      );
      this.history.step(direction);
      return { id: change.id, saved };
    });
    this.stepping = turn.catch(() => undefined);
    return turn;
  }

  /**
   * An article's annotations are another article's now: so are the changes that can be taken back.
   */
  relocate(from: vscode.Uri, to: vscode.Uri): void {
    this.history.relocate(from, to);
  }

  /** Takes back one certain change, whatever was done since; that can be undone like any other. */
  async takeBack({ article, id, before, after }: Change): Promise<void> {
    await this.write(article, id, (file) => restore(file, id, after, before));
  }

  /** An annotation as commands return it. */
  async result(article: vscode.Uri, id: string, saved = true): Promise<CommandResult> {
    const { path, article: text, placed: all } = await this.reader.place(article);
    const placed = all.find(({ annotation }) => annotation.id === id);
    if (placed === undefined) throw this.missing(article, id);
    const exported = exportAnnotation(placed, path, text);
    return saved ? exported : { ...exported, saved: false };
  }

  private async write(
    article: vscode.Uri,
    id: string,
    change: SidecarEdit,
    options?: EditOptions,
  ): Promise<{ readonly change: Change; readonly saved: boolean }> {
    let before: SidecarFile | undefined;
    const { file, saved } = await this.sidecars.edit(
      article,
      (present, seen) => change((before = present), seen),
      options,
    );
    const made: Change = {
      article,
      id,
      before: before && versionIn(before, id),
      after: versionIn(file, id),
    };
    this.history.add(made);
    return { change: made, saved };
  }

  private missing(article: vscode.Uri, id: string): RefusedError {
    return new RefusedError(
      vscode.l10n.t('There is no annotation “{0}” in {1}.', id, articlePath(article)),
    );
  }

  /** Before the first annotation that comes later in the article, by where the passages are now. */
  private readingPlace(file: SidecarFile, article: vscode.Uri, annotation: Annotation): number {
    const live = this.open.get(article);
    const present = new Map(
      live?.placed.map((one) => [one.annotation.id, one.passages[0]?.range]) ?? [],
    );
    const start = annotation.passages[0]?.start ?? 0;
    const later = file.entries.findIndex(({ annotation: other, id }) => {
      const range = id === undefined ? undefined : present.get(id);
      const otherStart =
        range === undefined || live === undefined
          ? other?.passages[0]?.start
          : live.article.map.toCodePoint(range.start);
      return otherStart !== undefined && otherStart > start;
    });
    return later < 0 ? file.entries.length : later;
  }

  /**
   * The annotation, if all its fields are as the format has them, and roles, stances and link types
   * as the codebook has them; with the speaker's canonical name. What it said before is let be.
   */
  private checked(fields: Record<string, unknown>, before?: Annotation): Annotation {
    if (!isPlainData(fields))
      throw new RefusedError(
        vscode.l10n.t(
          'Only texts, numbers, true, false, lists and objects of them can be stored, and no key “__proto__”.',
        ),
      );
    const { output, problems } = checkShape(annotationSchema, fields, undefined, 'entry', {
      start: 0,
      end: 0,
    });
    if (output === undefined)
      throw new RefusedError(problems.map(({ message }) => message).join(' '));
    const { roles = [], stances = [], links = [] } = this.codebooks.codebook ?? {};
    const types = (annotation: Annotation | undefined) =>
      (annotation?.links ?? []).map(({ type }) => type);
    requireKnown(
      vscode.l10n.t('role'),
      [output.role],
      [before?.role],
      choices(roles, DEFAULT_CODEBOOK.roles),
    );
    requireKnown(
      vscode.l10n.t('stance'),
      [output.stance],
      [before?.stance],
      choices(stances, DEFAULT_CODEBOOK.stances),
    );
    requireKnown(
      vscode.l10n.t('link type'),
      types(output),
      types(before),
      choices(links, DEFAULT_CODEBOOK.links),
    );
    return {
      ...output,
      ...optional('speaker', output.speaker && this.codebooks.canonical(output.speaker)),
    };
  }
}

function annotationIn(file: SidecarFile, id: string): Annotation | undefined {
  return file.entries.find(({ annotation }) => annotation?.id === id)?.annotation;
}

function requireKnown(
  what: string,
  values: readonly (string | undefined)[],
  before: readonly (string | undefined)[],
  known: readonly { id: string }[],
): void {
  const unknown = values.find(
    (value) =>
      value !== undefined && !before.includes(value) && !known.some(({ id }) => id === value),
  );
  if (unknown === undefined) return;
  throw new RefusedError(
    vscode.l10n.t(
      '“{0}” is no {1} that is known: {2}. The codebook can add others.',
      unknown,
      what,
      known.map(({ id }) => id).join(', '),
    ),
  );
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}
