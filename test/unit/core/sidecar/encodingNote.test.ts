import assert from 'node:assert/strict';
import { noteEncoding } from '../../../../src/core/sidecar/encodingNote';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';

const ANNOTATIONS = `annotations:
  # by hand
  - id: a1
    role: claim
    passages:
      - exact: words
        start: 0
        end: 5
`;

function noted(head: string, encoding?: string): string {
  return noteEncoding(readSidecar(`version: 1\n${head}${ANNOTATIONS}`), encoding).text;
}

describe('noteEncoding', () => {
  it('takes the note out, and what would be empty without it', () => {
    const plain = `version: 1\n${ANNOTATIONS}`;
    assert.equal(noted('article:\n  encoding: gb18030\n'), plain);
    assert.equal(
      noted('article:\n  title: A\n  encoding: gb18030 # old\n  url: https://a.example\n'),
      `version: 1\narticle:\n  title: A\n  url: https://a.example\n${ANNOTATIONS}`,
    );
  });

  it('puts one in, last among what stands there, in the file’s own layout', () => {
    assert.equal(noted('', 'gb18030'), `version: 1\narticle:\n  encoding: gb18030\n${ANNOTATIONS}`);
    assert.equal(
      noted('article:\n    title: A # a title\n', 'big5hkscs'),
      `version: 1\narticle:\n    title: A # a title\n    encoding: big5hkscs\n${ANNOTATIONS}`,
    );
    const crlf = `version: 1\n${ANNOTATIONS}`.replaceAll('\n', '\r\n');
    assert.ok(
      noteEncoding(readSidecar(crlf), 'gbk').text.startsWith(
        'version: 1\r\narticle:\r\n  encoding: gbk\r\nannotations:',
      ),
    );
  });

  it('exchanges one for another', () => {
    assert.equal(
      noted('article:\n  encoding: gbk\n  title: A\n', 'gb18030'),
      `version: 1\narticle:\n  encoding: gb18030\n  title: A\n${ANNOTATIONS}`,
    );
  });

  it('leaves a file as it is where that would touch other lines, or it can’t be written', () => {
    for (const head of [
      'article: {encoding: gbk, title: A}\n',
      'article:\n  encoding: gbk\nannotations: {}\n',
    ]) {
      const file = readSidecar(`version: 1\n${head}${ANNOTATIONS}`);
      assert.equal(noteEncoding(file, undefined), file);
    }
    const behind = readSidecar(`version: 1\n${ANNOTATIONS}article:\n  encoding: gbk\n`);
    assert.equal(noteEncoding(behind, 'gb18030'), behind);
    const newer = readSidecar(`version: 9\n${ANNOTATIONS}`);
    assert.equal(noteEncoding(newer, 'gbk'), newer);
  });
});
