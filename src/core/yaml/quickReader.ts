import {
  COLLECTION_STYLE,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type Event,
  type ScalarEvent,
} from 'js-yaml';
import { lineStart } from './blocks';
import { ANYTHING, type QuickPlan } from './quickPlan';

/** How js-yaml writes that there is none: no anchor, no tag, no text. */
const NONE = -1;

/**
 * How deep values may nest: as deep as `YamlReader` goes in an item of a list that is a key's
 * value.
 */
const MAX_DEPTH = 67;

/** Of a key that is longer, the `yaml` library says that a quotation mark is missing. */
const MAX_KEY_LENGTH = 1_000;

/** That a text isn't plainly right; nobody is told where and why. */
export class NotPlainError extends Error {}

/** @throws NotPlainError unless it is so */
export function insist(isSo: boolean): asserts isSo {
  if (!isSo) throw new NotPlainError();
}

/**
 * Reads values off a text as `YamlReader` does, but some ten times as fast; throws an error, its
 * own or one of js-yaml, at whatever isn't plainly right: `YamlReader` must say what that is. The
 * two libraries differ where YAML is odd, so what is odd is refused here, right or not.
 *
 * Aliases cost nothing: the parser only tells that they are there, and doesn't put in what they
 * stand for.
 */
export class QuickReader {
  private readonly events: readonly Event[];
  private readonly hasOuterComments: boolean;
  private next = 0;

  /** Begins at the document's value, if there is one: see `isEmpty`. */
  constructor(private readonly text: string) {
    insist(!isOdd(text));
    this.events = parseEvents(text, { maxDepth: MAX_DEPTH });
    this.hasOuterComments = text.includes(OUTER_COMMENT);
    if (this.isEmpty) return;
    const document = this.take();
    insist(document.type === EVENT_ID.DOCUMENT);
    insist(document.directives.length === 0 && (!document.explicitStart || hasUsualStart(text)));
  }

  /** Whether the text says nothing: it is empty, but for comments. */
  get isEmpty(): boolean {
    return this.events.length === 0;
  }

  /** The text has no more than what was read. */
  finish(): void {
    insist(!this.hasMore() && this.next === this.events.length);
  }

  /** What comes next. */
  peek(): Event {
    const event = this.events[this.next];
    insist(event !== undefined);
    return event;
  }

  /** Reads what comes next, and goes on behind it. */
  take(): Event {
    const event = this.peek();
    this.next++;
    return event;
  }

  /** Whether the list or mapping that is being read goes on; goes on behind it if not. */
  hasMore(): boolean {
    if (this.peek().type !== EVENT_ID.POP) return true;
    this.next++;
    return false;
  }

  /** Reads a key: text, with its colon right behind it. */
  key(): string {
    const event = this.take();
    insist(event.type === EVENT_ID.SCALAR);
    insistBare(event);
    const { valueStart, valueEnd, style } = event;
    const isPlain = style === SCALAR_STYLE.PLAIN;
    const isQuoted = style === SCALAR_STYLE.DOUBLE_QUOTED || style === SCALAR_STYLE.SINGLE_QUOTED;
    insist(isPlain || isQuoted);
    insist(valueStart !== NONE && valueEnd - valueStart <= MAX_KEY_LENGTH);
    // That also leaves out keys behind question marks, and those without a value.
    insist(this.text.charCodeAt(isPlain ? valueEnd : valueEnd + 1) === COLON);
    insist(event.fast || !this.text.slice(valueStart, valueEnd).includes('\n'));
    const key = this.textOf(event);
    // Keys such as `1` and `0x1`, or `~`, are numbers and the like to the other reader.
    insist(key !== '__proto__' && (!isPlain || typeof plainValue(key) === 'string'));
    return key;
  }

  /** Reads a value: what the plan asks for, or null where nothing or null stands. */
  value(plan: QuickPlan): unknown {
    const event = this.take();
    if (event.type === EVENT_ID.SCALAR) return this.scalar(event, plan);
    const isAny = plan.kind === 'anything';
    insist(
      (event.type === EVENT_ID.MAPPING && (isAny || plan.kind === 'mapping')) ||
        (event.type === EVENT_ID.SEQUENCE && (isAny || plan.kind === 'list')),
    );
    insistBare(event);
    const value = event.type === EVENT_ID.MAPPING ? this.mapping(plan) : this.list(plan);
    if (this.hasOuterComments && event.style === COLLECTION_STYLE.FLOW)
      insist(!this.text.slice(event.start, this.nextStart()).includes(OUTER_COMMENT));
    insist(plan.isRight?.(value) !== false);
    return value;
  }

  /**
   * Where what comes next stands; somewhere behind it where that isn't known; the text's end if
   * nothing does. UTF-16 units.
   */
  nextStart(): number {
    for (let i = this.next; i < this.events.length; i++) {
      const start = startOf(this.events[i] as Event);
      if (start !== NONE) return start;
    }
    return this.text.length;
  }

  private list({ item }: QuickPlan): unknown[] {
    const list: unknown[] = [];
    while (this.hasMore()) {
      const value = this.value(item);
      insist(value !== null || item === ANYTHING);
      list.push(value);
    }
    return list;
  }

  private mapping({ fields, required }: QuickPlan): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    let missing = required;
    let empty: Set<string> | undefined;
    while (this.hasMore()) {
      const key = this.key();
      insist(!Object.hasOwn(mapping, key) && empty?.has(key) !== true);
      const field = fields.get(key);
      const value = this.value(field?.plan ?? ANYTHING);
      if (value === null && field?.keepsNull === false) {
        empty ??= new Set();
        empty.add(key);
        continue;
      }
      mapping[key] = value;
      if (field?.isRequired === true) missing--;
    }
    insist(missing === 0);
    return mapping;
  }

  private scalar(event: ScalarEvent, { kind, isRight }: QuickPlan): unknown {
    insistBare(event);
    const source = this.textOf(event);
    const isPlain = event.style === SCALAR_STYLE.PLAIN;
    insist(!isPlain || !isBelowComment(this.text, event.valueStart));
    let value: unknown = source;
    if (isPlain) {
      const plain = plainValue(source);
      // Where text is wanted, what stands there is taken as it is written.
      if (plain === null || kind !== 'text') value = plain;
    }
    if (value === null) return null;
    const isOfKind =
      kind === 'anything' ||
      (kind === 'text' && typeof value === 'string') ||
      (kind === 'number' && typeof value === 'number') ||
      (kind === 'truth' && typeof value === 'boolean');
    insist(isOfKind && isRight?.(value) !== false);
    return value;
  }

  private textOf(event: ScalarEvent): string {
    const { valueStart, valueEnd } = event;
    if (event.fast && valueStart !== NONE) return this.text.slice(valueStart, valueEnd);
    if (event.style === SCALAR_STYLE.DOUBLE_QUOTED)
      insistUsualEscapes(this.text.slice(valueStart, valueEnd));
    if (event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK)
      insist(hasUsualHeader(this.text, valueStart));
    return getScalarValue(this.text, event);
  }
}

const COLON = 0x3a;
const SPACE = 0x20;
const LINE_FEED = 0x0a;

/** A comment that isn't indented: between brackets, the `yaml` library takes some for an error. */
const OUTER_COMMENT = '\n#';

function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart;
  const isCollection = event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE;
  return isCollection ? event.start : NONE;
}

/**
 * Where the line starts that an item of a block list and its dash stand on.
 *
 * @param value where the item's value starts, in UTF-16 units
 * @param indent what stands before each dash of the list
 * @throws NotPlainError if its dash has a line of its own, or isn't as deep as the others
 */
export function startOfItem(text: string, value: number, indent: string): number {
  const start = lineStart(text, value);
  insist(/^ *$/.test(indent) && new RegExp(`^${indent}- +$`).test(text.slice(start, value)));
  return start;
}

/** @throws NotPlainError where there is an anchor or a tag */
export function insistBare(event: {
  readonly anchorStart: number;
  readonly tagStart: number;
}): void {
  insist(event.anchorStart === NONE && event.tagStart === NONE);
}

/**
 * Whether there is anything that YAML readers disagree most about: tabs, lone carriage returns,
 * byte-order marks within the text, documents' ends, a first line that is indented.
 */
function isOdd(text: string): boolean {
  return (
    text.includes('\t') ||
    text.includes('\uFEFF', 1) ||
    (text.includes('\r') && /\r(?!\n)/.test(text)) ||
    text.includes('\n...') ||
    /^\uFEFF?(?: |\.\.\.)/.test(text)
  );
}

/** Whether the line that begins the document is the text's first one, but for comments. */
function hasUsualStart(text: string): boolean {
  return /^\uFEFF?(?:#.*\r?\n)*---\r?\n/.test(text);
}

/**
 * Code points that don't exist become others in js-yaml, and what is left of empty lines behind an
 * escaped line end is not the same in both libraries.
 */
function insistUsualEscapes(source: string): void {
  if (!/\\[U\r\n]/.test(source)) return;
  for (const [, odd] of source.matchAll(/\\(?:(U(?!00(?:0.|10))|[\r\n])|[^])/g))
    insist(odd === undefined);
}

/**
 * Whether the line before a block of text, which ends with its sign, begins with a key or a dash,
 * and doesn't say how deep the block is indented. Else the `yaml` library may take it for an error
 * below a comment, or keeps other parts of empty lines than js-yaml.
 */
function hasUsualHeader(text: string, start: number): boolean {
  const header = text.slice(text.lastIndexOf('\n', start - 2) + 1, start);
  return !/^ *[|>]|[|>][-+]?\d/.test(header);
}

/**
 * Whether a line begins at `start`, and the one before it is a comment: between a key and its plain
 * value, the `yaml` library takes some for an error.
 */
function isBelowComment(text: string, start: number): boolean {
  let at = start - 1;
  while (text.charCodeAt(at) === SPACE) at--;
  if (text.charCodeAt(at) !== LINE_FEED) return false;
  while (' \r\n'.includes(text.charAt(at)) && at >= 0) at--;
  return /^ *#/.test(text.slice(text.lastIndexOf('\n', at) + 1, at + 1));
}

/** What a plain scalar says by YAML 1.2's core schema, as the `yaml` library reads it. */
function plainValue(source: string): unknown {
  if (!/^[-+.\d~nNtTfF]|^$/.test(source)) return source;
  if (/^(?:~|null|Null|NULL)?$/.test(source)) return null;
  if (/^(?:true|True|TRUE)$/.test(source)) return true;
  if (/^(?:false|False|FALSE)$/.test(source)) return false;
  if (/^[-+]?\d+$/.test(source)) return Number.parseInt(source, 10);
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(source))
    return Number.parseFloat(source);
  if (/^0o[0-7]+$/.test(source)) return Number.parseInt(source.slice(2), 8);
  if (/^0x[\da-fA-F]+$/.test(source)) return Number.parseInt(source.slice(2), 16);
  if (/^\.(?:nan|NaN|NAN)$/.test(source)) return NaN;
  const [, sign] = /^([-+]?)\.(?:inf|Inf|INF)$/.exec(source) ?? [];
  if (sign !== undefined) return sign === '-' ? -Infinity : Infinity;
  return source;
}
