import type * as vscode from 'vscode';
import { mergeChange } from '../../core/merge/mergeChange';
import type { Annotation } from '../../core/model/types';
import { gapBefore, insertAnnotation, linesOf } from '../../core/sidecar/editSidecar';
import type { SidecarFile } from '../../core/sidecar/sidecarFile';

/**
 * One side of a change: what an annotation said, in which lines; undefined while it isn't there.
 */
export interface Version {
  readonly annotation: Annotation;
  readonly lines: string;
  /** The id of the annotation before it in the file, to put it back where it was. */
  readonly after: string | undefined;
  /** Comments and empty lines between that one and it. */
  readonly gap: string;
}

/** A change of one annotation, with all that is needed to take it back and to make it again. */
export interface Change {
  readonly article: vscode.Uri;
  readonly id: string;
  readonly before: Version | undefined;
  readonly after: Version | undefined;
}

/** How many changes can be taken back. */
const DEPTH = 500;

/** The changes of annotations in this window, newest last. */
export class History {
  private done: Change[] = [];
  private undone: Change[] = [];

  add(change: Change): void {
    this.done.push(change);
    if (this.done.length > DEPTH) this.done.shift();
    this.undone = [];
  }

  /** The change that undo would take back, or redo would make again. */
  peek(direction: 'undo' | 'redo'): Change | undefined {
    return (direction === 'undo' ? this.done : this.undone).at(-1);
  }

  /** Takes the changes of an article's annotations along to where they are now. */
  relocate(from: vscode.Uri, to: vscode.Uri): void {
    const moved = (change: Change): Change =>
      change.article.toString() === from.toString() ? { ...change, article: to } : change;
    this.done = this.done.map(moved);
    this.undone = this.undone.map(moved);
  }

  /** Notes that it was done. */
  step(direction: 'undo' | 'redo'): void {
    const [from, to] = direction === 'undo' ? [this.done, this.undone] : [this.undone, this.done];
    const change = from.pop();
    if (change !== undefined) to.push(change);
  }
}

/** The version of an annotation that a file holds. */
export function versionIn(file: SidecarFile, id: string): Version | undefined {
  const index = file.entries.findIndex(({ annotation }) => annotation?.id === id);
  const annotation = file.entries[index]?.annotation;
  return annotation === undefined
    ? undefined
    : {
        annotation,
        lines: linesOf(file, index),
        after: file.entries[index - 1]?.id,
        gap: gapBefore(file, index),
      };
}

/**
 * Brings one annotation of a file from one version to another, merged with what others changed in
 * it meanwhile.
 */
export function restore(
  file: SidecarFile,
  id: string,
  from: Version | undefined,
  to: Version | undefined,
): SidecarFile {
  const index = file.entries.findIndex(({ annotation }) => annotation?.id === id);
  const present = file.entries[index]?.annotation;
  // Typing in the article moves an annotation's words along: taking back its creation is no
  // conflict with that.
  const seen =
    to === undefined && from !== undefined && present !== undefined
      ? { annotation: { ...from.annotation, passages: present.passages } }
      : from;
  if (present !== undefined || to === undefined) return mergeChange(file, id, seen, to);
  const place = file.entries.findIndex(
    ({ id: other }) => other !== undefined && other === to.after,
  );
  return insertAnnotation(file, place + 1, to.annotation, to.lines, to.gap);
}
