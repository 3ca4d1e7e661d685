import assert from 'node:assert/strict';
import { claimsForEach, tagged, writeTwoArticles } from './claims';

describe('claims gaps', () => {
  const folder = claimsForEach();
  const { fine, run, article, write, read } = folder;
  beforeEach(() => writeTwoArticles(folder));

  const gaps = async (...args: readonly string[]) =>
    JSON.parse(await fine('gaps', '--json', ...args)) as Record<string, string[]>;

  it('gives ids as JSON, as the window’s command does', async () => {
    assert.deepEqual(await gaps(), {
      unsupported: ['e1', 'c1'],
      untargeted: [],
      unanswered: ['c2'],
      unattributed: ['e2'],
      dangling: [],
    });
    assert.deepEqual((await gaps('--filter', 'speaker=')).unsupported, []);
  });

  it('prints each with its place', async () => {
    assert.equal(
      await fine('gaps', '文'),
      [
        'Claims that nothing supports: 1',
        '文/桥.md:5:13: claim 甲方 favor: 桥要先修，钱以后再说',
        '',
        'Rebuttals that rebut nothing: 0',
        '',
        'Rebut something, and are rebutted by nothing: 1',
        '文/桥.md:6:8: rebuttal 乙方: 钱不够',
        '',
        'Without a speaker: 0',
        '',
        'With a link whose target doesn’t exist: 0',
        '',
      ].join('\n'),
    );
  });

  it('knows links from the rest of the folder', async () => {
    const text = 'It can wait, as the report shows.\n';
    article('report.md', text, [
      tagged(text, 'r1', 'as the report shows', {
        role: 'evidence',
        links: [
          { type: 'supports', target: 'e1' },
          { type: 'supports', target: 'gone' },
        ],
      }),
    ]);
    assert.deepEqual((await gaps('bridge.txt')).unsupported, []);
    assert.deepEqual((await gaps('bridge.txt')).dangling, []);
    assert.deepEqual((await gaps()).dangling, ['r1']);
  });

  it('goes by where the passages are now', async () => {
    const text = 'First one. Second one.\n';
    article('moved.md', text, [tagged(text, 'm1', 'First one'), tagged(text, 'm2', 'Second one')]);
    write('moved.md', 'Second one. First one.\n');
    assert.deepEqual((await gaps('moved.md')).unsupported, ['m2', 'm1']);
  });

  it('says what it couldn’t read, and ends with 1', async () => {
    write('文/桥.md.claims.yaml', read('文/桥.md.claims.yaml').replace('role: claim', 'role: []'));
    const { code, out, err } = await run('gaps', '--json');
    assert.equal(code, 1);
    assert.match(err, /^文\/桥\.md\.claims\.yaml:\d+:\d+: error: /);
    assert.deepEqual((JSON.parse(out) as { unanswered: unknown }).unanswered, ['c2']);
  });
});
