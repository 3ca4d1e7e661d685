import * as vscode from 'vscode';
import { checkAnnotation } from '../../core/codebook/checkAnnotation';
import { exportAnnotation } from '../../core/exchange/exportAnnotation';
import { withoutConflictsOf } from '../../core/merge/annotation/settleConflict';
import type { AnnotationChange } from '../../core/merge/changes/changeHistory';
import { mergeChange } from '../../core/merge/changes/mergeChange';
import { restoreVersion } from '../../core/merge/changes/restoreVersion';
import { withChanges } from '../../core/model/fields';
import { newId, timestamp } from '../../core/model/ids';
import { RefusedError } from '../../core/model/problem';
import type { Annotation, ExportedAnnotation, Passage } from '../../core/model/types';
import { encodingToNote } from '../articles/articleEncodings';
import { noteEncoding } from '../../core/sidecar/encodingNote';
import { describePassage, refuseUndecoded } from '../../core/placing/describePassage';
import { insertAnnotation } from '../../core/sidecar/editSidecar';
import {
  annotationWithId,
  insertionIndex,
  standingAnnotationOf,
} from '../../core/sidecar/questions';
import type { SidecarFile } from '../../core/sidecar/sidecarFile';
import type { ArticleText } from '../../core/text/articleText';
import type { Utf16Range } from '../../core/text/range';
import type { ArticleReader } from '../articles/articleReader';
import type { OpenArticles } from '../articles/openArticles';
import type { CodebookStore } from '../codebooks/codebookStore';
import { articlePath, isUtf8, uriOfKey } from '../platform/uris';
import type { EditOptions, KnownPlaces, SidecarEdit } from '../sidecars/sidecarEdit';
import type { SidecarStore } from '../sidecars/sidecarStore';
import type { AnnotationHistory } from './annotationHistory';
import { refuseFixed } from './fixedFields';
import type { AnnotationIndex } from './annotationIndex';
import { creatorOf } from './creator';

/**
 * An annotation as commands return it; `saved: false` if its sidecar is open with unsaved typing.
 */
export type CommandResult = ExportedAnnotation & { readonly saved?: false };

/** The fields of an annotation that whoever makes it may give. */
export type AnnotationFields = Readonly<Record<string, unknown>> & { readonly role: string };

/** Fields with their new values; `null` removes one. */
export type Changes = Readonly<Record<string, unknown>>;

/** A change that was written, or is kept to be (`saved: false`). */
interface Written {
  readonly change: AnnotationChange;
  readonly saved: boolean;
}

/**
 * Makes, changes and removes annotations: the one way to write into sidecars, with undo and redo.
 */
export class AnnotationEditor {
  constructor(
    private readonly sidecars: SidecarStore,
    private readonly open: OpenArticles,
    private readonly index: AnnotationIndex,
    private readonly codebooks: CodebookStore,
    private readonly reader: ArticleReader,
    private readonly history: AnnotationHistory,
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
    await Promise.all([this.sidecars.loadSidecar(document.uri), this.codebooks.loadCodebooks()]);
    const now = timestamp(new Date());
    const id = newId({ has: (one) => this.index.corpus.hasId(one) });
    const creator = await creatorOf(document.uri);
    const annotation = this.checked({
      ...withChanges({}, fields),
      id,
      passages: ranges.map((range) => describePassage(article.text, range, article.map)),
      ...(creator !== undefined && { creator }),
      created: now,
      modified: now,
    });
    refuseUndecoded(annotation.passages);
    const insert: SidecarEdit = (file) => {
      // The change was kept, and made from what was kept, while another program was at work.
      if (annotationWithId(file, id) !== undefined) return file;
      const { encoding: noted } = file.article;
      const encoding = encodingToNote(document, article.text, noted);
      const place = this.readingPlace(file, document.uri, annotation);
      return insertAnnotation(noteEncoding(file, encoding), place, annotation);
    };
    const { saved } = await this.writeChange(document.uri, id, insert, {
      metadata: isUtf8(document) ? {} : { encoding: document.encoding },
      places: new Map([[id, ranges]]),
    });
    return this.resultOf(document.uri, id, saved);
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
   * @param places where the annotation's new passages are
   */
  async changeFields(
    article: vscode.Uri,
    id: string,
    changes: Changes | ((present: Annotation) => Changes),
    { shown, places }: { readonly shown?: Annotation; readonly places?: KnownPlaces } = {},
  ): Promise<CommandResult> {
    await this.codebooks.loadCodebooks();
    await this.index.findAnnotation(id, article);
    const modified = timestamp(new Date());
    const change: SidecarEdit = (file, base) => {
      const present = annotationWithId(file, id);
      const ofMoment = typeof changes === 'function' ? present : undefined;
      const seen = ofMoment ?? shown ?? annotationWithId(base, id) ?? present;
      if (seen === undefined) throw this.missing(article, id);
      const asked = typeof changes === 'function' ? changes(seen) : changes;
      refuseFixed(asked);
      const changed = this.checked(withChanges(seen, { ...asked, modified }), seen);
      const wanted = withoutConflictsOf(changed, Object.keys(asked));
      const place = this.readingPlace(file, article, wanted);
      return mergeChange(file, id, { annotation: seen }, { annotation: wanted }, place);
    };
    const { saved } = await this.writeChange(article, id, change, places && { places });
    return this.resultOf(article, id, saved);
  }

  /**
   * Gives an annotation other passages, or the present words of its own.
   *
   * @param ranges where the passages are in the open article, so that they needn't be looked for
   */
  async setPassages(
    article: vscode.Uri,
    id: string,
    passages: readonly Passage[],
    ranges?: readonly Utf16Range[],
  ): Promise<CommandResult> {
    refuseUndecoded(passages);
    return this.changeFields(
      article,
      id,
      { passages },
      ranges && { places: new Map([[id, ranges]]) },
    );
  }

  /**
   * Removes an annotation; one that another program changed in the meantime is kept, with that as a
   * conflict.
   */
  async remove(article: vscode.Uri, id: string): Promise<Written> {
    return this.writeChange(article, id, (file, base) => {
      const present = annotationWithId(file, id);
      if (present === undefined) throw this.missing(article, id);
      const seen = annotationWithId(base, id) ?? present;
      return mergeChange(file, id, { annotation: seen }, undefined);
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
  ): Promise<Written> {
    return this.writeChange(article, id, (file) => {
      const present = annotationWithId(file, id);
      if (present === undefined) throw this.missing(article, id);
      const changed = change(present);
      const wanted = changed && { annotation: { ...changed, modified: timestamp(new Date()) } };
      return mergeChange(file, id, { annotation: present }, wanted);
    });
  }

  /** Takes back one certain change, whatever was done since; that can be undone like any other. */
  async revertChange({ article, id, before, after }: AnnotationChange): Promise<void> {
    await this.writeChange(uriOfKey(article), id, (file) =>
      restoreVersion(file, id, after, before),
    );
  }

  /** An annotation as commands return it. */
  async resultOf(article: vscode.Uri, id: string, saved = true): Promise<CommandResult> {
    const { path, article: text, placed: all } = await this.reader.placeArticle(article);
    const placed = all.find(({ annotation }) => annotation.id === id);
    if (placed === undefined) throw this.missing(article, id);
    const exported = exportAnnotation(placed, path, text);
    return saved ? exported : { ...exported, saved: false };
  }

  private async writeChange(
    article: vscode.Uri,
    id: string,
    change: SidecarEdit,
    options?: EditOptions,
  ): Promise<Written> {
    let before: SidecarFile | undefined;
    const { file, saved } = await this.sidecars.editSidecar(
      article,
      (present, seen) => change((before = present), seen),
      options,
    );
    const made: AnnotationChange = {
      article: article.toString(),
      id,
      before: standingAnnotationOf(before, id),
      after: standingAnnotationOf(file, id),
    };
    this.history.add({ changes: [made] });
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
    return insertionIndex(file, annotation.passages[0]?.start ?? 0, (entry) => {
      const range = present.get(entry.id ?? '');
      return range === undefined || live === undefined
        ? entry.annotation?.passages[0]?.start
        : live.article.map.toCodePoint(range.start);
    });
  }

  private checked(fields: Record<string, unknown>, before?: Annotation): Annotation {
    const { vocabulary, canonical } = this.codebooks;
    return checkAnnotation(fields, vocabulary, canonical, before);
  }
}
