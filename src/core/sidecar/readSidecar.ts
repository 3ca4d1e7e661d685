import * as l10n from '@vscode/l10n';
import { isAlias, isSeq, visit, type Document } from 'yaml';
import type { Problem } from '../model/problem';
import type { Utf16Range } from '../text/range';
import { runAtOnce } from '../text/steps';
import { layoutOf } from '../yaml/listLayout';
import { ProblemList } from '../yaml/problemList';
import { readYaml, YamlReader } from '../yaml/readYaml';
import { dashOffsets } from '../yaml/blocks';
import { cutSidecar, entriesTakenOver, type SidecarCut } from './cutSidecar';
import { readEntries, type SidecarEntries } from './readEntries';
import { finishedSidecar, readFrame, refusedSidecar, unreadSidecar } from './readFrame';
import { readPlainItems } from './quickItems';
import type { SidecarEntry, SidecarFile } from './sidecarFile';

/** How much is read in one step: items, and UTF-16 units unless a single item has more. */
const STEP_ITEMS = 100;
const STEP_LENGTH = 65_536;

/**
 * Reads a sidecar's text: what is readable as annotations, and everything else as problems with
 * their places. A single broken entry spoils only itself; a text that is no YAML, or YAML of
 * another shape, yields no entries and a refusal.
 *
 * @param known the same file as it was read before: what stands there as before keeps its
 *   `Annotation` objects and costs next to nothing
 */
export function readSidecar(text: string, known?: SidecarFile): SidecarFile {
  return runAtOnce(readSidecarInSteps(text, known));
}

/**
 * The same in steps, each of which takes some 20 ms at most, for the caller to let others have
 * their turn in between. A single huge item, or a text in another form than a list with a dash a
 * line, is read in one step: as much as takes a second; more is refused.
 */
export function* readSidecarInSteps(
  text: string,
  known?: SidecarFile,
): Generator<void, SidecarFile, void> {
  if (known?.text === text) return known;
  const inParts = yield* readInParts(text, known);
  if (inParts !== undefined && !('fatal' in inParts)) return inParts;
  const [first] = inParts?.fatal ?? [];
  // A part that is too large is so in the whole, too.
  if (first?.code === 'too-large') return refusedSidecar(unreadSidecar(text), first);
  yield;
  const whole = readWholeSidecar(text);
  if (inParts === undefined) return whole;
  // A quotation mark that is missing in one item is missed at the end of the text, if that is read
  // whole; its part says where.
  const knowsMore =
    whole.refusal?.code === 'too-large' ||
    (whole.refusal?.code === 'yaml' &&
      inParts.fatal[0].code === 'yaml' &&
      whole.entries.length === 0);
  return knowsMore ? { ...whole, problems: inParts.fatal, refusal: inParts.fatal[0] } : whole;
}

/**
 * Reads the text as one YAML document: the measure for reading in parts, and what is left where
 * that can't be done.
 */
export function readWholeSidecar(text: string): SidecarFile {
  const { document, fatal, local } = readYaml(text);
  const tooLarge = fatal.find(({ code }) => code === 'too-large');
  if (tooLarge !== undefined) {
    return refusedSidecar(unreadSidecar(text), {
      ...tooLarge,
      message: l10n.t(
        'Too large to be read in one piece. Write “annotations” as a plain list with a dash a line, without YAML anchors: then it is read in parts.',
      ),
    });
  }
  if (fatal[0] !== undefined) return { ...unreadSidecar(text), problems: fatal, refusal: fatal[0] };
  const frame = readFrame(text, document);
  if ('refusal' in frame) return frame;
  const { root, list } = frame;
  const {
    entries,
    problems: found,
    outside,
  } = isSeq(list)
    ? readEntries(text, list, new YamlReader(document), local)
    : { entries: [], problems: [], outside: local };
  const problems = new ProblemList();
  problems.addAll(found);
  return finishedSidecar(
    frame,
    { text, entries, layout: layoutOf(text, root, list), hasAnchors: hasAnchors(text, document) },
    problems,
    outside,
  );
}

/** Why a part of a text can't be read. */
interface Unreadable {
  readonly fatal: readonly [Problem, ...Problem[]];
}

/**
 * Reads the items of a block list one run after the other, and what stands around the list as a
 * document of its own.
 *
 * @returns undefined where the text can't be cut so that it means the same; `fatal`: where a part
 *   can't be read
 */
function* readInParts(
  text: string,
  known: SidecarFile | undefined,
): Generator<void, SidecarFile | Unreadable | undefined, void> {
  const cut = cutSidecar(text);
  if (cut === undefined) return undefined;
  const { indent, starts, end } = cut;
  const listStart = starts[0] ?? end;
  const placeholder = `${indent}- []\n`;
  const around = text.slice(0, listStart) + placeholder + text.slice(end);
  const shift = end - listStart - placeholder.length;
  const moved = (problem: Problem): Problem => {
    const { start, end: reach } = problem.range;
    if (start >= listStart) return shifted(problem, shift);
    // What begins before the list may reach into what stands for it, or behind it.
    const isPast = reach > listStart + placeholder.length;
    return { ...problem, range: { start, end: isPast ? reach + shift : Math.min(reach, end) } };
  };
  const {
    document,
    fatal: [first, ...others],
    local,
  } = readYaml(around);
  if (first !== undefined) return { fatal: [moved(first), ...others.map(moved)] };
  if (hasAnchors(around, document)) return undefined;
  const frame = readFrame(around, document);
  if ('refusal' in frame) return frame.refusal && { fatal: [moved(frame.refusal)] };
  if (!isSeq(frame.list) || dashOffsets(frame.list).join() !== String(listStart + indent.length))
    return undefined;

  const entries = entriesTakenOver(text, cut, known);
  const problems = new ProblemList();
  for (let i = 0; i < starts.length;) {
    let next = i;
    const fits = () =>
      next === i ||
      (next - i < STEP_ITEMS && (starts[next + 1] ?? end) - (starts[i] ?? 0) <= STEP_LENGTH);
    while (next < starts.length && entries[next] === undefined && fits()) next++;
    if (next > i) {
      const part = readPart(text, cut, i, next);
      if (part === undefined || 'fatal' in part) return part;
      part.entries.forEach((entry, n) => {
        entries[i + n] = entry;
      });
      problems.addAll(part.problems);
      yield;
    }
    i = Math.max(next, i + 1);
  }

  return finishedSidecar(
    {
      ...frame,
      problems: frame.problems.map(moved),
      versionProblem: frame.versionProblem && moved(frame.versionProblem),
    },
    {
      text,
      entries: entries.filter((entry) => entry !== undefined),
      layout: { kind: 'block', indent, start: listStart },
      hasAnchors: false,
    },
    problems,
    local.map(moved),
  );
}

type Part = Pick<SidecarEntries, 'entries' | 'problems'>;

/**
 * Reads the items from number `from` up to, but not including, number `to`: those that are as this
 * program writes them quickly, the others carefully, as many of them in one go as stand together.
 */
function readPart(
  text: string,
  cut: SidecarCut,
  from: number,
  to: number,
): Part | Unreadable | undefined {
  const all = readPlainItems(text, cut, from, to);
  if (all !== undefined) return { entries: all, problems: [] };
  const alone: (readonly SidecarEntry[] | undefined)[] = [];
  for (let i = from; i < to; i++)
    alone.push(to - from > 1 ? readPlainItems(text, cut, i, i + 1) : undefined);
  const entries: SidecarEntry[] = [];
  const problems: Problem[] = [];
  for (let i = from; i < to;) {
    const plain = alone[i - from];
    let next = i + 1;
    if (plain !== undefined) entries.push(...plain);
    else {
      while (next < to && alone[next - from] === undefined) next++;
      const part = readCarefully(text, cut, i, next);
      if (part === undefined || 'fatal' in part) return part;
      entries.push(...part.entries);
      for (const problem of part.problems) problems.push(problem);
    }
    i = next;
  }
  return { entries, problems };
}

function readCarefully(
  text: string,
  { indent, starts, end }: SidecarCut,
  from: number,
  to: number,
): Part | Unreadable | undefined {
  const offset = starts[from] ?? 0;
  const behind = starts[to] ?? end;
  // What is empty reaches up to what follows it: so the spaces before that are part of the part.
  const part = text.slice(
    offset,
    behind + (/ */y.exec(text.slice(behind, behind + indent.length))?.[0].length ?? 0),
  );
  // A document's end within the list ends the list.
  if (/\n(?:---|\.\.\.)/.test(part)) return undefined;
  const {
    document,
    fatal: [first, ...others],
    local,
  } = readYaml(part);
  if (first !== undefined) {
    for (let i = from; i < to && to - from > 1; i++) {
      const alone = readCarefully(text, { indent, starts, end }, i, i + 1);
      if (alone !== undefined && 'fatal' in alone) return alone;
    }
    return {
      fatal: [shifted(first, offset), ...others.map((problem) => shifted(problem, offset))],
    };
  }
  const list: unknown = document.contents;
  const dashes = starts.slice(from, to).map((start) => start - offset + indent.length);
  if (
    !isSeq(list) ||
    list.items.length !== dashes.length ||
    dashOffsets(list).join() !== dashes.join() ||
    hasAnchors(part, document)
  )
    return undefined;
  const read = readEntries(part, list, new YamlReader(document), local);
  if (read.outside.length > 0) return undefined;
  return {
    entries: read.entries.map((entry) => ({ ...entry, block: shiftedRange(entry.block, offset) })),
    problems: read.problems.map((problem) => shifted(problem, offset)),
  };
}

function shifted(problem: Problem, by: number): Problem {
  return { ...problem, range: shiftedRange(problem.range, by) };
}

function shiftedRange({ start, end }: Utf16Range, by: number): Utf16Range {
  return { start: start + by, end: end + by };
}

/** Whether there are anchors or aliases in a text's document. */
function hasAnchors(text: string, document: Document.Parsed): boolean {
  if (!/[&*][^\s,[\]{}]/.test(text)) return false;
  let found = false;
  visit(document, {
    Node: (_, node) => {
      found = isAlias(node) || node.anchor !== undefined;
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}
