import assert from 'node:assert/strict';
import type { Network } from '../../../src/core/network/network';
import { claimsForEach, tagged } from './claims';

const TEXT =
  '---\ndate: 2024-07-11\n---\n\nOpen is cheap, said Ann. Open is dear, said Bo. So is Cy.\n';
const LATER = 'Open is cheap after all, said Bo.\n';

describe('claims network', () => {
  const folder = claimsForEach();
  const { fine, run, write, article } = folder;
  beforeEach(() => {
    const topic = 'cost';
    article('a.md', TEXT, [
      tagged(TEXT, 'a1', 'Open is cheap', { speaker: 'Ann', topic, stance: 'favor' }),
      tagged(TEXT, 'a2', 'Open is dear', { speaker: 'Bo', topic, stance: 'against' }),
      tagged(TEXT, 'a3', 'So is Cy', { speaker: '=Cy', topic, stance: 'against' }),
      tagged(TEXT, 'a4', 'said Ann', { speaker: 'Ann', topic, stance: 'neutral' }),
    ]);
    article('b.md', LATER, [
      tagged(LATER, 'b1', 'Open is cheap', {
        ...{ speaker: 'B. Bo', topic, stance: 'favor', date: '2025' },
        tags: ['late'],
      }),
    ]);
    write('claims.codebook.yaml', 'version: 1\nspeakers: [{name: Bo, aliases: [B. Bo]}]\n');
  });
  const json = async (...args: readonly string[]) =>
    JSON.parse(await fine('network', '--json', ...args)) as Network;

  it('prints the matrix of speakers as CSV, names with an apostrophe where a formula would begin', async () => {
    assert.equal(await fine('network'), ",'=Cy,Ann,Bo\r\n'=Cy,0,0,1\r\nAnn,0,0,1\r\nBo,1,1,0\r\n");
  });

  it('gives as JSON what the command returns, by the options', async () => {
    const names = ['=Cy', 'Ann', 'Bo'];
    assert.deepEqual(await json('--kind', 'two-mode', '--aggregation', 'combine'), {
      rows: names,
      columns: ['cost'],
      matrix: [[2], [1], [3]],
    });
    assert.deepEqual(await json('--aggregation', 'conflict', '--normalization', 'average'), {
      rows: names,
      columns: names,
      matrix: [
        [0, 1, 1 / 1.5],
        [1, 0, 1 / 1.5],
        [1 / 1.5, 1 / 1.5, 0],
      ],
    });
    assert.deepEqual(await json('--nodes', 'topic', '--aggregation', 'ignore'), {
      rows: ['cost'],
      columns: ['cost'],
      matrix: [[0]],
    });
  });

  it('takes what a filter finds, and what was said in a period: front matter tells when, too', async () => {
    assert.deepEqual((await json('--filter', 'tag=late')).rows, ['Bo']);
    assert.deepEqual((await json('--filter', 'speaker=Bo', '--filter', 'stance=against')).rows, [
      'Bo',
    ]);
    assert.deepEqual((await json('--since', '2024-12')).rows, ['Bo']);
    assert.deepEqual((await json('--until', '2024-07-11')).rows, ['=Cy', 'Ann', 'Bo']);
    assert.deepEqual((await json('--until', '2024-07-10')).rows, []);
    assert.deepEqual((await json('b.md')).rows, ['Bo']);
    const ignored = ['--kind', 'two-mode', '--aggregation', 'ignore', '--duplicates'] as const;
    assert.deepEqual((await json(...ignored, 'year')).matrix, [[1], [1], [2]]);
    assert.deepEqual((await json(...ignored, 'acrossrange')).matrix, [[1], [1], [1]]);
  });

  it('has the formats of other programs', async () => {
    assert.match(await fine('network', '--format', 'dl'), /^dl n = 3, format = fullmatrix\n/);
    assert.match(await fine('network', '--format', 'graphml'), /<data key="label">=Cy<\/data>/);
    assert.match(
      await fine('network', '--kind', 'two-mode', '--format', 'gexf'),
      /<attvalue for="kind" value="topic"\/>/,
    );
    assert.equal(await fine('network', '--format', 'json'), await fine('network', '--json'));
  });

  it('tells graph formats what is known of the nodes', async () => {
    const printed = await fine('network', '--format', 'graphml');
    for (const name of ['statements', 'favor', 'against', 'degree', 'strength', 'camp'])
      assert.ok(printed.includes(`attr.name="${name}"`), name);
  });

  it('leaves out ties below a threshold, which has both signs', async () => {
    const matrix = async (...args: readonly string[]) =>
      (await json('--kind', 'two-mode', '--aggregation', 'subtract', ...args)).matrix;
    assert.deepEqual(await matrix('--threshold', '1'), [[-1], [1], [0]]);
    assert.deepEqual(await matrix('--threshold', '1.5'), [[0], [0], [0]]);
  });

  it('moves a window over time', async () => {
    const windows = await fine('network', '--json', '--window-unit', 'year', '--kind', 'two-mode');
    assert.deepEqual(JSON.parse(windows), [
      {
        ...{ since: '2024-01-01', until: '2024-12-31' },
        ...{ rows: ['=Cy', 'Ann', 'Bo'], columns: ['cost'], matrix: [[1], [1], [1]] },
      },
      {
        ...{ since: '2025-01-01', until: '2025-12-31' },
        ...{ rows: ['Bo'], columns: ['cost'], matrix: [[1]] },
      },
    ]);
    const both = ['--window-unit', 'year', '--window-size', '2', '--window-step', '2'] as const;
    const [only, ...others] = JSON.parse(await fine('network', '--json', ...both)) as Network[];
    assert.deepEqual([only?.rows, others], [['=Cy', 'Ann', 'Bo'], []]);
  });

  it('says what doesn’t go together', async () => {
    for (const wrong of [
      ['--aggregation', 'combine'],
      ['--kind', 'two-mode', '--normalization', 'jaccard'],
      ['--kind', 'three-mode'],
      ['--since', 'yesterday'],
      ['--format', 'xlsx'],
      ['--threshold', '-1'],
      ['--threshold', 'much'],
      ['--window-unit', 'year'],
      ['--window-size', '2', '--json'],
      ['--window-unit', 'year', '--window-size', '0', '--json'],
      ['--json', '--format', 'csv'],
    ]) {
      const { code, out, err } = await run('network', ...wrong);
      assert.deepEqual([code, out], [2, ''], wrong.join(' '));
      assert.notEqual(err, '');
    }
  });
});
