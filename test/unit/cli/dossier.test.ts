import assert from 'node:assert/strict';
import { claimsForEach, tagged } from './claims';

const FIRST =
  '# The bridge\n\nThe bridge can wait, Lee said in spring.\n\nIt is cracked, say engineers.\n';
const SECOND =
  '---\ntitle: Later\ndate: 2024-07-11\nurl: https://news.example/b?x=<1>\n---\n\nLi now says: build it at once!\n';
const HOSTILE = '<script>alert(1)</script> [x](javascript:y) **b**\n\u202e# no heading';

describe('claims dossier', () => {
  const folder = claimsForEach();
  const { fine, run, article, write } = folder;
  beforeEach(() => {
    write(
      'claims.codebook.yaml',
      'version: 1\nspeakers: [{name: Li, aliases: [Lee]}]\ntopics: [{id: bridge, statement: The bridge is needed}]\n',
    );
    article('a.md', FIRST, [
      tagged(FIRST, 'a1', 'The bridge can wait', {
        ...{ speaker: 'Lee', stance: 'against', topic: 'bridge', date: '2024-04' },
      }),
      tagged(FIRST, 'a2', 'It is cracked', {
        ...{ role: 'rebuttal', speaker: 'Engineers' },
        links: [{ type: 'rebuts', target: 'a1' }],
      }),
    ]);
    article('b/c d.md', SECOND, [
      tagged(SECOND, 'b1', 'build it at once', { speaker: 'Li', stance: 'favor', topic: 'bridge' }),
    ]);
  });

  it('prints a speaker’s quotes in time, with sources and answers, as Markdown', async () => {
    assert.equal(
      await fine('dossier', '--speaker', 'Lee'),
      [
        '# Li',
        '2 quotes',
        '## The bridge is needed',
        [
          '- **claim · against · The bridge is needed**\n',
          '  > The bridge can wait\n',
          '  The bridge · 2024\\-04 · [a\\.md\\:3](<a.md#L3>)',
        ].join('\n'),
        [
          '  - **rebuts · Engineers · rebuttal**\n',
          '    > It is cracked\n',
          '    The bridge · No date · [a\\.md\\:5](<a.md#L5>)',
        ].join('\n'),
        [
          '- **claim · favor · The bridge is needed**\n',
          '  > build it at once\n',
          '  Later · 2024\\-07\\-11, the date of the article · [b\\/c d\\.md\\:7](<b/c%20d.md#L7>) · [original](<https://news.example/b?x=%3C1%3E>)',
        ].join('\n'),
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    );
  });

  it('prints what was said on a topic, by id or statement, under its speakers', async () => {
    const byId = await fine('dossier', '--topic', 'bridge', '--filter', 'since=2024-05');
    assert.match(
      byId,
      /^# The bridge is needed\n\n1 quote · Filter\\: since\\=2024\\-05\n\n## Li\n/,
    );
    assert.equal(
      await fine('dossier', '--topic', 'The bridge is needed', '--filter', 'since=2024-05'),
      byId,
    );
  });

  it('prints a page on which hostile text is text, and which runs nothing', async () => {
    article('c.md', HOSTILE, [
      tagged(HOSTILE, 'c1', HOSTILE, { speaker: HOSTILE, topic: HOSTILE, note: HOSTILE }),
    ]);
    const page = await fine('dossier', '--speaker', HOSTILE, '--format', 'html');
    const tags = new Set(Array.from(page.matchAll(/<(\w+)/g), ([, name]) => name));
    const usual = ['html', 'head', 'meta', 'title', 'style', 'body', 'h1', 'h2', 'p'];
    const quoted = ['ul', 'li', 'strong', 'blockquote', 'div', 'a'];
    assert.deepEqual([...tags].sort(), [...usual, ...quoted].sort());
    const links = Array.from(page.matchAll(/ (?:href|src|on\w+)="([^"]*)"/g), ([, to]) => to);
    assert.deepEqual(links, ['c.md#L1']);
    assert.ok(page.includes('<blockquote>&lt;script&gt;alert(1)&lt;/script&gt; [x]('));
    assert.doesNotMatch(page, /\u202e/);
    const markdown = await fine('dossier', '--speaker', HOSTILE);
    assert.doesNotMatch(markdown, /<script|\[x\]\(|\u202e|^\s*#[^#]*no heading/m);
  });

  it('refuses to be asked for nothing, and for what there isn’t', async () => {
    assert.deepEqual((await run('dossier')).code, 2);
    assert.deepEqual((await run('dossier', '--speaker', 'Li', '--topic', 'x')).code, 2);
    const { code, err } = await run('dossier', '--speaker', 'Nobody');
    assert.deepEqual([code, /Nobody/.test(err)], [1, true]);
  });
});
