import assert from 'node:assert/strict';
import { paragraphStart } from '../../../../../src/core/text/blocks/paragraphStart';

/** The line at which the paragraph of `¦` begins. */
function firstLine(marked: string): string {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  return text.slice(paragraphStart(text, offset)).split('\n')[0] ?? '';
}

describe('the beginning of a paragraph', () => {
  it('stands below a blank line, a heading, or at the top', () => {
    assert.equal(firstLine('One\ntwo\n\nthree,\nfour,\nfi¦ve'), 'three,');
    assert.equal(firstLine('One\ntw¦o'), 'One');
    assert.equal(firstLine('# Head\nfirst¦ line'), 'first line');
    assert.equal(firstLine('text\n# He¦ad'), '# Head');
  });

  it('is an item, or a turn of a transcript', () => {
    assert.equal(firstLine('• 一\n• 二\n  续¦行'), '• 二');
    assert.equal(firstLine('甲：好。\n乙：不¦好。'), '乙：不好。');
  });

  it('is not looked for far up', () => {
    assert.match(firstLine(`${'a\n'.repeat(1_000)}b¦`), /^a$/);
  });
});
