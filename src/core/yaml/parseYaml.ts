import * as l10n from '@vscode/l10n';
import {
  Composer,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  YAMLParseError,
  type Document,
  type Node,
} from 'yaml';
import type { ProblemCode } from '../model/problem';
import { MAX_PROBLEMS } from './problemList';

/** Errors that spoil one value only: what stands around them is still read right. */
export const LOCAL_ERRORS: ReadonlySet<string> = new Set([
  'DUPLICATE_KEY',
  'TAG_RESOLVE_FAILED',
  'BAD_ALIAS',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_TAGS',
]);

/**
 * How many words, signs and line ends one text may have, and how many UTF-16 units: so many take
 * about a second.
 */
const MAX_LEXEMES = 600_000;
const MAX_LENGTH = 4_000_000;

/**
 * How deep brackets and blocks may nest: the parser recurses, and its stack is shorter in some
 * browsers.
 */
const MAX_NESTING = 500;

/** A text that the parser is not given whole, for the time that it would take. */
export class UnparsableError extends Error {
  /** @param offset how far it was read */
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/**
 * A document, and how many errors it has beside those that are told of: any one says that it can't
 * be relied on.
 */
export interface ParsedYaml {
  readonly document: Document.Parsed;
  readonly untold: number;
}

/**
 * Parses a text as one YAML 1.2 document, as the library's `parseDocument` does, but in a time that
 * is proportional to its length whatever it says, and never longer than about a second.
 *
 * @throws UnparsableError if the text is too large or nested too deeply
 */
export function parseYaml(text: string): ParsedYaml {
  if (text.length > MAX_LENGTH) throw tooLarge(MAX_LENGTH);
  const { stackTraceLimit } = Error;
  // The library makes an error object for each error: half a million stack traces would take
  // seconds.
  Error.stackTraceLimit = 0;
  try {
    // The library looks for a key given twice among all keys before it, for each key; in an ordered
    // map (`!!omap`), too, which like other tags of YAML 1.1 means nothing here: the value counts
    // as what it looks like.
    const composer = new Composer({
      keepSourceTokens: true,
      schema: 'core',
      uniqueKeys: false,
      resolveKnownTags: false,
    });
    const errors = new ErrorCount();
    // A private part of the library, whose version is pinned for that.
    const report = Reflect.get(composer, 'onError') as ReportError;
    const reportSome: ReportError = (...error) => {
      if (error[3] === true || LOCAL_ERRORS.has(error[1]) || errors.hasRoom()) report(...error);
    };
    Object.assign(composer, { onError: reportSome });
    const [document, another] = firstTwo(
      composer.compose(tokensOf(text, errors), true, text.length),
    );
    if (document === undefined) throw new TypeError('The library made no document');
    if (another !== undefined)
      document.errors.push(
        new YAMLParseError([another.range[0], another.range[1]], 'MULTIPLE_DOCS', ''),
      );
    for (const error of repeatedKeys(document.contents)) document.errors.push(error);
    return { document, untold: errors.untold };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * How the library tells of an error: its place, code and message, and whether it is a mere warning.
 */
type ReportError = (source: unknown, code: string, message: string, warning?: boolean) => void;

/**
 * Lets no more errors be told of than anybody reads: one long text can have millions, an error each
 * two characters.
 */
class ErrorCount {
  private count = 0;

  hasRoom(): boolean {
    return ++this.count <= MAX_PROBLEMS;
  }

  get untold(): number {
    return Math.max(0, this.count - MAX_PROBLEMS);
  }
}

function* tokensOf(text: string, errors: ErrorCount): ReturnType<Parser['parse']> {
  const parser = new Parser();
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme))
      if (token.type !== 'error' || errors.hasRoom()) yield token;
    if (++lexemes > MAX_LEXEMES) throw tooLarge(parser.offset);
    if (parser.stack.length > MAX_NESTING)
      throw new UnparsableError('yaml', l10n.t('Not readable: nested too deeply.'), parser.offset);
  }
  yield* parser.end();
}

function tooLarge(offset: number): UnparsableError {
  return new UnparsableError(
    'too-large',
    l10n.t(
      'Too large to be read: more than {0} characters, or {1} words, signs and line ends, in one piece.',
      MAX_LENGTH,
      MAX_LEXEMES,
    ),
    offset,
  );
}

function firstTwo<T>(values: Iterable<T>): T[] {
  const found: T[] = [];
  for (const value of values) if (found.push(value) === 2) break;
  return found;
}

/**
 * An error for each key that stands in its mapping before already: two scalars with the same value,
 * as the library has it.
 */
function repeatedKeys(root: unknown): YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  const open = [root];
  for (let node = open.pop(); open.length > 0 || node !== undefined; node = open.pop()) {
    if (isSeq(node)) for (const item of node.items) open.push(item);
    if (!isMap<Node, Node | null>(node)) continue;
    const seen = new Set<unknown>();
    for (const { key, value } of node.items) {
      open.push(key, value);
      if (!isScalar(key)) continue;
      const start = key.range?.[0] ?? 0;
      if (seen.has(key.value))
        errors.push(new YAMLParseError([start, start + 1], 'DUPLICATE_KEY', ''));
      seen.add(key.value);
    }
  }
  return errors;
}
