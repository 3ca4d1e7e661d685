import { codebookSchema, filterSchema, sidecarSchema } from '../model/schema';
import { entryOf, optionsOf, type AnySchema } from '../yaml/readYaml';
import type { LanguageKind, LanguagePath } from './languageText';

/** What belongs at a place. */
export type Wanted = 'keys' | 'list' | 'text' | 'other';

/** What the format has at a place of a file; undefined where it has nothing of its own. */
export function schemaAt(kind: LanguageKind, path: LanguagePath): AnySchema | undefined {
  const root: AnySchema = kind === 'sidecar' ? sidecarSchema : codebookSchema;
  return path.reduce<AnySchema | undefined>(
    (schema, key) => entryOf(schema, key === '*' ? undefined : key),
    root,
  );
}

/** The keys that a mapping at a place may have, in the order of the format. */
export function keysAt(kind: LanguageKind, path: LanguagePath): readonly string[] {
  const { entries } = (schemaAt(kind, path) ?? {}) as {
    entries?: Readonly<Record<string, object>>;
  };
  return Object.keys(entries ?? {});
}

/** The values of which the one at a place must be, where the format lists them. */
export function listedValuesAt(kind: LanguageKind, path: LanguagePath): readonly string[] {
  return optionsOf(schemaAt(kind, path)).flatMap((schema) => {
    if (schema.type === 'boolean') return ['true', 'false'];
    const { options = [] } = schema as { options?: readonly unknown[] };
    return schema.type === 'picklist' ? options.map(String) : [];
  });
}

/** Whether the values at a place are no texts: they are written without quotation marks. */
export function isLiteralAt(kind: LanguageKind, path: LanguagePath): boolean {
  const types = optionsOf(schemaAt(kind, path)).map(({ type }) => type);
  return types.includes('boolean') || types.includes('number');
}

/** What belongs at a place. */
export function wantedAt(kind: LanguageKind, path: LanguagePath): Wanted {
  const types = optionsOf(schemaAt(kind, path)).map(({ type }) => type);
  if (types.some((type) => type === 'loose_object' || type === 'strict_object')) return 'keys';
  if (types.includes('string') || types.includes('picklist')) return 'text';
  return types.includes('array') ? 'list' : 'other';
}

/** What the items of a list at a place are. */
export function itemsWantedAt(kind: LanguageKind, path: LanguagePath): Wanted {
  return wantedAt(kind, [...path, '*']);
}

/** The keys that a filter may have. */
export const FILTER_KEYS: readonly string[] = Object.keys(filterSchema.entries);
