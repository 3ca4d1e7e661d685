import { annotationSchema, articleMetadataSchema, linkSchema, passageSchema } from './schema';

/**
 * The keys of each mapping in the order in which a sidecar has them: the order of the schema.
 * Unknown keys come last.
 */
export const ANNOTATION_KEYS: readonly string[] = Object.keys(annotationSchema.entries);
export const PASSAGE_KEYS: readonly string[] = Object.keys(passageSchema.entries);
export const LINK_KEYS: readonly string[] = Object.keys(linkSchema.entries);
export const ARTICLE_KEYS: readonly string[] = Object.keys(articleMetadataSchema.entries);

/**
 * The keys of `value` that have a value, known ones first and in their order, then the others in
 * theirs.
 */
export function orderedKeys(value: object, order: readonly string[]): string[] {
  const present = new Set(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key]) => key),
  );
  return [
    ...order.filter((key) => present.has(key)),
    ...[...present].filter((key) => !order.includes(key)),
  ];
}

/** Fields that say who made the annotation and when: set once. */
export const FIXED_FIELDS: ReadonlySet<string> = new Set(['id', 'creator', 'created']);

/**
 * An annotation, or an entry of a codebook, with some fields changed; `null`, a text without any
 * sign and an empty list remove a field. Fields that can't be changed are the caller's to refuse.
 */
export function withChanges(
  entry: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged: [string, unknown][] = Object.entries({ ...entry, ...changes });
  return Object.fromEntries(merged.filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}
