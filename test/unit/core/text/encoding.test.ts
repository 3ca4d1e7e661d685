import assert from 'node:assert/strict';
import { isSameEncoding, showTheirEncoding } from '../../../../src/core/text/encoding';

const bytes = (...all: number[]) => new Uint8Array(all);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('showTheirEncoding', () => {
  it('is so for a byte-order mark, and for valid UTF-8 that isn’t ASCII', () => {
    assert.equal(showTheirEncoding(utf8('\uFEFFplain')), true);
    assert.equal(showTheirEncoding(utf8('闭源更强')), true);
    assert.equal(showTheirEncoding(utf8('naïve')), true);
    assert.equal(showTheirEncoding(bytes(0xff, 0xfe, 0x61, 0)), true);
    assert.equal(showTheirEncoding(bytes(0xfe, 0xff, 0, 0x61)), true);
  });

  it('isn’t so for ASCII, which is the same in many, and for other encodings', () => {
    assert.equal(showTheirEncoding(utf8('plain words')), false);
    assert.equal(showTheirEncoding(bytes()), false);
    // 闭源 in GB18030, and “naïve” in Latin-1.
    assert.equal(showTheirEncoding(bytes(0xb1, 0xd5, 0xd4, 0xb4)), false);
    assert.equal(showTheirEncoding(bytes(0x6e, 0x61, 0xef, 0x76, 0x65)), false);
  });
});

describe('isSameEncoding', () => {
  it('doesn’t mind how a name is written', () => {
    assert.equal(isSameEncoding('UTF-8', 'utf8'), true);
    assert.equal(isSameEncoding('GB18030', 'gb18030'), true);
    assert.equal(isSameEncoding('gbk', 'gb18030'), false);
  });
});
