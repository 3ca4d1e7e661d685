import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergeConflicted, readAnySidecar } from '../../src/core/merge/sidecars/conflictMarkers';
import { mergeSidecars, type MergedSidecar } from '../../src/core/merge/sidecars/mergeSidecars';
import { sameValue } from '../../src/core/model/sameValue';
import type { Annotation } from '../../src/core/model/types';
import { readSidecar } from '../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../src/core/sidecar/sidecarFile';
import { CATEGORIES, makePair, type Pair } from './gitBranches';
import type { Figure, Scenario } from './scenario';

/** Programs that run at the same time. */
const PROGRAMS = 4;

/** What became of a pair of branches. */
interface Outcome {
  readonly pair: Pair;
  /** What plain git makes of the sidecars, and of the same annotations as JSON. */
  readonly git: GitMerge;
  readonly json: GitMerge;
  /** Whether git wrote what both started from into its conflicts. */
  readonly withBase: boolean;
}

interface GitMerge {
  readonly text: string;
  readonly clean: boolean;
}

/** Branches of two analysts, merged by git as it is, and by the extension. */
export const gitMerges: Scenario = {
  title: 'Two analysts’ branches of a sidecar are merged',
  async run(size, random) {
    const pairs = Array.from({ length: size === 'full' ? 1000 : 40 }, (_, i) =>
      makePair(CATEGORIES[i % CATEGORIES.length] ?? 'new file', random.fork()),
    );
    const folder = await mkdtemp(join(tmpdir(), 'claims-git-'));
    try {
      const outcomes = await inParallel(pairs, async (pair, i): Promise<Outcome> => {
        const withBase = i % 2 === 0;
        const asJson = (file: SidecarFile) => `${JSON.stringify(annotationsIn(file), null, 2)}\n`;
        const git = await mergeByGit(
          folder,
          `${i}`,
          [pair.ours.text, pair.base.text, pair.theirs.text],
          withBase,
        );
        const json = await mergeByGit(
          folder,
          `${i}j`,
          [asJson(pair.ours), pair.base.text === '' ? '' : asJson(pair.base), asJson(pair.theirs)],
          withBase,
        );
        return { pair, git, json, withBase };
      });
      return figures(outcomes);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

function figures(outcomes: readonly Outcome[]): Figure[] {
  const apart = outcomes.filter(({ pair }) => pair.category === 'untouched between');
  const merged = outcomes.map(({ pair }) => ({
    pair,
    result: mergeSidecars(pair.base, pair.ours, pair.theirs),
  }));
  const conflicted = outcomes.filter(({ git }) => !git.clean);
  return [
    share(
      'An untouched annotation between the changes: plain git merges them rightly',
      apart,
      ({ pair, git }) => git.clean && says(readSidecar(git.text), pair),
      0.99,
    ),
    share(
      'The same as JSON, for comparison',
      apart,
      ({ pair, json }) => json.clean && saysJson(json.text, pair),
      0,
    ),
    ...CATEGORIES.slice(1).map((category) =>
      share(
        `Plain git, ${category}, for comparison`,
        outcomes.filter(({ pair }) => pair.category === category),
        ({ pair, git }) => git.clean && says(readSidecar(git.text), pair),
        0,
      ),
    ),
    share('The extension merges without loss, in reading order', merged, ({ pair, result }) =>
      isRight(result, pair),
    ),
    share(
      'Conflicts are stored and reported exactly where both changed the same',
      merged,
      ({ pair, result }) =>
        'file' in result &&
        sameValue(
          conflictsIn(annotationsIn(result.file)),
          conflictsIn([...pair.expected.values()]),
        ) &&
        sameValue(
          result.conflicts.map(({ id, field }) => `${id ?? ''}.${field}`).sort(),
          conflictsIn([...pair.expected.values()]),
        ),
    ),
    share(
      'With git’s conflict markers in it, a file shows all annotations',
      conflicted,
      ({ pair, git }) => showsAll(readAnySidecar(git.text), pair),
    ),
    share(
      'Files with conflict markers are merged without loss',
      conflicted,
      ({ pair, git, withBase }) =>
        isRight(mergeConflicted(git.text, withBase ? undefined : pair.base.text), pair),
    ),
  ];
}

/** How many cases are as they must be; at least `atLeast` of them must. */
function share<T>(
  name: string,
  cases: readonly T[],
  isRightCase: (one: T) => boolean,
  atLeast = 1,
): Figure {
  const right = cases.filter(isRightCase).length;
  return {
    name,
    value: `${right} of ${cases.length} (${((100 * right) / cases.length).toFixed(1)} %)`,
    holds: cases.length > 0 && right >= atLeast * cases.length,
  };
}

function isRight(result: MergedSidecar, pair: Pair): boolean {
  return 'file' in result && says(readSidecar(result.file.text), pair);
}

/** Whether a file says what is expected, in reading order, and nothing else. */
function says(file: SidecarFile, { expected }: Pair): boolean {
  const annotations = annotationsIn(file);
  const starts = annotations.map(({ passages }) => passages[0]?.start ?? 0);
  return (
    file.problems.length === 0 &&
    sameContent(annotations, expected) &&
    starts.every((start, i) => i === 0 || start >= (starts[i - 1] ?? 0))
  );
}

function saysJson(text: string, { expected }: Pair): boolean {
  try {
    return sameContent(JSON.parse(text) as Annotation[], expected);
  } catch {
    return false;
  }
}

function sameContent(
  annotations: readonly Annotation[],
  expected: ReadonlyMap<string, Annotation>,
): boolean {
  return (
    annotations.length === expected.size &&
    annotations.every((one) => sameValue(inAnyOrder(one), inAnyOrder(expected.get(one.id))))
  );
}

/** Links are a set: their order says nothing. */
function inAnyOrder(annotation: Annotation | undefined): unknown {
  return {
    ...annotation,
    links: annotation?.links?.map(({ type, target }) => `${type} ${target}`).sort(),
  };
}

function conflictsIn(annotations: readonly Annotation[]): string[] {
  return annotations
    .flatMap(({ id, conflicts = [] }) => conflicts.map(({ field }) => `${id}.${field}`))
    .sort();
}

/**
 * Whether every annotation that is to be in the merged file is shown, and the conflicts' places are
 * said.
 */
function showsAll(file: SidecarFile, { expected }: Pair): boolean {
  const shown = new Set(file.entries.map(({ id }) => id));
  const isPlaced = file.entries.every(
    ({ id, block }) => id !== undefined && file.text.slice(block.start, block.end).includes(id),
  );
  return (
    isPlaced &&
    file.refusal?.code === 'conflict-markers' &&
    [...expected.keys()].every((id) => shown.has(id))
  );
}

function annotationsIn({ entries }: SidecarFile): Annotation[] {
  return entries.flatMap(({ annotation }) => annotation ?? []);
}

async function mergeByGit(
  folder: string,
  name: string,
  texts: readonly [string, string, string],
  withBase: boolean,
): Promise<GitMerge> {
  const files = await Promise.all(
    texts.map(async (text, i) => {
      const file = join(folder, `${name}.${i}`);
      await writeFile(file, text);
      return file;
    }),
  );
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      [
        'merge-file',
        '-p',
        ...(withBase ? ['--diff3'] : []),
        '-L',
        'HEAD',
        '-L',
        'base',
        '-L',
        'feature/第二轮',
        ...files,
      ],
      { encoding: 'utf8' },
      (error, stdout) => {
        // The exit code is the number of conflicts (git-merge-file, “Exit status”); above 127 it is
        // an error.
        const conflicts = error === null ? 0 : error.code;
        if (typeof conflicts === 'number' && conflicts <= 127)
          resolve({ text: stdout, clean: conflicts === 0 });
        else reject(error ?? new Error('git merge-file'));
      },
    );
  });
}

async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: PROGRAMS }, async () => {
      for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i] as T, i);
    }),
  );
  return results;
}
