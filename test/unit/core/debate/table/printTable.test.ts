import assert from 'node:assert/strict';
import { printTable } from '../../../../../src/core/debate/table/printTable';

const HEADS = ['Quote', 'Count'];

describe('a table as text', () => {
  it('runs no formula in a spreadsheet', () => {
    const rows = [
      ['=HYPERLINK("a")', -3],
      ['＝1+1', 2],
      [' @sum', 0],
      ['a-b', 1],
    ];
    assert.equal(
      printTable('csv', HEADS, rows),
      'Quote,Count\r\n"\'=HYPERLINK(""a"")",-3\r\n\'＝1+1,2\r\n\' @sum,0\r\na-b,1\r\n',
    );
    assert.equal(
      printTable('tsv', HEADS, [
        ['-1\t2', 3],
        ['说：“好”', 1],
      ]),
      'Quote\tCount\r\n"\'-1\t2"\t3\r\n说：“好”\t1\r\n',
    );
  });

  it('has no markup in Markdown, and one line for each row', () => {
    const rows = [
      ['a | b\n<img src=x> **c** [d](e)', 1],
      ['\u202etxt.exe `|`', 2],
    ];
    assert.equal(
      printTable('markdown', HEADS, rows),
      '| Quote | Count |\n| --- | --- |\n| a \\| b \\<img src=x\\> \\*\\*c\\*\\* \\[d\\](e) | 1 |\n| txt.exe \\`\\|\\` | 2 |\n',
    );
    assert.match(
      printTable('markdown', ['a'], [['https://a.b www.c.d']]),
      /https\\:\/\/a\.b www\u2060\.c/,
    );
  });
});
