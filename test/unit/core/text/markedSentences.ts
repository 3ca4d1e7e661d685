import assert from 'node:assert/strict';
import type { TextKind } from '../../../../src/core/text/blocks/markdownParser';
import { sentenceAt } from '../../../../src/core/text/sentence';

/** Checks the sentence at the cursor `¦`: the stretch between `‹` and `›`. */
export function check(marked: string, kind?: TextKind): void {
  const text = marked.replace(/[‹›¦]/g, '');
  const expected = marked.slice(marked.indexOf('‹') + 1, marked.indexOf('›')).replace('¦', '');
  const { start, end } = sentenceAt(text, marked.replace(/[‹›]/g, '').indexOf('¦'), kind);
  assert.equal(text.slice(start, end), expected, marked);
  assert.equal(start, marked.replace('¦', '').indexOf('‹'), `place of: ${marked}`);
}

export const checkAll = (title: string, cases: readonly string[]) =>
  it(title, () => cases.forEach((one) => check(one)));
