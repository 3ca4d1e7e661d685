import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ArticleText } from '../../../../src/core/text/articleText';
import { readFrontMatter } from '../../../../src/core/exchange/frontMatter';

describe('ArticleText', () => {
  it('makes its maps once, when they are asked for', () => {
    const article = new ArticleText('𠮷a\nb');
    assert.equal(article.map.toCodePoint(2), 1);
    assert.deepEqual(article.lines.at(4), { line: 2, column: 1 });
    assert.equal(article.map, article.map);
    assert.equal(article.lines, article.lines);
  });
});

describe('readFrontMatter', () => {
  it('reads what web clippers, blogs and note tools write', () => {
    assert.deepEqual(
      readFrontMatter(
        '---\ntitle: "开源：之争"\nauthors: [甲, "乙"]\ndate: 2024-07-11 08:00:00\nsource: https://example.org/a?b=c\ntags: [x]\n---\n# Other\n',
      ),
      {
        title: '开源：之争',
        author: '甲, 乙',
        published: '2024-07-11',
        url: 'https://example.org/a?b=c',
      },
    );
    assert.deepEqual(
      readFrontMatter('---\nheadline: >-\n  folded\n  title\nbyline: 007\npublished: 2024\n---\n'),
      { title: 'folded title', author: '007', published: '2024' },
    );
  });

  it('takes the first heading for the title where there is none', () => {
    assert.deepEqual(readFrontMatter('intro\n\n# 标题 #\n\n# 第二\n'), { title: '标题' });
    assert.deepEqual(readFrontMatter('---\nauthor: 甲\n---\n\n# 标题\n'), {
      author: '甲',
      title: '标题',
    });
    assert.deepEqual(readFrontMatter('---\ntitle:\n---\n#no heading\n## nor this\n'), {});
  });

  it('finds nothing in what is no front matter, and takes no address that isn’t one', () => {
    for (const text of [
      '',
      'title: x\n',
      '---\ntitle: x\n',
      '---\n[\n---\n',
      '---\n- a\n---\n',
      ' ---\ntitle: x\n---\n',
      `---\n${'x: y\n'.repeat(10_000)}title: x\n---\n`,
    ])
      assert.deepEqual(readFrontMatter(text), {}, text.slice(0, 30));
    assert.deepEqual(
      readFrontMatter('---\nurl: javascript:alert(1)\nsource: {name: x}\ntitle: [a, [b]]\n---\n'),
      { title: 'a, b' },
    );
    assert.deepEqual(readFrontMatter('---\ntitle: [\n---\n# Heading\n'), { title: 'Heading' });
  });

  it('reads the awkward articles', () => {
    const folder = fileURLToPath(new URL('../../../fixtures/articles/', import.meta.url));
    const titles = Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name !== 'README.md')
        .map((name) => [name, readFrontMatter(readFileSync(folder + name, 'utf8'))]),
    );
    assert.deepEqual(titles['school-meals.zh.md'], {
      title: '校餐要不要统一配送？家长："先让我看看厨房"',
      author: '青石晨报',
      published: '2024-09-18',
    });
    assert.deepEqual(titles['library-hours.en.md'], {
      title: 'Sunday opening: "a library is not a shop"',
      published: '2025-02-09',
    });
    assert.deepEqual(titles['shared-bikes.zh.txt'], {});
  });
});
