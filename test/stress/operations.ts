import type { Annotation } from '../../src/core/model/types';
import {
  insertAnnotation,
  removeAnnotation,
  replaceAnnotation,
} from '../../src/core/sidecar/editSidecar';
import type { SidecarFile } from '../../src/core/sidecar/sidecarFile';

/**
 * One change of a sidecar. `before` is what the writer wrote there last: it must still stand there.
 */
export type Operation =
  | {
      readonly kind: 'insert';
      readonly id: string;
      readonly at: number;
      readonly field: string;
      readonly value: string;
    }
  | {
      readonly kind: 'edit';
      readonly id: string;
      readonly field: string;
      readonly value: string;
      readonly before?: string | undefined;
    }
  | {
      readonly kind: 'link';
      readonly id: string;
      readonly target: string;
      readonly before?: string | undefined;
    }
  | { readonly kind: 'delete'; readonly id: string };

/** Something that was written is not there any more. */
export class LostError extends Error {}

/**
 * The sidecar after an operation.
 *
 * @throws LostError if what it is about is not there, or not as the writer left it
 */
export function apply(file: SidecarFile, operation: Operation): SidecarFile {
  const { kind, id } = operation;
  if (kind === 'insert') {
    const { at, field, value } = operation;
    return insertAnnotation(file, at % (file.entries.length + 1), {
      id,
      role: 'claim',
      passages: [{ exact: `开源模型的第 ${at} 句` }],
      [field]: value,
    });
  }
  const index = file.entries.findIndex((entry) => entry.id === id);
  const annotation = file.entries[index]?.annotation;
  if (annotation === undefined) throw new LostError(`the annotation ${id}`);
  switch (kind) {
    case 'delete':
      return removeAnnotation(file, index);
    case 'edit': {
      const { field, value, before } = operation;
      if (before !== undefined && textOf(annotation, field) !== before)
        throw new LostError(`${field} of ${id}: ${before}`);
      return replaceAnnotation(file, index, { ...annotation, [field]: value });
    }
    case 'link': {
      const { target, before } = operation;
      const links = annotation.links ?? [];
      if (before !== undefined && !links.some((link) => link.target === before))
        throw new LostError(`the link from ${id} to ${before}`);
      return replaceAnnotation(file, index, {
        ...annotation,
        links: [...links.filter((link) => link.target !== before), { type: 'supports', target }],
      });
    }
  }
}

/** A field of an annotation, if it is a text. */
export function textOf(annotation: Annotation, field: string): string | undefined {
  const value = annotation[field as keyof Annotation];
  return typeof value === 'string' ? value : undefined;
}

/** The lines of an annotation of the program that doesn't know the lock. */
export function strangersBlock(id: string): string {
  return `  - id: ${id}\n    role: evidence\n    passages:\n      - exact: 别人写的 ${id}\n`;
}
