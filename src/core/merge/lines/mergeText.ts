import { mergeValue } from '../annotation/threeWay';

/** Lines merged from three versions, and whether no line was changed by both sides. */
export interface MergedText {
  readonly text: string;
  readonly clean: boolean;
}

/**
 * More pairs of lines than this aren't compared: what lies between the first and the last
 * difference counts as changed.
 */
const MAX_PAIRS = 1_000_000;

/** Lines that stand in place of a stretch of the base's lines. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/**
 * Merges three versions of some lines (after diff3: Khanna, Kunal, Pierce, “A Formal Investigation
 * of Diff3”, 2007; but changes that only touch each other are merged). Where both sides changed the
 * same lines, the result has what either added, ours' first, and lacks what either removed: right
 * for comments, while for anything else `clean` tells.
 */
export function mergeText(base: string, ours: string, theirs: string, eol: string): MergedText {
  const whole = mergeValue(base, ours, theirs, (a = '', b = '') => sameLines(a, b));
  if (!whole.conflict) return { text: whole.value, clean: true };
  const lines = splitLines(base);
  const sides = [splitLines(ours), splitLines(theirs)].map((side) => editsOf(lines, side)) as [
    Edit[],
    Edit[],
  ];
  const merged: string[] = [];
  let clean = true;
  let from = 0;
  for (const { start, end } of stretchesOf(sides.flat())) {
    const [our, their] = sides.map((edits) => edited(lines, edits, start, end)) as [
      string[],
      string[],
    ];
    const chunk = mergeChunk(lines.slice(start, end), our, their);
    clean &&= chunk.clean;
    merged.push(...lines.slice(from, start), ...chunk.lines);
    from = end;
  }
  merged.push(...lines.slice(from));
  return { text: merged.map((line) => line + eol).join(''), clean };
}

/** Whether two texts have the same lines; how these end makes no difference. */
export function sameLines(a: string, b: string): boolean {
  return a === b || splitLines(a).join('\n') === splitLines(b).join('\n');
}

/** A text's lines without their ends. */
export function splitLines(text: string): string[] {
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** What was changed on the way from `before` to `after`. */
function editsOf(before: readonly string[], after: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  let [from, to] = [0, 0];
  for (const [at, is] of [...matches(before, after), [before.length, after.length] as const]) {
    if (at > from || is > to) edits.push({ start: from, end: at, lines: after.slice(to, is) });
    [from, to] = [at + 1, is + 1];
  }
  return edits;
}

/**
 * The stretches of the base that are changed, those in one that overlap or put something in at the
 * same place.
 */
function stretchesOf(edits: readonly Edit[]): { readonly start: number; readonly end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = stretches.at(-1);
    if (
      last !== undefined &&
      (start < last.end || (start === end && start === last.start && start === last.end))
    )
      last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return stretches;
}

/**
 * A side's version of one such stretch. An insertion at its end belongs to the stretch that starts
 * there.
 */
function edited(
  base: readonly string[],
  edits: readonly Edit[],
  start: number,
  end: number,
): string[] {
  const lines: string[] = [];
  let from = start;
  for (const edit of edits) {
    const isIn =
      edit.start === edit.end && start < end
        ? edit.start > start && edit.start < end
        : edit.start >= start && edit.end <= end;
    if (!isIn) continue;
    lines.push(...base.slice(from, edit.start), ...edit.lines);
    from = edit.end;
  }
  return [...lines, ...base.slice(from, end)];
}

function mergeChunk(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): { readonly lines: readonly string[]; readonly clean: boolean } {
  const { value, conflict } = mergeValue(base, ours, theirs);
  if (!conflict) return { lines: value, clean: true };
  const removed = (line: string) =>
    base.includes(line) && !(ours.includes(line) && theirs.includes(line));
  return {
    lines: [...ours, ...theirs.filter((line) => !ours.includes(line))].filter(
      (line) => !removed(line),
    ),
    clean: false,
  };
}

/** Which line of `after` each line of `before` is, for a longest common subsequence of both. */
function matches(before: readonly string[], after: readonly string[]): Map<number, number> {
  const found = new Map<number, number>();
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) found.set(head, head++);
  let tail = 0;
  while (
    tail < shorter - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  const [rows, columns] = [before.length - tail - head, after.length - tail - head];
  if (rows * columns <= MAX_PAIRS) {
    const width = columns + 1;
    const longest = new Uint32Array((rows + 1) * width);
    const at = (i: number, j: number) => longest[i * width + j] ?? 0;
    for (let i = rows - 1; i >= 0; i--) {
      for (let j = columns - 1; j >= 0; j--) {
        longest[i * width + j] =
          before[head + i] === after[head + j]
            ? at(i + 1, j + 1) + 1
            : Math.max(at(i + 1, j), at(i, j + 1));
      }
    }
    for (let [i, j] = [0, 0]; i < rows && j < columns;) {
      if (before[head + i] === after[head + j]) found.set(head + i++, head + j++);
      else if (at(i + 1, j) >= at(i, j + 1)) i++;
      else j++;
    }
  }
  for (; tail > 0; tail--) found.set(before.length - tail, after.length - tail);
  return found;
}
