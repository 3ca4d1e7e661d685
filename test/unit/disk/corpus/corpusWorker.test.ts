import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromWorker, Job } from '../../../../src/disk/corpus/protocol';
import { bundleScript } from '../../../stress/childScript';
import { folderForEach } from '../disk';
import { LINES, saidIn, sidecarFor, TEXT, write } from './articles';

/** A job without its number. */
type Task = Job extends infer One ? (One extends unknown ? Omit<One, 'job'> : never) : never;

describe('the thread that reads the corpus', () => {
  const folder = folderForEach();
  let script = '';
  let scripts = '';
  let worker: Worker;
  let jobs = 0;
  /** How many answers came before the one before was taken. */
  let most = 0;

  before(async () => {
    scripts = mkdtempSync(join(tmpdir(), 'claim-annotator-worker-'));
    script = await bundleScript('src/disk/corpus/corpusWorker.node.ts', scripts);
  });
  after(() => rmSync(scripts, { recursive: true, force: true }));
  beforeEach(() => {
    start();
    most = 0;
  });
  afterEach(() => worker.terminate());

  function start(handedOut?: readonly string[]): void {
    worker = new Worker(script, {
      workerData: { cacheFile: folder.file('cache/a.corpus'), handedOut },
      // Not what the tests themselves need.
      execArgv: [],
    });
  }

  /** Has a job be done; answers are taken slowly. */
  function run(task: Task): Promise<FromWorker[]> {
    jobs += 1;
    const answers: FromWorker[] = [];
    let waiting = 0;
    return new Promise((resolve) => {
      const handle = (answer: FromWorker) => {
        answers.push(answer);
        if (answer.kind === 'done' || answer.kind === 'failed') {
          worker.off('message', handle);
          resolve(answers);
          return;
        }
        waiting += 1;
        most = Math.max(most, waiting);
        setTimeout(() => {
          waiting -= 1;
          worker.postMessage({ kind: 'taken' });
        }, 5);
      };
      worker.on('message', handle);
      worker.postMessage({ ...task, job: jobs });
    });
  }

  const chunksOf = (answers: readonly FromWorker[]) =>
    answers.flatMap((answer) => (answer.kind === 'chunk' ? [answer.chunk] : []));

  function putMany(count: number): void {
    for (let i = 0; i < count; i++) {
      write(folder.file(`in/${i}.md`), TEXT);
      write(folder.file(`in/${i}.md.claims.yaml`), sidecarFor(LINES, { prefix: `n${i}x` }));
    }
  }

  it('reads all sidecars, a few on their way at a time, and keeps them', async () => {
    putMany(450);
    const answers = await run({ kind: 'load', folders: [folder.file('in')] });
    const said = saidIn(chunksOf(answers));
    assert.equal(Object.keys(said).length, 450);
    assert.deepEqual(said[folder.file('in/7.md')], [
      `n7x1 李明 ${LINES[0]}`,
      `n7x2 李明 ${LINES[1]}`,
      `n7x3 李明 ${LINES[2]}`,
    ]);
    assert.ok(most <= 3, `${most} at a time`);
    await run({ kind: 'read', articles: [] });
    assert.ok(existsSync(folder.file('cache/a.corpus')));
  });

  it('reads later what changed, and looks into articles', async () => {
    putMany(3);
    const folders = [folder.file('in')];
    await run({ kind: 'load', folders });
    write(folder.file('in/1.md.claims.yaml'), sidecarFor([LINES[1] ?? ''], { prefix: 'new' }));
    rmSync(folder.file('in/2.md.claims.yaml'));
    const changed = chunksOf(await run({ kind: 'look', folders }));
    assert.deepEqual(saidIn(changed)[folder.file('in/1.md')], [`new1 李明 ${LINES[1]}`]);
    assert.deepEqual(
      changed.flatMap(({ gone }) => gone),
      [folder.file('in/2.md')],
    );
    rmSync(folder.file('in/0.md'));
    const articles = [folder.file('in/0.md'), folder.file('in/1.md')];
    const checked = (await run({ kind: 'check', articles })).flatMap((answer) =>
      answer.kind === 'checked' ? answer.checked.map(({ known }) => known) : [],
    );
    assert.deepEqual(checked, ['missing', [1]]);
  });

  it('says that what lies in no folder any more is gone, though its files are there', async () => {
    for (const name of ['甲/a.md', '甲2/b.md'])
      write(folder.file(`${name}.claims.yaml`), sidecarFor(LINES));
    await run({ kind: 'load', folders: [folder.file('甲'), folder.file('甲2')] });
    const left = chunksOf(await run({ kind: 'look', folders: [folder.file('甲')] }));
    assert.deepEqual(Object.keys(saidIn(left)), [folder.file('甲/a.md')]);
    assert.deepEqual(
      left.flatMap(({ gone }) => gone),
      [folder.file('甲2/b.md')],
    );
    const none = chunksOf(await run({ kind: 'look', folders: [] }));
    assert.deepEqual(
      none.flatMap(({ gone }) => gone),
      [folder.file('甲/a.md')],
    );
  });

  it('knows what a thread before it handed out, which ended', async () => {
    putMany(2);
    await worker.terminate();
    start(['in/0.md', '旧.md'].map(folder.file));
    const chunks = chunksOf(await run({ kind: 'look', folders: [folder.path] }));
    assert.deepEqual(Object.keys(saidIn(chunks)).sort(), ['in/0.md', 'in/1.md'].map(folder.file));
    assert.deepEqual(
      chunks.flatMap(({ gone }) => gone),
      [folder.file('旧.md')],
    );
  });

  it('goes on where the cache can’t be written, and says so', async () => {
    writeFileSync(folder.file('cache'), 'a file in its place');
    putMany(60);
    const answers = await run({ kind: 'load', folders: [folder.file('in')] });
    assert.equal(Object.keys(saidIn(chunksOf(answers))).length, 60);
    const later = await run({ kind: 'read', articles: [] });
    const warnings = [...answers, ...later].filter(({ kind }) => kind === 'warning');
    assert.equal(warnings.length, 1);
  });

  it('says once what it can’t look into', async function () {
    if (process.platform !== 'linux') this.skip();
    const garbled = Buffer.concat([Buffer.from(folder.path), Buffer.of(0x2f, 0xce, 0xc4)]);
    mkdirSync(garbled);
    const folders = [folder.path];
    const warned = (answers: readonly FromWorker[]) =>
      answers.flatMap((answer) => (answer.kind === 'warning' ? [answer.message] : []));
    const [warning, ...others] = warned(await run({ kind: 'load', folders }));
    assert.ok(warning?.includes(folder.file('\uFFFD')), warning);
    assert.deepEqual(others, []);
    assert.deepEqual(warned(await run({ kind: 'look', folders })), []);
    rmSync(garbled, { recursive: true });
    assert.deepEqual(warned(await run({ kind: 'look', folders })), []);
    mkdirSync(garbled);
    assert.deepEqual(warned(await run({ kind: 'look', folders })), [warning]);
  });

  it('gives an empty corpus for a folder that isn’t there', async () => {
    const answers = await run({ kind: 'load', folders: [folder.file('gone')] });
    assert.deepEqual(saidIn(chunksOf(answers)), {});
    assert.equal(answers.at(-1)?.kind, 'done');
  });
});
