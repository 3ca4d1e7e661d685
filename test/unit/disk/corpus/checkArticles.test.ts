import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { packState } from '../../../../src/core/corpus/packed/packedContent';
import { checkArticle } from '../../../../src/disk/corpus/checkArticles.node';
import { CorpusCache } from '../../../../src/disk/corpus/corpusCache.node';
import { findArticles, readCorpus } from '../../../../src/disk/corpus/readCorpus.node';
import { folderForEach } from '../disk';
import { laterBy, LINES, sidecarFor, TEXT, write } from './articles';

const [ANCHORED, CHANGED, ORPHANED] = (['anchored', 'changed', 'orphaned'] as const).map(packState);

describe('looking into many articles', () => {
  const folder = folderForEach();

  function put(text: string | Uint8Array, sidecar = sidecarFor(LINES)): void {
    write(folder.file('a.md'), text);
    write(folder.file('a.md.claims.yaml'), sidecar);
  }

  const check = (cache = new CorpusCache()) => checkArticle(folder.file('a.md'), cache);

  it('says what became of each passage', () => {
    put(TEXT.replace('一年内', '两年之内').replace(`${LINES[1]}\n\n`, ''));
    assert.deepEqual(check(), {
      article: folder.file('a.md'),
      ids: 'a1,a2,a3',
      known: [CHANGED, ORPHANED, ANCHORED],
      facts: { title: '模型之争' },
    });
  });

  it('says what the article says of itself, also when it isn’t read again', () => {
    put(`---\ntitle: 价格之争\ndate: 2024-07-11\n---\n\n${TEXT}`);
    const facts = { title: '价格之争', published: '2024-07-11' };
    const cache = new CorpusCache();
    const restore = laterBy(10_000);
    try {
      Array.from(readCorpus(findArticles([folder.path]), cache));
      assert.deepEqual(check(cache).facts, facts);
      assert.deepEqual(check(cache).facts, facts);
    } finally {
      restore();
    }
  });

  it('reads byte-order marks and other line ends as VS Code does', () => {
    put(`\uFEFF${TEXT.replaceAll('\n', '\r\n')}`);
    assert.deepEqual(check().known, [ANCHORED, ANCHORED, ANCHORED]);
  });

  it('says which article is missing', () => {
    put(TEXT);
    rmSync(folder.file('a.md'));
    assert.equal(check().known, 'missing');
  });

  it('leaves to others what it can’t be sure of', () => {
    put(Uint8Array.from([0xbf, 0xaa, 0xd4, 0xb4]));
    assert.equal(check().known, 'unsure', 'another encoding');
    put(TEXT, `article:\n  encoding: gb18030\n${sidecarFor(LINES)}`);
    assert.equal(check().known, 'unsure', 'an encoding is noted');
    put(TEXT, 'annotations: [');
    assert.equal(check().known, 'unsure', 'a broken sidecar');
  });

  it('doesn’t look again while article and sidecar are the same', () => {
    put(TEXT);
    const cache = new CorpusCache();
    const restore = laterBy(10_000);
    try {
      Array.from(readCorpus(findArticles([folder.path]), cache));
      check(cache);
      const { changes } = cache;
      assert.deepEqual(check(cache).known, [ANCHORED, ANCHORED, ANCHORED]);
      assert.equal(cache.changes, changes);
      write(folder.file('a.md'), readFileSync(folder.file('a.md'), 'utf8').replace('他补充说', ''));
      assert.deepEqual(check(cache).known, [ANCHORED, ANCHORED, CHANGED]);
    } finally {
      restore();
    }
  });
});
