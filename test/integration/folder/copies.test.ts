import { strict as assert } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { annotate, closeAll, file, read, run, until, write, type Result } from '../support';
import { TEXT, apply, fixesFor, problemsOf } from './sidecars';

describe('an article that was copied with its sidecar', () => {
  afterEach(closeAll);

  it('gets new ids by a quick fix, and its own links follow', async () => {
    mkdirSync(file('copies').fsPath);
    await write('copies/a.md', TEXT);
    const [one, two] = [
      await annotate('copies/a.md', 'too dear'),
      await annotate('copies/a.md', 'bold'),
    ];
    await run('link', { from: two.id, type: 'rebuts', to: one.id });
    for (const name of ['a.md', 'a.md.claims.yaml'])
      await write(`copies/copy of ${name}`, await read(`copies/${name}`));
    const original = await read('copies/a.md.claims.yaml');
    await run('list');
    await apply(
      await fixesFor(
        'copies/copy of a.md.claims.yaml',
        /is also used for an annotation of copies\/a\.md/,
      ),
      /new ids/,
    );
    const copy = await run<Result[]>('list', { uri: file('copies/copy of a.md') });
    assert.equal(copy.length, 2);
    assert.ok(copy.every(({ id }) => id !== one.id && id !== two.id));
    assert.deepEqual(copy[1]?.links, [{ type: 'rebuts', target: copy[0]?.id }]);
    assert.equal(await read('copies/a.md.claims.yaml'), original);
    await until(
      'no problems',
      () =>
        problemsOf('copies/copy of a.md.claims.yaml').length +
          problemsOf('copies/a.md.claims.yaml').length ===
        0,
    );
  });
});
