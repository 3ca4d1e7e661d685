import assert from 'node:assert/strict';
import { claimsForEach, tagged } from './claims';

const MORNING = 'The mayor spoke at noon. “The old bridge won’t last three years,” she said.\n';
const EVENING = '会后，市长说：“老桥撑不过三年。”\n\nAgain: the old bridge won’t last 3 years.\n';
const NIGHT = 'The old bridge will last five years, she said then.\n';

describe('claims same', () => {
  const { article, fine, run, write } = claimsForEach();
  const by = { speaker: 'Mayor' };
  beforeEach(() => {
    article('b.md', EVENING, [tagged(EVENING, 'b1', 'the old bridge won’t last 3 years', by)]);
    article('a.md', MORNING, [tagged(MORNING, 'a1', 'The old bridge won’t last three years', by)]);
    article('c.md', NIGHT, [tagged(NIGHT, 'c1', 'The old bridge will last five years', by)]);
  });

  it('prints groups, a line for each annotation', async () => {
    assert.equal(
      await fine('same'),
      [
        '2 annotations, 1.00 alike',
        'a.md:1:27: claim Mayor: The old bridge won’t last three years',
        'b.md:3:8: claim Mayor: the old bridge won’t last 3 years',
        '',
      ].join('\n'),
    );
  });

  it('gives ids and scores as JSON, and nothing where nothing is the same', async () => {
    assert.deepEqual(JSON.parse(await fine('same', '--json')), [{ ids: ['a1', 'b1'], score: 1 }]);
    assert.deepEqual(JSON.parse(await fine('same', '--json', 'a.md', 'c.md')), []);
    assert.equal(await fine('same', 'a.md'), '');
  });

  it('knows a speaker’s names by the codebook', async () => {
    write(
      'claims.codebook.yaml',
      'version: 1\nspeakers:\n  - {name: Ann Lee, aliases: [Mayor, Ms Lee]}\n',
    );
    article('c.md', MORNING, [
      tagged(MORNING, 'c1', 'The old bridge won’t last three years', { speaker: 'Ms Lee' }),
    ]);
    const [group] = JSON.parse(await fine('same', '--json')) as { ids: string[] }[];
    assert.deepEqual(group?.ids, ['a1', 'b1', 'c1']);
  });

  it('ends with 1 where a sidecar can’t be read, and prints the others', async () => {
    write('d.md.claims.yaml', 'version: 1\nannotations: [\n');
    const { code, out } = await run('same');
    assert.equal(code, 1);
    assert.match(out, /a\.md:1:27/);
  });
});
