import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { checkArticle } from '../../../../src/disk/corpus/checkArticles.node';
import { CorpusCache } from '../../../../src/disk/corpus/corpusCache.node';
import {
  changedSince,
  findArticles,
  readCorpus,
  nothingHandedOut,
} from '../../../../src/disk/corpus/readCorpus.node';
import { folderForEach } from '../disk';
import { asNobody, laterBy, LINES, saidIn, sidecarFor, TEXT, write } from './articles';

describe('a corpus in which something can’t be read', function () {
  if (process.platform === 'win32') return;
  const folder = folderForEach();

  function put(name: string): void {
    write(folder.file(name), TEXT);
    write(folder.file(`${name}.claims.yaml`), sidecarFor(LINES));
  }

  const namesOf = (...names: readonly string[]) => names.map(folder.file);

  it('doesn’t wait for pipes, in place of a sidecar or of an article', () => {
    execFileSync('mkfifo', namesOf('管.md.claims.yaml', 'pipe.md'));
    write(folder.file('pipe.md.claims.yaml'), sidecarFor(LINES));
    symlinkSync('/dev/zero', folder.file('zero.md.claims.yaml'));
    const asked = namesOf('管.md', 'pipe.md', 'zero.md');
    const [chunk] = [...readCorpus(asked, new CorpusCache())];
    assert.deepEqual(chunk?.careful, namesOf('管.md', 'zero.md'));
    const checked = namesOf('pipe.md').map((one) => checkArticle(one, new CorpusCache()));
    assert.deepEqual(
      checked.map(({ known }) => known),
      ['unsure'],
    );
  });

  it('doesn’t take for gone what it may not look at', () => {
    put('关/a.md');
    put('open.md');
    const asked = namesOf('关/a.md', 'open.md');
    const handedOut = nothingHandedOut();
    const cache = new CorpusCache();
    const restore = laterBy(10_000);
    const before = [...readCorpus(asked, cache, handedOut)];
    assert.equal(Object.keys(saidIn(before)).length, 2);

    chmodSync(folder.file('关'), 0);
    asNobody(() => {
      const changed = changedSince(handedOut, findArticles([folder.path]));
      assert.deepEqual(changed, namesOf('关/a.md'));
      const [chunk] = [...readCorpus(changed, cache, handedOut)];
      assert.deepEqual([chunk?.careful, chunk?.gone], [namesOf('关/a.md'), []]);
      const [checked] = namesOf('关/a.md').map((one) => checkArticle(one, cache));
      assert.equal(checked?.known, 'unsure');
    });

    // Nothing about the sidecar itself is another way than it was.
    chmodSync(folder.file('关'), 0o755);
    const changed = changedSince(handedOut, findArticles([folder.path]));
    assert.deepEqual(saidIn([...readCorpus(changed, cache, handedOut)]), {
      [folder.file('关/a.md')]: saidIn(before)[folder.file('关/a.md')],
    });
    restore();
  });

  it('finds sidecars in a folder that lets nobody look at its files, only at their names', () => {
    put('names/a.md');
    mkdirSync(folder.file('names/sub'));
    chmodSync(folder.file('names'), 0o744);
    asNobody(() => {
      const found = findArticles([folder.path]);
      assert.deepEqual(found, namesOf('names/a.md'));
      const [chunk] = [...readCorpus(found, new CorpusCache())];
      assert.deepEqual(chunk?.careful, found);
    });
    chmodSync(folder.file('names'), 0o755);
  });
});
