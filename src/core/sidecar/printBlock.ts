import { ANNOTATION_KEYS, LINK_KEYS, PASSAGE_KEYS } from '../model/fields';
import { annotationSchema } from '../model/schema';
import type { Annotation } from '../model/types';
import {
  printFlow as printFlowValue,
  printListItem,
  printPair as printYamlPair,
  type ItemStyle,
} from '../yaml/printItem';

/** How a sidecar writes its annotations. */
export const ANNOTATION_STYLE: ItemStyle = {
  schema: annotationSchema,
  keys: new Map([
    [undefined, ANNOTATION_KEYS],
    ['passages', PASSAGE_KEYS],
    ['links', LINK_KEYS],
    ['conflicts', ['field', 'theirs']],
    ['adjudicated', ['by', 'at', 'over']],
    ['origin', ['by', 'name', 'at', 'accepted']],
    ['accepted', ['by', 'at']],
  ]),
  longLists: new Set(['passages']),
  longTexts: new Set(['note']),
};

/** An annotation as an item of a block list: its lines, each ended, the dash behind `indent`. */
export function printBlock(annotation: Annotation, indent: string, eol: string): string {
  return printListItem(undefined, annotation, indent, eol, ANNOTATION_STYLE);
}

/** A key with its value, as the lines of a block mapping. */
export function printPair(key: string, value: unknown, indent: string, eol: string): string {
  return printYamlPair(key, value, indent, eol, ANNOTATION_STYLE);
}

/** A value on one line. */
export function printFlow(value: unknown): string {
  return printFlowValue(value, ANNOTATION_STYLE, '');
}
