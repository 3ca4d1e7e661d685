import type { Annotation, ArticleMetadata, Passage } from '../../model/types';
import { storedStart } from '../../placing/placeAnnotations';
import { linksOf } from '../contentLinks';
import { printLinks } from './printLinks';

/** The fields that many annotations have the same value of: each value is kept once. */
const CODED_TEXTS = ['role', 'speaker', 'stance', 'topic', 'date', 'creator'] as const;
const CODED_LISTS = ['tags', 'reportedBy'] as const;
export const CODED = [...CODED_TEXTS, ...CODED_LISTS] as const;
export type CodedField = (typeof CODED)[number];

/** What may be true of an annotation, a bit each. */
export const MARKS = {
  /** Versions of a field wait to be decided on. */
  conflicts: 1,
  /** Its date was taken over from the article. */
  dateInferred: 2,
} as const;

/** What is known of one sidecar, to be packed. */
export interface ArticleToPack {
  /** What the caller knows the article by. */
  readonly name: string;
  readonly metadata: ArticleMetadata;
  readonly annotations: readonly Annotation[];
  /** The line, from 0, on which each annotation's entry begins. */
  readonly lines: readonly number[];
}

/** One article among packed ones. */
export interface PackedArticle {
  readonly name: string;
  readonly metadata: ArticleMetadata;
  /** The numbers of its annotations in the columns, half-open. */
  readonly first: number;
  readonly end: number;
  /** Where its annotations’ own words stand in `text`, in bytes, half-open. */
  readonly from: number;
  readonly to: number;
  /** The annotations’ ids, in reading order, with commas between. */
  readonly ids: string;
  /** Its links, as `printLinks` writes them. */
  readonly links: string;
}

/**
 * The annotations of many articles in a few large arrays, a row an annotation, each article's in
 * reading order: an object for each would take ten times the memory.
 */
export interface PackedArticles {
  /** The values of coded fields; number 1 is the first one, 0 stands for no value. */
  readonly strings: readonly string[];
  /** A row has one code for each of `CODED`. */
  readonly codes: Uint32Array<ArrayBuffer>;
  /** When each was changed or made last, in milliseconds since 1970; 0 where that isn't said. */
  readonly times: Float64Array<ArrayBuffer>;
  readonly lines: Uint32Array<ArrayBuffer>;
  /** What is true of each: a sum of `MARKS`. */
  readonly marks: Uint8Array<ArrayBuffer>;
  /** Where what isn't in columns begins in its article's text, in bytes. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** What isn't in columns: each article's as a JSON list in UTF-8. */
  readonly text: Uint8Array<ArrayBuffer>;
  readonly articles: readonly PackedArticle[];
}

/**
 * A passage without its context, which nobody reads in lists: as text where there is nothing but
 * its words, else with what else it says.
 */
type PackedPassage = string | Omit<Passage, 'prefix' | 'suffix'>;
/** An annotation without id and coded fields: its passages, then what else it says. */
export type PackedRest = readonly [readonly PackedPassage[], object?];

/** Packs the annotations of some articles. */
export function packArticles(articles: readonly ArticleToPack[]): PackedArticles {
  const count = articles.reduce((sum, { annotations }) => sum + annotations.length, 0);
  const strings = new Map<string, number>();
  const codeOf = (value: string | undefined) => {
    if (value === undefined) return 0;
    const known = strings.get(value);
    if (known !== undefined) return known;
    strings.set(value, strings.size + 1);
    return strings.size;
  };
  const codes = new Uint32Array(count * CODED.length);
  const times = new Float64Array(count);
  const lines = new Uint32Array(count);
  const marks = new Uint8Array(count);
  const starts = new Uint32Array(count);
  const texts: Uint8Array[] = [];
  let [row, length] = [0, 0];
  const packed = articles.map(
    ({ name, metadata, annotations, lines: firstLines }): PackedArticle => {
      const lineOf = new Map(annotations.map((annotation, i) => [annotation, firstLines[i] ?? 0]));
      const order = inReadingOrder(annotations);
      const first = row;
      for (const annotation of order) {
        for (let n = 0; n < CODED.length; n++)
          codes[row * CODED.length + n] = codeOf(codedValue(annotation, CODED[n] as CodedField));
        times[row] = Date.parse(annotation.modified ?? annotation.created ?? '') || 0;
        lines[row] = lineOf.get(annotation) ?? 0;
        marks[row] = marksOf(annotation);
        row += 1;
      }
      const bytes = printRests(order, starts.subarray(first, row));
      texts.push(bytes);
      const from = length;
      length += bytes.length;
      return {
        name,
        metadata,
        first,
        end: row,
        from,
        to: length,
        ids: order.map(({ id }) => id).join(),
        links: printLinks(linksOf(order)),
      };
    },
  );
  const text = new Uint8Array(length);
  packed.forEach(({ from }, i) => text.set(texts[i] ?? [], from));
  return {
    strings: [...strings.keys()],
    codes,
    times,
    lines,
    marks,
    starts,
    text,
    articles: packed,
  };
}

/**
 * What isn't in columns, as a JSON list in UTF-8.
 *
 * @param starts takes where each annotation's begins, in bytes
 */
function printRests(annotations: readonly Annotation[], starts: Uint32Array): Uint8Array {
  const encoder = new TextEncoder();
  const printed = annotations.map((one) => JSON.stringify(restOf(one)));
  // A UTF-16 unit takes at most three bytes in UTF-8; signs around the list and between.
  const most = printed.reduce((sum, { length }) => sum + 3 * length + 1, 2);
  const bytes = new Uint8Array(most);
  const [OPEN, COMMA, CLOSE] = [0x5b, 0x2c, 0x5d];
  let end = 0;
  printed.forEach((text, i) => {
    bytes[end++] = i === 0 ? OPEN : COMMA;
    starts[i] = end;
    end += encoder.encodeInto(text, bytes.subarray(end)).written;
  });
  if (printed.length === 0) bytes[end++] = OPEN;
  bytes[end++] = CLOSE;
  return bytes.subarray(0, end);
}

/** A sidecar's annotations by where their passages stood when they were written. */
export function inReadingOrder(annotations: readonly Annotation[]): Annotation[] {
  return [...annotations].sort((a, b) => storedStart(a) - storedStart(b));
}

/** A coded field's value as one text, a list as JSON; undefined if it isn't set. */
export function codedValue(annotation: Annotation, field: CodedField): string | undefined {
  const value = annotation[field];
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

function isCodedList(field: CodedField): boolean {
  return CODED_LISTS.some((one) => one === field);
}

function marksOf({ conflicts = [], dateInferred }: Annotation): number {
  return (
    (conflicts.length > 0 ? MARKS.conflicts : 0) + (dateInferred === true ? MARKS.dateInferred : 0)
  );
}

function restOf(annotation: Annotation): PackedRest {
  const packed = annotation.passages.map((passage): PackedPassage => {
    const kept = without(passage, CONTEXT);
    return Object.keys(kept).length === 1 ? passage.exact : kept;
  });
  const rest = without(annotation, ELSEWHERE);
  return Object.keys(rest).length === 0 ? [packed] : [packed, rest];
}

/** An annotation as it comes back when it was packed. */
export function withoutContext(annotation: Annotation): Annotation {
  const passages = annotation.passages.map((passage) => without(passage, CONTEXT));
  return { ...annotation, passages };
}

/** What of a passage isn't packed. */
const CONTEXT: ReadonlySet<string> = new Set(['prefix', 'suffix']);
/** What of an annotation isn't in its rest. */
const ELSEWHERE: ReadonlySet<string> = new Set(['id', 'passages', ...CODED]);

function without<T extends object>(value: T, keys: ReadonlySet<string>): T {
  // A list of its entries would take several times as long.
  const rest: Partial<T> = {};
  for (const key in value) if (!keys.has(key)) rest[key] = value[key];
  return rest as T;
}

/**
 * One annotation as it was packed, without the context of its passages.
 *
 * @param values of the coded fields, in their order
 */
export function unpackAnnotation(
  id: string,
  values: readonly (string | undefined)[],
  [passages, rest]: PackedRest,
): Annotation {
  const annotation: Record<string, unknown> = { id };
  CODED.forEach((field, n) => {
    const value = values[n];
    if (value !== undefined) annotation[field] = isCodedList(field) ? JSON.parse(value) : value;
  });
  return {
    ...annotation,
    passages: passages.map((one) => (typeof one === 'string' ? { exact: one } : one)),
    ...rest,
  } as Annotation;
}
