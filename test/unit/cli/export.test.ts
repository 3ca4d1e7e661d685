import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import * as v from 'valibot';
import { exportSchema } from '../../../src/core/model/schema';
import type { ExportDocument } from '../../../src/core/model/types';
import { claimsForEach, writeTwoArticles } from './claims';

describe('claims export', () => {
  const folder = claimsForEach();
  const { fine, run, write, read } = folder;
  beforeEach(() => writeTwoArticles(folder));

  it('prints the document of the format, the same each time', async () => {
    const printed = await fine('export');
    assert.equal(await fine('export', '.'), printed);
    assert.equal(await fine('export', '--json'), printed);
    assert.equal(await fine('export', '--format=json'), printed);
    const document = JSON.parse(printed) as ExportDocument;
    assert.ok(v.is(exportSchema, document));
    assert.deepEqual(
      document.articles.map(({ path, published }) => [path, published]),
      [
        ['bridge.txt', undefined],
        ['文/桥.md', '2024-07-11'],
      ],
    );
    assert.equal(document.annotations.map(({ id }) => id).join(), 'e1,e2,c1,c2');
    assert.deepEqual(
      document.codebook.speakers?.map(({ name }) => name),
      ['Mayor', '乙方', '甲方'],
    );
  });

  it('has the codebook of the folder, and puts the names of several before their paths', async () => {
    mkdirSync(folder.file('b'));
    write('文/claims.codebook.yaml', 'version: 1\ntopics: [{id: bridge, statement: 修桥}]\n');
    const document = JSON.parse(await fine('export', '文', 'b')) as ExportDocument;
    assert.deepEqual(
      document.codebook.topics?.map(({ id }) => id),
      ['bridge'],
    );
    assert.equal(document.articles[0]?.path, '文/桥.md');
  });

  it('writes a file, also into a folder, and prints nothing then', async () => {
    const printed = await fine('export');
    assert.equal(await fine('export', '--output', 'all.json'), '');
    assert.equal(read('all.json'), printed);
    mkdirSync(folder.file('out'));
    assert.equal(await fine('export', '--output=out', '--format', 'json', '文'), '');
    assert.equal(read('out/claims.json'), await fine('export', '文'));
  });

  it('ends with 1 where something is left out or can’t be written, with 2 for other forms', async () => {
    const nowhere = await run('export', '--output', 'bridge.txt/all.json');
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.err, /^claims: /);
    assert.equal((await run('export', '--format', 'docx')).code, 2);
    write('bridge.txt', Uint8Array.from([0xff, 0x41]));
    const unreadable = await run('export', 'bridge.txt');
    assert.equal(unreadable.code, 1);
    assert.match(unreadable.err, /^bridge\.txt: error: the article can’t be read: not UTF-8/);
    assert.equal((JSON.parse(unreadable.out) as ExportDocument).annotations.length, 2);
    rmSync(folder.file('bridge.txt.claims.yaml'));
    assert.equal(await fine('list', '--count', 'bridge.txt'), '0\n');
  });
});

describe('claims stats', () => {
  const folder = claimsForEach();
  beforeEach(() => writeTwoArticles(folder));

  it('counts by role, stance, speaker, topic and article, the largest first', async () => {
    const printed = await folder.fine('stats');
    assert.match(printed, /^Annotations: 4\n\nBy role\n {2}2 {2}claim\n/);
    assert.match(printed, /By stance\n {2}3 {2}\(none\)\n {2}1 {2}favor\n/);
    assert.match(printed, /By article\n {2}2 {2}bridge\.txt\n {2}2 {2}文\/桥\.md\n$/);
  });

  it('gives the same as JSON', async () => {
    const counted = JSON.parse(await folder.fine('stats', '--json', '文')) as object;
    assert.deepEqual(counted, {
      annotations: 2,
      role: [
        { value: 'claim', count: 1 },
        { value: 'rebuttal', count: 1 },
      ],
      stance: [
        { value: 'favor', count: 1 },
        { value: null, count: 1 },
      ],
      speaker: [
        { value: '乙方', count: 1 },
        { value: '甲方', count: 1 },
      ],
      topic: [{ value: null, count: 2 }],
      article: [{ value: '桥.md', count: 2 }],
    });
  });
});
