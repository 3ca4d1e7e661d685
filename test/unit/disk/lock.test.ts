import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { mock } from 'node:test';
import { LockedError, withLock, withLockOn } from '../../../src/disk/lock.node';
import { lockFolderName } from '../../../src/disk/ownNames.node';
import { updateFile } from '../../../src/disk/updateFile.node';
import { Child, node } from '../../stress/childScript';
import { childScript, folderForEach } from './disk';

/** A holder on another computer, of which nobody here can say whether it still runs. */
const ELSEWHERE = '0123456789ab-1-01234567-0';

describe('the lock of a file', () => {
  const folder = folderForEach();
  const script = childScript();
  const path = () => folder.file('a.md.claims.yaml');
  const lockFolder = () => folder.file(lockFolderName('a.md.claims.yaml'));
  const children: Child[] = [];
  const child = (...args: string[]) => {
    const started = new Child(node(script(), ...args));
    children.push(started);
    return started;
  };
  afterEach(async () => {
    await Promise.all(children.splice(0).map((running) => running.kill()));
  });

  /** Registers a holder whose last sign of life is some seconds old. */
  function register(name: string, seconds: number): string {
    mkdirSync(lockFolder(), { recursive: true });
    const owner = join(lockFolder(), name);
    writeFileSync(owner, '');
    const time = Date.now() / 1000 - seconds;
    utimesSync(owner, time, time);
    return owner;
  }

  const isFreeAtOnce = async () => {
    const start = performance.now();
    await withLock(path(), async () => Promise.resolve());
    // Far less than a lock is waited for that shows no sign of life.
    assert.ok(performance.now() - start < 5000);
    assert.deepEqual(folder.list(), []);
  };

  it('is a folder beside it while it is held, whatever way leads to the file', async () => {
    symlinkSync('.', folder.file('again'));
    await withLock(folder.file('again/a.md.claims.yaml'), async () => {
      assert.deepEqual(readdirSync(lockFolder()).length, 1);
      return Promise.resolve();
    });
    assert.deepEqual(folder.list(), ['again']);
  });

  it('is given back when the work fails', async () => {
    await assert.rejects(
      withLock(path(), async () => Promise.reject(new Error('no'))),
      /^Error: no$/,
    );
    await isFreeAtOnce();
  });

  it('lets one in at a time', async () => {
    let inside = 0;
    const run = async () => {
      assert.equal(++inside, 1);
      await new Promise(setImmediate);
      inside--;
    };
    await Promise.all(Array.from({ length: 20 }, () => withLock(path(), run)));
    assert.deepEqual(folder.list(), []);
  });

  it('is broken at once where its holder showed no sign of life for long, where its process ended, and where nobody registered', async () => {
    register(ELSEWHERE, 11);
    await isFreeAtOnce();
    mkdirSync(lockFolder());
    await isFreeAtOnce();
    const holder = child('hold', path());
    assert.equal(await holder.next(), 'held');
    await holder.kill();
    assert.equal(readdirSync(lockFolder()).length, 1);
    await isFreeAtOnce();
  });

  it('still lets one in at a time where many find it abandoned at once', async () => {
    let inside = 0;
    const run = async () => {
      assert.equal(++inside, 1);
      await new Promise(setImmediate);
      inside--;
    };
    for (let round = 0; round < 20; round++) {
      register(ELSEWHERE, 11);
      await Promise.all(Array.from({ length: 6 }, () => withLock(path(), run)));
      assert.deepEqual(folder.list(), []);
    }
  });

  it('is waited for where its holder lives', async () => {
    const holder = child('hold', path());
    assert.equal(await holder.next(), 'held');
    const order: string[] = [];
    const waiting = withLock(path(), async () => Promise.resolve(void order.push('entered')));
    // Other files are not held up.
    for (let i = 0; i < 20; i++) await withLock(folder.file('b'), async () => Promise.resolve());
    order.push('given back');
    holder.close();
    await waiting;
    assert.deepEqual(order, ['given back', 'entered']);
  });

  it('says which folder is in the way after waiting in vain', async () => {
    let hours = 0;
    const clock = mock.method(performance, 'now', () => ++hours * 3_600_000);
    try {
      const owner = register(ELSEWHERE, 0);
      await assert.rejects(
        updateFile(path(), () => Buffer.from('mine')),
        (error) =>
          error instanceof LockedError &&
          error.message.includes(`delete the folder ${lockFolder()}`),
      );
      assert.ok(existsSync(owner));
    } finally {
      clock.mock.restore();
    }
  });

  it('never takes over a link to a folder elsewhere', async () => {
    mkdirSync(folder.file('elsewhere'));
    symlinkSync('elsewhere', lockFolder());
    await assert.rejects(
      withLock(path(), async () => Promise.resolve()),
      /is not a folder: delete it/,
    );
    assert.deepEqual(readdirSync(folder.file('elsewhere')), []);
  });

  it('is lost without a noise where someone takes it away, and is not given back then', async () => {
    await inShortTime(async (late) => {
      await withLockOn(path(), async (isOurs) => {
        assert.ok(await isOurs());
        rmSync(lockFolder(), { recursive: true });
        const theirs = register(ELSEWHERE, 0);
        assert.ok(!(await isOurs()));
        // The library finds out by itself, from a timer; what it throws there would end the
        // process.
        await late();
        assert.ok(!(await isOurs()));
        return theirs;
      }).then((theirs) => assert.ok(existsSync(theirs)));
    });
  });

  it('shows signs of life while it is held', async () => {
    await inShortTime((late) =>
      withLock(path(), async () => {
        const [own = ''] = readdirSync(lockFolder());
        const time = () => statSync(join(lockFolder(), own)).mtimeMs;
        const first = time();
        await late();
        assert.notEqual(time(), first);
        assert.deepEqual(readdirSync(lockFolder()), [own]);
      }),
    );
  });

  it('lets two processes change a file at once, with nothing lost', async () => {
    const writers = ['one', 'two'].map((name) => child('append', path(), name));
    for (const writer of writers) {
      const lines = await writer.rest();
      const { code, signal } = await writer.ended;
      assert.deepEqual([lines, code, signal, writer.complaints], [['"done"'], 0, null, '']);
    }
    const lines = readFileSync(path(), 'utf8').trim().split('\n');
    assert.deepEqual(
      lines.sort(),
      ['one', 'two'].flatMap((name) => Array.from({ length: 50 }, (_, i) => `${name} ${i}`)).sort(),
    );
    assert.deepEqual(folder.list(), [basename(path())]);
  });

  it('leaves a process as it was: no handlers of signals, no patches', async () => {
    assert.deepEqual(JSON.parse((await child('look').rest()).join('')), {
      signals: [],
      emit: false,
      graceful: false,
    });
  });
});

/**
 * Runs with a clock on which the library's timers (seconds) are up at once.
 *
 * @param run is given a function that waits until the next such timer, and what it started, is
 *   through
 */
async function inShortTime<T>(run: (late: () => Promise<void>) => Promise<T>): Promise<T> {
  const { setTimeout: real } = globalThis;
  let through: (() => void) | undefined;
  const fake = (call: () => void, ms = 0) =>
    real(
      () => {
        call();
        // It looks at files before it decides.
        if (ms >= 1000) real(() => through?.(), 50);
      },
      ms >= 1000 ? 20 : ms,
    );
  globalThis.setTimeout = fake as typeof real;
  try {
    return await run(() => new Promise((resolve) => (through = resolve)));
  } finally {
    globalThis.setTimeout = real;
  }
}
