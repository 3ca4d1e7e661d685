import * as l10n from '@vscode/l10n';
import { makeSelector } from '../anchoring';
import { RefusedError } from '../model/problem';
import type { CodePointMap } from '../text/codePoints';
import { UNDECODED } from '../text/encoding';
import type { Utf16Range } from '../text/range';

/**
 * A new passage at a place of the text: quote, context and position as the sidecar has them.
 * Characters that couldn't be decoded are no context.
 */
export function describePassage(
  text: string,
  range: Utf16Range,
  map: CodePointMap,
): { exact: string; prefix: string; suffix: string; start: number; end: number } {
  const { exact, prefix, suffix, start, end } = makeSelector(text, range);
  const [before, after] = [prefix.split(UNDECODED).at(-1), suffix.split(UNDECODED)[0]];
  return {
    exact,
    prefix: before ?? '',
    suffix: after ?? '',
    ...map.rangeToCodePoints({ start, end }),
  };
}

/** @throws RefusedError if a quote can't be kept, because nobody knows what some of it was */
export function refuseUndecoded(passages: readonly { readonly exact: string }[]): void {
  if (passages.some(({ exact }) => exact.includes(UNDECODED)))
    throw new RefusedError(
      l10n.t(
        'Some of these words could not be read ({0}): the article was probably opened in the wrong encoding. Choose “Reopen with Encoding” in the status bar, then select them again.',
        UNDECODED,
      ),
    );
}
