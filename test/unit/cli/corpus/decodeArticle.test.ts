import assert from 'node:assert/strict';
import { decodeArticle } from '../../../../src/cli/corpus/decodeArticle';

const bytes = (...all: readonly number[]) => Uint8Array.from(all);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decoding an article', () => {
  it('goes by what the bytes say before what is noted', () => {
    assert.equal(decodeArticle(utf8('桥'), 'gb18030'), '桥');
    assert.equal(decodeArticle(bytes(0xff, 0xfe, 0x65, 0x68), 'gbk'), '桥');
    assert.equal(decodeArticle(bytes(0xfe, 0xff, 0x68, 0x65), undefined), '桥');
    assert.equal(decodeArticle(utf8('\uFEFF桥'), undefined), '桥');
  });

  it('knows encodings by the names of editors', () => {
    const bridge: Readonly<Record<string, Uint8Array>> = {
      gb18030: bytes(0xc7, 0xc5),
      gbk: bytes(0xc7, 0xc5),
      big5hkscs: bytes(0xbe, 0xf4),
      shiftjis: bytes(0x8b, 0xb4),
      eucjp: bytes(0xb6, 0xb6),
    };
    const expected: Readonly<Record<string, string>> = {
      big5hkscs: '橋',
      shiftjis: '橋',
      eucjp: '橋',
    };
    for (const [encoding, of] of Object.entries(bridge))
      assert.equal(decodeArticle(of, encoding), expected[encoding] ?? '桥', encoding);
    for (const encoding of ['windows1252', 'windows-1252', 'iso88591', 'ISO 8859-1'])
      assert.equal(decodeArticle(bytes(0xe9), encoding), 'é', encoding);
    assert.equal(decodeArticle(bytes(0xc5), 'koi8r'), 'е');
  });

  it('refuses what it can’t know', () => {
    for (const noted of [undefined, 'nonsense', ''])
      assert.throws(() => decodeArticle(bytes(0xc7, 0xc5), noted), /not UTF-8: the sidecar must/);
    assert.equal(decodeArticle(utf8('plain'), 'nonsense'), 'plain');
  });
});
