import assert from 'node:assert/strict';
import { linkTarget, printQuotes } from '../../../../src/core/exchange/quoteList';

describe('quotations with their sources', () => {
  it('are block quotations, whole and word by word', () => {
    assert.equal(
      printQuotes([
        {
          quote: '桥要**先**修。\n\n路可以等。',
          speaker: '甲_方',
          title: '桥 [旧]\n与路',
          link: 'a/b.md',
          date: '2024-07-11',
          isArticleDate: true,
        },
        { quote: 'The bridge can wait', title: 'b.md', link: 'b.md', date: '2024' },
      ]),
      '> 桥要**先**修。\n>\n> 路可以等。\n>\n> — 甲\\_方, [桥 \\[旧\\] 与路](a/b.md), (2024-07-11)\n\n' +
        '> The bridge can wait\n>\n> — [b.md](b.md), 2024\n',
    );
  });

  it('link to the web page that the article names, else to its file', () => {
    assert.equal(linkTarget('a/b.md', 'https://example.org/a?b=1'), 'https://example.org/a?b=1');
    assert.equal(linkTarget('文 章/a (1).md', undefined), '%E6%96%87%20%E7%AB%A0/a%20%281%29.md');
    for (const hostile of ['javascript:alert(1)', 'https://x y', 'https://x)[y](z', 'command:x'])
      assert.equal(linkTarget('a.md', hostile), 'a.md');
  });
});
