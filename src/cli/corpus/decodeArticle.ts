import * as l10n from '@vscode/l10n';
import { canonicalEncoding, showTheirEncoding } from '../../core/text/encoding';

/** The names of encodings that VS Code has and Node has others for. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  shiftjis: 'shift_jis',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  big5hkscs: 'big5-hkscs',
  macroman: 'macintosh',
  koi8r: 'koi8-r',
  koi8u: 'koi8-u',
  utf8: 'utf-8',
  utf8bom: 'utf-8',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
};

/**
 * An article's text as its bytes mean it: what they say themselves goes before the encoding that
 * the sidecar notes; without a note it is UTF-8.
 *
 * @throws Error if they can't be read so
 */
export function decodeArticle(bytes: Uint8Array, noted: string | undefined): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (noted !== undefined && !showTheirEncoding(bytes)) {
    const decoder = decoderOf(noted);
    if (decoder !== undefined) return decoder.decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(
      l10n.t('not UTF-8: the sidecar must note its encoding, as “article: {0}”.', '{encoding: …}'),
      { cause: error },
    );
  }
}

function decoderOf(noted: string) {
  const canonical = canonicalEncoding(noted);
  const windows = /^windows(\d+)$/.exec(canonical);
  const names = [
    noted,
    OTHER_NAMES[canonical],
    windows && `windows-${windows[1] ?? ''}`,
    canonical,
  ];
  const known = names.find((name) => typeof name === 'string' && isKnown(name));
  return typeof known === 'string' ? new TextDecoder(known) : undefined;
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}
