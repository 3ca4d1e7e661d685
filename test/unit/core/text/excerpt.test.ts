import assert from 'node:assert/strict';
import { excerpt, shownQuote } from '../../../../src/core/text/excerpt';

describe('shownQuote', () => {
  it('gives all words and lines, without marks of emphasis and what disguises text', () => {
    assert.equal(shownQuote('**一、为什么**\n不开\u202e源'), '一、为什么\n不开源');
  });
});

describe('excerpt', () => {
  it('shows no marks of strong emphasis, and leaves what is none', () => {
    assert.equal(excerpt('他说**开源**更强**，'), '他说开源更强，');
    assert.equal(excerpt('**Open models'), 'Open models');
    assert.equal(excerpt('2 ** 3 is 8, \\*\\* stays'), '2 ** 3 is 8, \\*\\* stays');
  });

  it('gives short texts whole, on one line', () => {
    assert.equal(excerpt('  one\n\ttwo  three ', 20), 'one two three');
    assert.equal(excerpt('', 20), '');
  });

  it('counts two columns for Han characters and one for Latin ones', () => {
    assert.equal(excerpt('abcdefgh', 8), 'abcdefgh');
    assert.equal(excerpt('abcdefghi', 8), 'abcdefgh…');
    assert.equal(excerpt('开源模型', 8), '开源模型');
    assert.equal(excerpt('开源模型好', 8), '开源模型…');
    assert.equal(excerpt('a开源模型', 8), 'a开源模…');
  });

  it('cuts no character in two, and leaves no space before the ellipsis', () => {
    assert.equal(excerpt('👩‍👩‍👧‍👧👩‍👩‍👧‍👧', 3), '👩‍👩‍👧‍👧…');
    assert.equal(excerpt('e\u0301e\u0301e\u0301', 2), 'e\u0301e\u0301…');
    assert.equal(excerpt('one two', 4), 'one…');
  });
});
