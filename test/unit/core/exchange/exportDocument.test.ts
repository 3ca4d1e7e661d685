import assert from 'node:assert/strict';
import { DEFAULT_CODEBOOK, EMPTY_CODEBOOK } from '../../../../src/core/codebook/codebook';
import { readCodebook } from '../../../../src/core/codebook/readCodebook';
import {
  codebookInUse,
  exportDocument,
  printExport,
} from '../../../../src/core/exchange/exportDocument';
import type { Annotation, ArticleMetadata } from '../../../../src/core/model/types';
import { FRONT_MATTER, TEXT, articleOf, tagged, valid } from './exportedArticles';

describe('exportDocument', () => {
  it('is what the contract shows', () => {
    const { codebook } = readCodebook(
      'version: 1\ntopics: [{id: closed-over-open, statement: 闭源大模型优于开源大模型}]\nspeakers: [{name: 李彦宏, aliases: [Robin Li], affiliation: 百度}]\n',
    );
    const claim = tagged('k3v9x2m7qa', '开源模型其实是一种智商税', {
      speaker: '李彦宏',
      stance: 'favor',
      links: [{ type: 'rebuts', target: 'p8w2c4t6ye' }],
      creator: 'Zhang San',
      created: '2026-11-22T09:30:00Z',
      modified: '2026-11-22T09:31:00Z',
    });
    const {
      exact,
      prefix = '',
      suffix = '',
      start = 0,
      end = 0,
    } = claim.passages[0] ?? { exact: '' };
    const document = valid(
      exportDocument(
        [
          articleOf('articles/a.md', `甲\n\n${TEXT.slice(FRONT_MATTER.length)}`, [claim], {
            title: '另一个题目',
            url: 'https://example.org/a',
          }),
        ],
        codebook,
      ),
    );
    const now = 3 + start - Array.from(FRONT_MATTER).length;
    assert.equal(
      printExport(document),
      `${JSON.stringify(
        {
          format: 'claim-annotator',
          version: 1,
          articles: [
            {
              path: 'articles/a.md',
              title: '另一个题目',
              url: 'https://example.org/a',
              override: { title: '另一个题目', url: 'https://example.org/a' },
            },
          ],
          codebook: {
            roles: [{ id: 'claim' }],
            stances: [{ id: 'favor' }],
            links: [{ id: 'rebuts' }],
            topics: [{ id: 'closed-over-open', statement: '闭源大模型优于开源大模型' }],
            speakers: [{ name: '李彦宏', aliases: ['Robin Li'], affiliation: '百度' }],
          },
          annotations: [
            {
              id: 'k3v9x2m7qa',
              article: 'articles/a.md',
              role: 'claim',
              speaker: '李彦宏',
              stance: 'favor',
              passages: [
                {
                  exact,
                  prefix,
                  suffix,
                  state: 'anchored',
                  start: now,
                  end: now + end - start,
                  line: 3,
                  column: 11,
                  stored: { start, end },
                },
              ],
              state: 'anchored',
              links: [{ type: 'rebuts', target: 'p8w2c4t6ye' }],
              creator: 'Zhang San',
              created: '2026-11-22T09:30:00Z',
              modified: '2026-11-22T09:31:00Z',
            },
          ],
        },
        undefined,
        2,
      )}\n`,
    );
  });

  it('tells of an article what its front matter says, and the sidecar above it', () => {
    const metadata = (override: ArticleMetadata, text: string | undefined = TEXT) =>
      exportDocument([articleOf('a.md', text, [], override)], EMPTY_CODEBOOK).articles[0];
    assert.deepEqual(metadata({}), {
      path: 'a.md',
      title: '开源与闭源之争',
      author: '某作者',
      published: '2024-07-11',
    });
    const whole = metadata({
      site: 'x',
      encoding: 'gb18030',
      url: 'https://example.org',
      author: '她',
    });
    assert.deepEqual(whole, {
      path: 'a.md',
      title: '开源与闭源之争',
      author: '她',
      published: '2024-07-11',
      url: 'https://example.org',
      encoding: 'gb18030',
      site: 'x',
      override: { author: '她', url: 'https://example.org', encoding: 'gb18030', site: 'x' },
    });
    assert.equal(
      Object.keys(whole).join(' '),
      'path title author published url encoding site override',
    );
    assert.deepEqual(
      exportDocument([articleOf('a.md', undefined, [], { title: 'gone' })], EMPTY_CODEBOOK)
        .articles,
      [{ path: 'a.md', title: 'gone', override: { title: 'gone' } }],
    );
  });

  it('is not misled by a sidecar’s own keys `path` and `override`', () => {
    assert.deepEqual(
      exportDocument([articleOf('a.md', '', [], { path: 'b.md', override: 1 })], EMPTY_CODEBOOK)
        .articles,
      [{ path: 'a.md', override: { path: 'b.md', override: 1 } }],
    );
  });

  it('goes through articles by path, annotations by present place, orphans last by stored place', () => {
    const lost = (id: string, start: number): Annotation => ({
      id,
      role: 'claim',
      passages: [{ exact: 'these words stand nowhere in any of the articles', start }],
    });
    const one = articleOf('b/a.md', TEXT, [
      lost('lost9', 900),
      tagged('late', 'Ann Li disagreed with him at some length'),
      lost('lost1', 100),
      tagged('wide', '开源模型其实是一种智商税'),
      { ...tagged('inner', '智商税'), role: 'evidence' },
      tagged('same', '开源模型其实是一种'),
    ]);
    const { articles, annotations } = exportDocument(
      [
        one,
        articleOf('a𠮷.md', TEXT, []),
        articleOf('aﬀ.md', TEXT, [tagged('other', '没有人回答他')]),
        articleOf('B.md', undefined, []),
      ],
      EMPTY_CODEBOOK,
    );
    assert.deepEqual(
      articles.map(({ path }) => path),
      ['B.md', 'aﬀ.md', 'a𠮷.md', 'b/a.md'],
      'by code point',
    );
    assert.deepEqual(
      annotations.map(({ id }) => id),
      ['other', 'wide', 'same', 'inner', 'late', 'lost1', 'lost9'],
    );
  });

  it('gives the codebook’s values, or, without one, those in use, each once', () => {
    const used: Annotation[] = [
      tagged('a', '智商税', {
        role: 'claim',
        speaker: '李彦宏',
        stance: 'favor',
        topic: 't',
        links: [
          { type: 'rebuts', target: 'b' },
          { type: 'quotes', target: 'c' },
        ],
      }),
      tagged('b', '没有人', {
        role: 'aside',
        speaker: 'Ann',
        stance: 'favor',
        links: [{ type: 'rebuts', target: 'a' }],
      }),
    ];
    assert.deepEqual(exportDocument([articleOf('a.md', TEXT, used)], undefined).codebook, {
      roles: [{ id: 'aside' }, { id: 'claim' }],
      stances: [{ id: 'favor' }],
      links: [{ id: 'quotes' }, { id: 'rebuts' }],
      topics: [{ id: 't' }],
      speakers: [{ name: 'Ann' }, { name: '李彦宏' }],
    });
    assert.deepEqual(
      exportDocument([articleOf('a.md', TEXT, used)], DEFAULT_CODEBOOK).codebook,
      DEFAULT_CODEBOOK,
    );
    assert.deepEqual(codebookInUse([]), EMPTY_CODEBOOK);
  });

  it('is a document also of nothing', () => {
    assert.deepEqual(valid(exportDocument([], undefined)), {
      format: 'claim-annotator',
      version: 1,
      articles: [],
      codebook: EMPTY_CODEBOOK,
      annotations: [],
    });
  });
});
