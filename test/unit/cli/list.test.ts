import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import type { ExportedAnnotation } from '../../../src/core/model/types';
import { CHINESE, claimsForEach, ENGLISH, tagged, writeTwoArticles } from './claims';

describe('claims list', () => {
  const folder = claimsForEach();
  const { fine, run, write, read, article } = folder;
  beforeEach(() => writeTwoArticles(folder));

  const ids = async (...args: readonly string[]) => {
    const all = JSON.parse(await fine('list', '--json', ...args)) as ExportedAnnotation[];
    return all.map(({ id }) => id).join(' ');
  };

  it('prints a line for each, with the place in the article, columns in code points', async () => {
    assert.equal(
      await fine('list'),
      [
        'bridge.txt:1:1: claim Mayor: The bridge can wait',
        'bridge.txt:3:26: evidence: it could wait for long',
        '文/桥.md:5:13: claim 甲方 favor: 桥要先修，钱以后再说',
        '文/桥.md:6:8: rebuttal 乙方: 钱不够',
        '',
      ].join('\n'),
    );
  });

  it('takes folders, articles and sidecars, and prints paths from where it is run', async () => {
    const lines =
      '文/桥.md:5:13: claim 甲方 favor: 桥要先修，钱以后再说\n文/桥.md:6:8: rebuttal 乙方: 钱不够\n';
    assert.equal(await fine('list', '文'), lines);
    assert.equal(await fine('list', '文/桥.md'), lines);
    assert.equal(await fine('list', '文/桥.md.claims.yaml'), lines);
    assert.equal(await fine('list', '.', '文/桥.md', '--count'), '4\n');
    write('文/claims.codebook.yaml', 'version: 1\n');
    assert.equal(await ids('文', '.', '文/桥.md', '--filter', 'article=文/桥.md'), 'c1 c2');
  });

  it('gives as JSON what the window’s command gives', async () => {
    const [first] = JSON.parse(await fine('list', '--json', '文')) as ExportedAnnotation[];
    assert.equal(first?.article, '桥.md');
    assert.equal(first.state, 'anchored');
    const [passage] = first.passages;
    assert.equal(
      Array.from(CHINESE).slice(passage?.start, passage?.end).join(''),
      '桥要先修，钱以后再说',
    );
    assert.deepEqual([passage?.line, passage?.column], [5, 13]);
  });

  it('filters by several keys, of which all must hold, and of values one', async () => {
    assert.equal(await ids('--filter', 'role=claim'), 'e1 c1');
    assert.equal(await ids('--filter', 'role=claim', '--filter', 'role=evidence'), 'e1 e2 c1');
    assert.equal(await ids('--filter=role=claim', '--filter=speaker=甲方'), 'c1');
    assert.equal(await ids('--filter', 'speaker='), 'e2');
    assert.equal(await ids('--filter', 'text=ＢＲＩＤＧＥ'), 'e1');
    assert.equal(await ids('--filter', 'since=2024-07'), 'c1 c2');
    assert.equal(await ids('--filter', 'until=2023', '.'), 'e1');
    assert.equal(await ids('--filter', 'article=**/*.md', '--filter', 'linked=<rebuts'), 'c1');
    assert.equal(await fine('list', '--count', '--filter', 'stance=favor'), '1\n');
    assert.equal(await fine('list', '--count', '--filter', 'since='), '1\n');
    assert.equal(await fine('list', '--filter', 'role=aside'), '');
  });

  it('finds links from the rest of the folder to the article that it was asked about', async () => {
    const text = 'No, it can’t wait.\n';
    article('answer.md', text, [
      tagged(text, 'a1', 'it can’t wait', { links: [{ type: 'rebuts', target: 'e1' }] }),
    ]);
    assert.equal(await ids('bridge.txt', '--filter', 'linked=<rebuts'), 'e1');
    assert.equal(await ids('bridge.txt', '--filter', 'linked=>rebuts'), '');
  });

  it('counts the aliases of the codebook at the root as the speaker, of a file’s root too', async () => {
    write('claims.codebook.yaml', 'version: 1\nspeakers: [{name: 王市长, aliases: [Mayor]}]\n');
    assert.equal(await ids('--filter', 'speaker=王市长'), 'e1');
    assert.equal(await ids('文/桥.md', '--filter', 'speaker=王市长'), '');
    assert.equal(await ids('bridge.txt', '--filter', 'speaker=王市长'), 'e1');
  });

  it('says where in the sidecar one stands that has no place in the article', async () => {
    write('bridge.txt', ENGLISH.replace('The bridge can wait, said the mayor.\n', ''));
    assert.match(
      await fine('list', 'bridge.txt'),
      /^bridge\.txt\.claims\.yaml:\d+:3: claim Mayor: The/m,
    );
    assert.equal(await ids('--filter', 'state=orphaned'), 'e1');
    rmSync(folder.file('文/桥.md'));
    assert.equal(await fine('list', '--count', '--filter', 'state=orphaned', '文/桥.md'), '2\n');
  });

  it('reads other encodings as the sidecar notes them', async () => {
    // “甲方说：桥” in GB 18030.
    write('gb.txt', Uint8Array.from([0xbc, 0xd7, 0xb7, 0xbd, 0xcb, 0xb5, 0xa3, 0xba, 0xc7, 0xc5]));
    const entry = 'annotations:\n  - id: g1\n    role: claim\n    passages: [{exact: 桥}]\n';
    write('gb.txt.claims.yaml', `version: 1\narticle: {encoding: gb18030}\n${entry}`);
    assert.equal(await fine('list', 'gb.txt'), 'gb.txt:1:5: claim: 桥\n');
  });

  it('lists what can be read of a broken sidecar, says where it is broken, and ends with 1', async () => {
    write(
      'bridge.txt.claims.yaml',
      read('bridge.txt.claims.yaml').replace('role: claim', 'rôle: 1'),
    );
    const { code, out, err } = await run('list', 'bridge.txt');
    assert.equal(code, 1);
    assert.equal(out, 'bridge.txt:3:26: evidence: it could wait for long\n');
    assert.match(err, /^bridge\.txt\.claims\.yaml:3:5: error: .*role/);
    write('文/桥.md.claims.yaml', 'version: 1\nannotations: [\n');
    assert.match(
      (await run('list', '--json', '文')).err,
      /^文\/桥\.md\.claims\.yaml:\d+:\d+: error: /,
    );
  });

  it('says which folder it can’t look into, as the check does, and ends with 1', async function () {
    if (process.platform !== 'linux') this.skip();
    mkdirSync(Buffer.concat([Buffer.from(`${folder.path}/`), Buffer.of(0xce, 0xc4)]));
    const expected =
      '\uFFFD\uFFFD:1:1: error: sidecars can’t be looked for here: its name isn’t UTF-8';
    const listed = await run('list', '--count');
    assert.deepEqual(listed, { code: 1, out: '4\n', err: `${expected}\n` });
    const checked = await run('check');
    assert.equal(checked.code, 1);
    assert.ok(checked.out.startsWith(`${expected}\n`), checked.out);
  });

  it('ends with 1 where a path doesn’t exist, and with 2 where it is used wrongly', async () => {
    const { code, err } = await run('list', 'nowhere');
    assert.deepEqual([code, err], [1, 'claims: There is no nowhere.\n']);
    const wrong = [
      ['list', '--filter', 'role'],
      ['list', '--filter', 'rolle=claim'],
      ['list', '--filter', 'since=July'],
      ['list', '--filter'],
      ['list', '--colour'],
      ['lst'],
      [],
    ];
    for (const args of wrong) {
      const answer = await run(...args);
      assert.equal(answer.code, 2, args.join(' '));
      assert.equal(answer.out, '');
      assert.match(answer.err, /^claims: .+\n“claims --help” says how it is used\.\n$/s);
    }
  });

  it('has help for itself and each command, and completions', async () => {
    assert.match(await fine('--help'), /claims list \[paths\.\.\] +lists annotations/);
    assert.match(await fine('list', '--help'), /--filter +KEY=VALUE/);
    assert.equal(await fine('--version'), '1.2.3\n');
    assert.match(await fine('completion'), /_claims_yargs_completions/);
    assert.match(await fine('--get-yargs-completions', 'claims', 'li'), /^list/m);
  });
});
