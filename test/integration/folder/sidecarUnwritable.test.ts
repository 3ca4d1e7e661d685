import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  annotate,
  closeAll,
  file,
  open,
  read,
  rejects,
  run,
  until,
  write,
  type Result,
} from '../support';
import { TEXT, change, problemsOf } from './sidecars';

describe('when a sidecar can’t be written', () => {
  afterEach(closeAll);

  /**
   * A file where the lock’s folder must be: root may write into read-only folders, but not make a
   * folder there.
   */
  const block = (name: string) => {
    const lock = join(
      dirname(file(name).fsPath),
      `.claims-${createHash('sha256').update(name).digest('hex').slice(0, 16)}.lock`,
    );
    writeFileSync(lock, '');
    return () => rmSync(lock);
  };

  it('the change is kept, shown, and written once that is possible', async () => {
    await write('blocked.md', TEXT);
    const first = await annotate('blocked.md', 'too dear');
    const before = await read('blocked.md.claims.yaml');
    const unblock = block('blocked.md.claims.yaml');
    const second = await annotate('blocked.md', 'bold', { note: 'kept' });
    assert.equal(second.saved, false);
    assert.equal(await read('blocked.md.claims.yaml'), before);
    const listed = async () =>
      (await run<Result[]>('list', { uri: file('blocked.md') })).map(({ id }) => id);
    assert.deepEqual(await listed(), [first.id, second.id]);
    await until('the problem', () =>
      problemsOf('blocked.md.claims.yaml').some(({ message }) =>
        message.startsWith('Could not be written'),
      ),
    );
    assert.deepEqual(await run<object>('retryUnsaved', {}), { left: 1 });
    // Meanwhile another program writes.
    change('blocked.md.claims.yaml', 'role: claim', 'role: rebuttal');
    unblock();
    assert.deepEqual(await run<object>('retryUnsaved', {}), { left: 0 });
    const text = await read('blocked.md.claims.yaml');
    assert.ok(text.includes('role: rebuttal') && text.includes('note: kept'), text);
    assert.deepEqual(await listed(), [first.id, second.id]);
    await until('no problem', () => problemsOf('blocked.md.claims.yaml').length === 0);
  });

  it('nothing goes through a link to another kind of file, also while it is open', async () => {
    const settings = 'version: 1\nannotations: []\n';
    await write('linked.md', TEXT);
    await write('settings.ini', settings);
    symlinkSync('settings.ini', file('linked.md.claims.yaml').fsPath);
    await open('linked.md.claims.yaml');
    await rejects(annotate('linked.md', 'bold'), /is a link to .*settings\.ini/);
    assert.equal(await read('settings.ini'), settings);
    rmSync(file('linked.md.claims.yaml').fsPath);
  });

  it('a sidecar that could not be read is read once it can be, though no event tells of it', async () => {
    await write('round.md', TEXT);
    const { id } = await annotate('round.md', 'too dear');
    const sidecar = await read('round.md.claims.yaml');
    // What a link leads to is watched by nobody.
    const target = file('round-target.yaml').fsPath;
    symlinkSync(target, target);
    rmSync(file('round.md.claims.yaml').fsPath);
    symlinkSync(target, file('round.md.claims.yaml').fsPath);
    await until('it is a problem', () => problemsOf('round.md.claims.yaml').length > 0);
    rmSync(target);
    writeFileSync(target, sidecar);
    await until('no problem', () => problemsOf('round.md.claims.yaml').length === 0);
    assert.deepEqual(
      (await run<Result[]>('list', { uri: file('round.md') })).map((one) => one.id),
      [id],
    );
    rmSync(file('round.md.claims.yaml').fsPath);
    rmSync(target);
  });

  it('the change can be given up', async () => {
    await write('given-up.md', TEXT);
    await annotate('given-up.md', 'too dear');
    const unblock = block('given-up.md.claims.yaml');
    await annotate('given-up.md', 'bold');
    assert.deepEqual(await run<object>('discardUnsaved', { uri: file('given-up.md') }), {
      discarded: ['given-up.md.claims.yaml'],
    });
    unblock();
    assert.equal((await run<Result[]>('list', { uri: file('given-up.md') })).length, 1);
  });
});
