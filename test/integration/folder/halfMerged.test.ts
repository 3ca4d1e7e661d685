import { strict as assert } from 'node:assert';
import {
  annotate,
  closeAll,
  file,
  read,
  rejects,
  run,
  until,
  write,
  type Result,
} from '../support';
import { TEXT, apply, fixesFor } from './sidecars';

describe('a sidecar that git left half merged', () => {
  const entry = (id: string, exact: string, more = '') =>
    `  - id: ${id}\n    role: claim\n${more}    passages:\n      - exact: ${exact}\n`;
  const CONFLICT = `version: 1\nannotations:\n${entry('hm1', 'The board')}<<<<<<< HEAD\n${entry('hm2', 'too dear', '    stance: favor\n')}=======\n${entry('hm3', 'bold')}>>>>>>> other\n`;
  afterEach(closeAll);

  it('is shown as far as it can be read, never written to, and merged by a quick fix', async () => {
    await write('halves.md', TEXT);
    await write('halves.md.claims.yaml', CONFLICT);
    await until(
      'all three',
      async () =>
        (await run<Result[]>('list')).filter(({ article }) => article === 'halves.md').length === 3,
    );
    await rejects(annotate('halves.md', 'plan'), /halves\.md\.claims\.yaml:7:1: /);
    assert.equal(await read('halves.md.claims.yaml'), CONFLICT);
    await apply(await fixesFor('halves.md.claims.yaml', /merge/i), /Merge both versions/);
    const merged = await until('the merge', async () => {
      const list = await run<Result[]>('list', { uri: file('halves.md') }).catch(() => []);
      return list.length === 3 ? list : undefined;
    });
    assert.deepEqual(merged.map(({ id }) => id).sort(), ['hm1', 'hm2', 'hm3']);
    assert.doesNotMatch(await read('halves.md.claims.yaml'), /<<<<<<<|=======|>>>>>>>/);
  });
});
