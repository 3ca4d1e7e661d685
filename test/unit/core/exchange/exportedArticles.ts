import assert from 'node:assert/strict';
import * as v from 'valibot';
import {
  placeAnnotations,
  type PlacedAnnotation,
} from '../../../../src/core/placing/placeAnnotations';
import { printExport, type ArticleForExport } from '../../../../src/core/exchange/exportDocument';
import { describePassage } from '../../../../src/core/placing/describePassage';
import { isMapping } from '../../../../src/core/model/sameValue';
import { exportSchema } from '../../../../src/core/model/schema';
import type { Annotation, ArticleMetadata, ExportDocument } from '../../../../src/core/model/types';
import { ArticleText } from '../../../../src/core/text/articleText';

export const FRONT_MATTER = '---\ntitle: 开源与闭源之争\nauthor: 某作者\ndate: 2024-07-11\n---\n\n';

export const TEXT = `${FRONT_MATTER}李彦宏在𠮷野家说：“开源模型其实是一种智商税。”没有人回答他。\nAnn Li disagreed with him at some length, and the audience with her.\n`;

export function articleOf(
  path: string,
  text: string | undefined,
  annotations: readonly Annotation[],
  override: ArticleMetadata = {},
): ArticleForExport {
  const article = text === undefined ? undefined : new ArticleText(text);
  const gone = (one: Annotation): PlacedAnnotation => ({
    annotation: one,
    passages: one.passages.map(() => ({ state: 'orphaned' })),
  });
  return {
    path,
    article,
    override,
    placed: article === undefined ? annotations.map(gone) : placeAnnotations(article, annotations),
  };
}

export function tagged(
  id: string,
  words: string,
  more: Partial<Annotation> = {},
  text = TEXT,
): Annotation {
  const start = text.indexOf(words);
  return {
    id,
    role: 'claim',
    passages: [
      describePassage(text, { start, end: start + words.length }, new ArticleText(text).map),
    ],
    ...more,
  };
}

/** Checks the document against the schema, as its readers may. */
export function valid(document: ExportDocument): ExportDocument {
  const { issues } = v.safeParse(exportSchema, JSON.parse(printExport(document)));
  assert.deepEqual(
    issues?.map(({ message, path }) => [message, path?.map(({ key }) => key)]) ?? [],
    [],
  );
  return document;
}

/** The value with the keys of all its mappings in one order. */
export function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  return isMapping(value)
    ? Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, field]) => [key, sortedKeys(field)])
    : value;
}
