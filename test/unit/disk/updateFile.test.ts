import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { FileTooLargeError, readFile } from '../../../src/disk/readFile.node';
import { realTarget } from '../../../src/disk/realTarget.node';
import { updateFile } from '../../../src/disk/updateFile.node';
import { folderForEach } from './disk';

const text = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString();
const put = (content: string) => () => Buffer.from(content);

describe('reading a file', () => {
  const folder = folderForEach();

  it('gives its bytes, and undefined where there is none', async () => {
    writeFileSync(folder.file('a'), 'a\r\n');
    assert.equal(text(await readFile(folder.file('a'))), 'a\r\n');
    assert.equal(await readFile(folder.file('b')), undefined);
    assert.equal(await readFile(folder.file('a/b')), undefined);
  });

  it('refuses one that is too large, and says how large it is', async () => {
    writeFileSync(folder.file('a'), 'four');
    assert.equal(text(await readFile(folder.file('a'), 4)), 'four');
    await assert.rejects(
      readFile(folder.file('a'), 3),
      (error) => error instanceof FileTooLargeError && error.size === 4,
    );
  });

  it('refuses what is no file', async () => {
    await assert.rejects(readFile(folder.path), /is not a file/);
  });
});

describe('updating a file', () => {
  const folder = folderForEach();
  const path = () => folder.file('a.md.claims.yaml');
  const content = () => readFileSync(path(), 'utf8');

  it('makes it, with its folder, and leaves nothing else behind', async () => {
    const below = folder.file('new/folder/a.md.claims.yaml');
    await updateFile(below, (bytes) => {
      assert.equal(bytes, undefined);
      return Buffer.from('new');
    });
    assert.equal(readFileSync(below, 'utf8'), 'new');
    assert.deepEqual(readdirSync(folder.file('new/folder')), ['a.md.claims.yaml']);
  });

  it('gives the present bytes and writes exactly those that come back', async () => {
    writeFileSync(path(), '\uFEFFa\r\nb\r');
    await updateFile(path(), (bytes) => Buffer.from(`${text(bytes)}c\r\n`));
    assert.equal(content(), '\uFEFFa\r\nb\rc\r\n');
    assert.deepEqual(folder.list(), ['a.md.claims.yaml']);
  });

  it('leaves it alone where nothing comes back', async () => {
    await updateFile(path(), () => undefined);
    assert.deepEqual(folder.list(), []);
    writeFileSync(path(), 'old');
    const { ino, mtimeMs } = statSync(path());
    await updateFile(path(), async () => Promise.resolve(undefined));
    assert.deepEqual([statSync(path()).ino, statSync(path()).mtimeMs], [ino, mtimeMs]);
  });

  it('leaves it alone where the change fails', async () => {
    writeFileSync(path(), 'old');
    await assert.rejects(
      updateFile(path(), () => {
        throw new Error('no');
      }),
      /^Error: no$/,
    );
    assert.equal(content(), 'old');
    assert.deepEqual(folder.list(), ['a.md.claims.yaml']);
  });

  it('works with names as long as they can be', async () => {
    const long = folder.file(`${'文'.repeat(81)}.claims.yaml`);
    assert.equal(Buffer.byteLength(basename(long)), 255);
    await updateFile(long, put('1'));
    await updateFile(long, (bytes) => Buffer.from(`${text(bytes)}2`));
    assert.equal(readFileSync(long, 'utf8'), '12');
  });

  it('keeps the permissions', async () => {
    for (const mode of [0o600, 0o640, 0o666]) {
      writeFileSync(path(), 'old');
      chmodSync(path(), mode);
      await updateFile(path(), put('new'));
      assert.equal(statSync(path()).mode & 0o7777, mode);
    }
  });

  it('refuses one that is too large', async () => {
    writeFileSync(path(), 'four');
    await assert.rejects(updateFile(path(), put('new'), 3), FileTooLargeError);
    assert.equal(content(), 'four');
  });

  describe('that is a link', () => {
    it('keeps the link and changes what it leads to', async () => {
      mkdirSync(folder.file('elsewhere'));
      const real = folder.file('elsewhere/b.md.claims.yaml');
      writeFileSync(real, 'old');
      symlinkSync(real, path());
      await updateFile(path(), put('new'));
      assert.ok(lstatSync(path()).isSymbolicLink());
      assert.equal(readFileSync(real, 'utf8'), 'new');
      assert.deepEqual(readdirSync(folder.file('elsewhere')), ['b.md.claims.yaml']);
    });

    it('follows a folder that is one', async () => {
      mkdirSync(folder.file('real'));
      symlinkSync('real', folder.file('linked'));
      await updateFile(folder.file('linked/a.md.claims.yaml'), put('new'));
      assert.equal(readFileSync(folder.file('real/a.md.claims.yaml'), 'utf8'), 'new');
    });

    it('isn’t suspected where a file comes at that very moment', async () => {
      const path = folder.file('a.md.claims.yaml');
      /** Writes at another moment each round, so that some come between any two looks. */
      const writeLater = async (turns: number) => {
        for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
        writeFileSync(path, 'theirs');
      };
      for (let round = 0; round < 600; round++) {
        rmSync(path, { force: true });
        const [target] = await Promise.all([realTarget(path), writeLater(round % 20)]);
        assert.equal(target, path);
      }
    });

    it('refuses one to a file of another kind, and one that leads nowhere', async () => {
      writeFileSync(folder.file('.bashrc'), 'mine');
      symlinkSync('.bashrc', path());
      await assert.rejects(
        updateFile(path(), put('new')),
        /a\.md\.claims\.yaml is a link to .*\.bashrc, which is no such file/,
      );
      assert.equal(readFileSync(folder.file('.bashrc'), 'utf8'), 'mine');
      symlinkSync('gone.claims.yaml', folder.file('b.claims.yaml'));
      await assert.rejects(updateFile(folder.file('b.claims.yaml'), put('new')), /leads nowhere/);
      assert.ok(!existsSync(folder.file('gone.claims.yaml')));
    });
  });

  describe('that another program changes meanwhile, without asking for the lock,', () => {
    const ways: Readonly<Record<string, (content: string) => void>> = {
      'by renaming another over it': (content) => {
        writeFileSync(folder.file('other'), content);
        renameSync(folder.file('other'), path());
      },
      'in its place': (content) => writeFileSync(path(), content),
      'in its place, with the time put back': (content) => {
        const { atime, mtime } = statSync(path());
        writeFileSync(path(), content);
        utimesSync(path(), atime, mtime);
      },
    };
    for (const [how, write] of Object.entries(ways)) {
      it(`${how}, begins again with the new content`, async () => {
        writeFileSync(path(), 'one');
        const asked: (string | undefined)[] = [];
        await updateFile(path(), (bytes) => {
          asked.push(text(bytes));
          // As long as before.
          if (asked.length === 1) write('two');
          return Buffer.from(`${text(bytes)}, mine`);
        });
        assert.deepEqual(asked, ['one', 'two']);
        assert.equal(content(), 'two, mine');
        assert.deepEqual(folder.list(), ['a.md.claims.yaml']);
      });
    }

    it('by making it or deleting it, begins again too', async () => {
      await updateFile(path(), (bytes) => {
        if (bytes === undefined) writeFileSync(path(), 'theirs');
        return Buffer.from(`${text(bytes)}, mine`);
      });
      assert.equal(content(), 'theirs, mine');
      let first = true;
      await updateFile(path(), (bytes) => {
        if (first) rmSync(path());
        first = false;
        return Buffer.from(`${text(bytes)}, again`);
      });
      assert.equal(content(), 'undefined, again');
    });

    it('again and again, gives up at last and keeps what the other wrote', async () => {
      let count = 0;
      await assert.rejects(
        updateFile(path(), () => {
          writeFileSync(path(), `theirs ${++count}`);
          return Buffer.from('mine');
        }),
        /is changed by other programs again and again/,
      );
      assert.equal(content(), `theirs ${count}`);
      assert.deepEqual(folder.list(), ['a.md.claims.yaml']);
    });
  });

  it('begins again if it lost the lock meanwhile', async () => {
    let count = 0;
    await updateFile(path(), () => {
      const [lock = ''] = folder.list().filter((name) => name.endsWith('.lock'));
      if (count++ === 0) rmSync(join(folder.path, lock), { recursive: true });
      return Buffer.from(`written in round ${count}`);
    });
    assert.equal(content(), 'written in round 2');
    assert.deepEqual(folder.list(), ['a.md.claims.yaml']);
  });

  it('makes all of many changes asked for at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        updateFile(path(), (bytes) => Buffer.from(`${text(bytes) ?? ''}${i}\n`)),
      ),
    );
    assert.deepEqual(
      content()
        .trim()
        .split('\n')
        .map(Number)
        .sort((a, b) => a - b),
      Array.from({ length: 20 }, (_, i) => i),
    );
  });
});
