import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { insertAnnotation, newSidecar } from '../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../src/core/sidecar/readSidecar';
import { bundleScript, Child, node } from './childScript';
import { Ledger } from './ledger';
import type { Operation } from './operations';
import type { Figure, Random, Scenario } from './scenario';

/** Operations of all writers together. */
const OPERATIONS = { short: 300, full: 10_000 };

/** At every so many operations, the program that ignores the lock writes. */
const STRANGE = 15;

/** Reading costs in proportion to the annotations. */
const MOST_ANNOTATIONS = 80;
const SHARED = Array.from({ length: 12 }, (_, i) => `shared${i}`);
const STRANGERS = 9;

/** One who changes the sidecar. */
export interface Writer {
  /**
   * Does an operation.
   *
   * @param meanwhile must be run while the writer holds the lock and has read the file already, but
   *   hasn't looked again whether it is still the same; only given to those that can do that
   * @returns the operation as done (its id may be the writer's choice); or what it found lost
   */
  perform(
    operation: Operation,
    meanwhile?: () => Promise<void>,
  ): Promise<Operation | { readonly lost: string }>;
  /** Ends it, whatever it does. */
  stop(): Promise<void>;
}

/** A kind of writers. */
export interface WriterKind {
  /** Short letters: what the ids of its annotations begin with. */
  readonly name: string;
  /** The key of shared annotations that is its own. */
  readonly field: string;
  /** Whether its `perform` can run something in between. */
  readonly canPause: boolean;
  start(path: string): Promise<Writer>;
}

/**
 * Several programs change one sidecar at the same time; all of what each of them did must be there
 * in the end.
 */
export const writers: Scenario = {
  title: 'Several writers of one sidecar',
  async run(size, random) {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'claim-annotator-writers-'));
    try {
      const script = await bundleScript('test/stress/nodeWriter.ts', folder);
      const kinds = ['note', 'speaker', 'topic'].map((field, i) =>
        nodeProcess('abc'.charAt(i), field, script),
      );
      return await writeAtOnce(kinds, folder, OPERATIONS[size], random);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/**
 * Lets writers of any kinds do so many operations on one sidecar, while one process reads it all
 * the time and another one writes it without asking for the lock.
 *
 * That one reads, and renames its new content over the file. What others write in between is
 * overwritten: its fault, which nobody could prevent. And what it writes after a writer's last look
 * is overwritten by that writer. To tell these from what must not happen, it is given its turn
 * while a writer is paused that holds the lock and has read the file: so nobody else writes between
 * its reading and its renaming, and the paused writer's last look comes after. Thus all that it
 * writes must survive, and so must all that the writers do.
 *
 * @param folder is empty but for scripts, and may be filled
 */
export async function writeAtOnce(
  kinds: readonly WriterKind[],
  folder: string,
  operations: number,
  random: Random,
): Promise<Figure[]> {
  const path = join(folder, 'a.md.claims.yaml');
  writeFileSync(
    path,
    SHARED.reduce(
      (file, id, i) =>
        insertAnnotation(file, i, { id, role: 'claim', passages: [{ exact: `大家都标的 ${id}` }] }),
      newSidecar(),
    ).text,
  );
  const others = readdirSync(folder);
  const [strangerScript, watcherScript] = [
    await bundleScript('test/stress/stranger.ts', folder),
    await bundleScript('test/stress/watcher.ts', folder),
  ];
  others.push(basename(strangerScript), basename(watcherScript));

  const most = Math.floor((MOST_ANNOTATIONS - SHARED.length - STRANGERS) / kinds.length);
  const ledgers = kinds.map(({ name, field }) => new Ledger(name, field, SHARED, most));
  const stranger = new Child(node(strangerScript, path));
  const watcher = new Child(node(watcherScript, path, String(SHARED.length)));
  const running: Writer[] = [];
  const lost: string[] = [];
  const strangersLost: string[] = [];
  let [done, strange] = [0, 0];

  const letStrangerWrite = async () => {
    stranger.send('write');
    const answer = await stranger.next();
    if (answer !== 'done') strangersLost.push(answer ?? stranger.complaints);
    strange++;
  };
  try {
    for (const kind of kinds) running.push(await kind.start(path));
    const start = performance.now();
    await Promise.all(
      running.map(async (writer, i) => {
        const [own, ledger, kind] = [random.fork(), ledgers[i] as Ledger, kinds[i] as WriterKind];
        while (done < operations) {
          const pauses = ++done % STRANGE === 0 && kind.canPause;
          const result = await writer.perform(
            ledger.choose(own),
            ...(pauses ? [letStrangerWrite] : []),
          );
          if ('lost' in result) lost.push(result.lost);
          else ledger.record(result);
        }
      }),
    );
    const seconds = (performance.now() - start) / 1000;

    const last = readSidecar(readFileSync(path, 'utf8'));
    for (const ledger of ledgers) lost.push(...ledger.differences(last));
    // It looks for all that it has written before it writes again.
    await letStrangerWrite();
    watcher.close();
    const { readings, contents, invalid } = JSON.parse((await watcher.next()) ?? '') as {
      readings: number;
      contents: number;
      invalid: string[];
    };
    const left = readdirSync(folder).filter((name) => !others.includes(name));
    return [
      {
        name: `operations of ${kinds.length} writers`,
        value: `${done}, ${Math.round(done / seconds)} a second`,
        holds: done >= operations,
      },
      { name: 'operations lost', value: amount(lost), holds: lost.length === 0 },
      {
        name: 'writings without the lock, made before a writer’s last look',
        value: `${strange}, lost: ${amount(strangersLost)}`,
        holds: strange > 0 && strangersLost.length === 0,
      },
      {
        name: 'invalid readings',
        value: `${amount(invalid)} of ${readings}, with ${contents} contents`,
        holds: invalid.length === 0 && contents > 1,
      },
      {
        name: 'problems in the last content',
        value: `${last.problems.length}`,
        holds: last.problems.length === 0,
      },
      { name: 'left behind', value: amount(left), holds: left.length === 0 },
    ];
  } finally {
    await Promise.all([stranger.kill(), watcher.kill(), ...running.map((writer) => writer.stop())]);
  }
}

/** A plain Node program. */
export function nodeProcess(name: string, field: string, script: string): WriterKind {
  return {
    name,
    field,
    canPause: true,
    start: (path) => {
      const child = new Child(node(script, path));
      const next = async () => {
        const line = await child.next();
        if (line === undefined) throw new Error(`A writer ended. ${child.complaints}`);
        return line;
      };
      return Promise.resolve({
        async perform(operation, meanwhile) {
          child.send(JSON.stringify({ operation, pauses: meanwhile !== undefined }));
          let answer = await next();
          if (answer === 'inside') {
            await meanwhile?.();
            child.send('go on');
            answer = await next();
          }
          return answer === 'done' ? operation : { lost: answer };
        },
        stop: () => child.kill(),
      });
    },
  };
}

/** How many, and the first of them. */
function amount(things: readonly string[]): string {
  return things[0] === undefined ? '0' : `${things.length} (first: ${things[0]})`;
}
