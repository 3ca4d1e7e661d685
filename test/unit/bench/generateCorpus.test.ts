import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCodebook } from '../../../src/core/codebook/readCodebook';
import { unknownValues } from '../../../src/core/codebook/unknownValues';
import { vocabularyOf } from '../../../src/core/codebook/vocabulary';
import { readFrontMatter } from '../../../src/core/exchange/frontMatter';
import type { Annotation } from '../../../src/core/model/types';
import { placeAnnotations, stateOf } from '../../../src/core/placing/placeAnnotations';
import { annotationsOf } from '../../../src/core/sidecar/questions';
import { readSidecar } from '../../../src/core/sidecar/readSidecar';
import { ArticleText } from '../../../src/core/text/articleText';
import { generateCorpus, writeCorpus, type CorpusFile } from '../../bench/generateCorpus';

const ARTICLES = 60;
const SIDECAR = '.claims.yaml';

describe('a generated corpus', () => {
  const files = [...generateCorpus({ articles: ARTICLES, seed: 7 })];
  const textOf = new Map(files.map(({ path, text }) => [path, text]));
  const articles = files.filter(({ path }) => path.endsWith('.md'));
  const sidecarOf = ({ path }: CorpusFile) => readSidecar(textOf.get(path + SIDECAR) ?? '');
  const all = articles.flatMap((article) => annotationsOf(sidecarOf(article)));
  const codebook = readCodebook(textOf.get('claims.codebook.yaml') ?? '');

  it('has articles with sidecars and a codebook that are read without problems', () => {
    assert.equal(articles.length, ARTICLES);
    assert.deepEqual(codebook.problems, []);
    for (const article of articles) {
      const sidecar = sidecarOf(article);
      assert.deepEqual([sidecar.refusal, sidecar.problems], [undefined, []], article.path);
      const { title = sidecar.article.title } = readFrontMatter(article.text);
      assert.ok(title !== undefined && article.text.includes(`# ${title}\n`), article.path);
      assert.ok(article.text.length > 300 && article.text.length < 5000, article.path);
    }
    assert.equal(files.length, 1 + 2 * ARTICLES);
  });

  it('has some 20 annotations an article, each with an id of its own and links that lead somewhere', () => {
    assert.ok(Math.abs(all.length / ARTICLES - 20) < 3, String(all.length / ARTICLES));
    const ids = new Set(all.map(({ id }) => id));
    assert.equal(ids.size, all.length);
    const links = all.flatMap((one) => one.links ?? []);
    assert.ok(links.length > all.length / 6);
    assert.ok(links.every(({ target }) => ids.has(target)));
  });

  it('is about the codebook’s topics and by its speakers, of whom a few speak often', () => {
    const { speakers, topics } = codebook.codebook;
    assert.deepEqual([speakers.length, topics.length], [300, 60]);
    const vocabulary = vocabularyOf(codebook.codebook);
    assert.deepEqual(
      all.flatMap((one) => unknownValues(one, vocabulary)),
      [],
    );
    const names = new Set(speakers.map(({ name }) => name));
    const counts = new Map<string, number>();
    for (const { speaker } of all) {
      if (speaker === undefined) continue;
      assert.ok(names.has(speaker), speaker);
      counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    }
    const often = [...counts.values()].sort((a, b) => b - a);
    assert.ok(often.length > 100, `${often.length} speakers`);
    assert.ok((often[0] ?? 0) > 10 * (often[100] ?? 0), often.slice(0, 5).join());
  });

  it('has anchors that are valid: what was not changed since is where the sidecar says', () => {
    const counts = { anchored: 0, changed: 0, ambiguous: 0, orphaned: 0 };
    for (const article of articles) {
      const annotations = annotationsOf(sidecarOf(article));
      const text = new ArticleText(article.text);
      const placed = placeAnnotations(text, annotations);
      for (const one of placed) counts[stateOf(one)]++;
      if (!standsAsStored(article.text, annotations)) continue;
      for (const { annotation, passages } of placed) {
        annotation.passages.forEach(({ start, detached }, i) => {
          const range = passages[i]?.range;
          assert.equal(range && text.map.toCodePoint(range.start), detached ? undefined : start);
        });
      }
    }
    assert.ok(counts.anchored > 0.85 * all.length, JSON.stringify(counts));
    assert.ok(counts.changed > 0.005 * all.length, JSON.stringify(counts));
    assert.ok(counts.orphaned > 0.005 * all.length, JSON.stringify(counts));
  });

  it('is the same for a seed, and another one for another', () => {
    assert.deepEqual([...generateCorpus({ articles: ARTICLES, seed: 7 })], files);
    const others = [...generateCorpus({ articles: 3, seed: 8 })];
    assert.ok(others.every(({ path, text }) => textOf.get(path) !== text));
  });

  it('is written into nested folders', () => {
    const folder = mkdtempSync(join(tmpdir(), 'claims-corpus-'));
    try {
      const sum = writeCorpus(folder, { articles: 5, annotations: 4, seed: 7 });
      const written = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
        one.isFile(),
      );
      assert.equal(written.length, 11);
      assert.equal(sum.articles, 5);
      const [, article] = [...generateCorpus({ articles: 5, annotations: 4, seed: 7 })];
      assert.equal(readFileSync(join(folder, article!.path), 'utf8'), article!.text);
      assert.equal(article!.path.split('/').length, 4);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Whether an article is as it was when its annotations were made. */
function standsAsStored(text: string, annotations: readonly Annotation[]): boolean {
  const points = Array.from(text);
  return annotations.every(({ passages }) =>
    passages.every(({ exact, start, end }) => points.slice(start, end).join('') === exact),
  );
}
