import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { ExportedAnnotation } from '../../../src/core/model/types';
import { claimsForEach, ENGLISH, tagged, writeTwoArticles } from './claims';

const CODEBOOK = `version: 1
# who speaks
speakers:
  - name: 甲方 # the first
    aliases: [A]
  - name: 乙方
`;

describe('claims rename', () => {
  const folder = claimsForEach();
  const { fine, run, write, read, article } = folder;
  beforeEach(() => {
    writeTwoArticles(folder);
    write('claims.codebook.yaml', CODEBOOK);
  });

  const speakers = async () => {
    const all = JSON.parse(await fine('list', '--json')) as ExportedAnnotation[];
    return all.map(({ speaker }) => speaker ?? '').join('|');
  };

  it('renames a speaker in sidecars and codebook, and nothing else of them', async () => {
    const before = read('文/桥.md.claims.yaml');
    const bridge = read('bridge.txt.claims.yaml');
    const printed = await fine('rename', '--field', 'speaker', '甲方', 'No');
    assert.equal(printed, 'Annotations changed: 1, in articles: 1\n');
    const after = read('文/桥.md.claims.yaml');
    const modified = /\n {4}modified: "[-0-9T:]+Z"/;
    assert.match(after, modified);
    assert.equal(after.replace(modified, ''), before.replace('speaker: 甲方', 'speaker: "No"'));
    assert.equal(read('bridge.txt.claims.yaml'), bridge);
    assert.equal(read('claims.codebook.yaml'), CODEBOOK.replace('甲方 #', '"No" #'));
    const names = readdirSync(folder.path, { recursive: true }) as string[];
    assert.deepEqual(
      names.filter((name) => /lock|tmp/.test(name)),
      [],
    );
  });

  it('makes one of two, by any of the names, and gives numbers as JSON', async () => {
    article('more.md', ENGLISH, [
      tagged(ENGLISH, 'm1', 'the mayor', { speaker: 'A', reportedBy: ['甲方'] }),
      tagged(ENGLISH, 'm2', 'Nobody else', { speaker: '乙方' }),
    ]);
    const printed = await fine('rename', '甲方', '乙方', '--field', 'speaker', '--json');
    assert.deepEqual(JSON.parse(printed), { annotations: 2, articles: 2 });
    assert.equal(await speakers(), 'Mayor||乙方|乙方|乙方|乙方');
    assert.match(read('more.md.claims.yaml'), /reportedBy: \[乙方\]/);
    assert.equal(
      read('claims.codebook.yaml'),
      'version: 1\n# who speaks\nspeakers:\n  - name: 乙方\n    aliases: [甲方, A]\n',
    );
  });

  it('takes an alias as the new name for its bearer, and a file for its folder', async () => {
    await fine('rename', '--field=speaker', 'Mayor', 'A', '文/桥.md');
    assert.equal(await speakers(), '甲方||甲方|乙方');
  });

  it('renames topics and tags', async () => {
    write('claims.codebook.yaml', 'version: 1\ntopics: [{id: old}]\n');
    article('more.md', ENGLISH, [
      tagged(ENGLISH, 'm1', 'the mayor', { topic: 'old', tags: ['007', 'x'] }),
    ]);
    await fine('rename', '--field', 'topic', 'old', '1.0');
    await fine('rename', '--field', 'tag', '007', '1e3');
    assert.match(read('more.md.claims.yaml'), /topic: "1\.0"\n(?:.*\n)*? {4}tags: \["1e3", x\]/);
    assert.equal(read('claims.codebook.yaml'), 'version: 1\ntopics: [{id: "1.0"}]\n');
    assert.equal(
      await fine('list', '--count', '--filter', 'topic=1.0', '--filter', 'tag=1e3'),
      '1\n',
    );
  });

  it('does what it can where a sidecar can’t be written, and ends with 1', async () => {
    const anchored = read('bridge.txt.claims.yaml').replace('speaker: Mayor', 'speaker: &m Mayor');
    write('bridge.txt.claims.yaml', `${anchored}    note: *m\n`);
    article('more.md', ENGLISH, [tagged(ENGLISH, 'm1', 'the mayor', { speaker: 'Mayor' })]);
    const { code, out, err } = await run('rename', '--field', 'speaker', 'Mayor', 'Ann');
    assert.equal(code, 1);
    assert.equal(out, 'Annotations changed: 1, in articles: 1\n');
    assert.match(err, /^bridge\.txt\.claims\.yaml: This sidecar is laid out in a way/);
    assert.match(read('more.md.claims.yaml'), /speaker: Ann\n/);
  });

  it('writes nothing where the codebook can’t be read', async () => {
    write('claims.codebook.yaml', 'version: 1\nspeakers: [\n');
    const before = read('文/桥.md.claims.yaml');
    const { code, err } = await run('rename', '--field', 'speaker', '甲方', 'No');
    assert.equal(code, 1);
    assert.match(err, /^claims: claims\.codebook\.yaml: Not valid YAML/);
    assert.equal(read('文/桥.md.claims.yaml'), before);
  });

  it('ends with 1 where there is nothing to rename, with 2 where it is called wrongly', async () => {
    const { code, err } = await run('rename', '--field', 'speaker', 'nobody', 'Ann');
    assert.deepEqual([code, err], [1, 'claims: There is no “nobody” to rename.\n']);
    const wrong = [
      ['rename', 'a', 'b'],
      ['rename', '--field', 'role', 'a', 'b'],
      ['rename', '--field', 'tag', 'a'],
      ['rename', '--field', 'tag', 'a', ' '],
    ];
    for (const args of wrong) assert.equal((await run(...args)).code, 2, args.join(' '));
  });
});
