import type { Selector } from '../../src/core/anchoring';

/** Finds one passage in a text; what it finds does not matter here. */
export type Peer = (text: string, selector: Selector) => unknown;

interface ApproxMatch {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/**
 * A package if it is installed; typed by the caller, for the peers are not dependencies of the
 * product.
 */
async function optional(name: string): Promise<Record<string, unknown> | undefined> {
  try {
    return (await import(name)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/**
 * approx-string-match, used as the Hypothesis client documents its quote matching: up to half of
 * the quote in errors, candidates ranked by quote, context and position in the proportion 50 : 20 :
 * 20 : 2.
 */
export async function hypothesis(): Promise<Peer | undefined> {
  const module = await optional('approx-string-match');
  if (module === undefined) return undefined;
  const search = module['default'] as (
    text: string,
    pattern: string,
    maxErrors: number,
  ) => ApproxMatch[];
  const find = (text: string, pattern: string, maxErrors: number): ApproxMatch[] => {
    const exact: ApproxMatch[] = [];
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
      exact.push({ start: at, end: at + pattern.length, errors: 0 });
    return exact.length > 0 ? exact : search(text, pattern, maxErrors);
  };
  const likeness = (text: string, pattern: string): number =>
    text === '' || pattern === ''
      ? 0
      : 1 - (find(text, pattern, pattern.length)[0]?.errors ?? pattern.length) / pattern.length;
  return (text, { exact, prefix, suffix, start }) => {
    if (text.startsWith(exact, start)) return 92;
    let best = 0;
    for (const match of find(text, exact, Math.min(256, exact.length / 2))) {
      const before = text.slice(Math.max(0, match.start - prefix.length), match.start);
      const after = text.slice(match.end, match.end + suffix.length);
      const position = 1 - Math.abs(match.start - start) / text.length;
      const score =
        50 * (1 - match.errors / exact.length) +
        20 * likeness(before, prefix) +
        20 * likeness(after, suffix) +
        2 * position;
      best = Math.max(best, score);
    }
    return best;
  };
}

/**
 * dom-anchor-text-quote (diff-match-patch's bitap, 32-character slices); of the DOM it only needs
 * `textContent`.
 */
export async function domAnchor(): Promise<Peer | undefined> {
  const module = await optional('dom-anchor-text-quote');
  if (module === undefined) return undefined;
  const toTextPosition = (module['toTextPosition'] ??
    (module['default'] as Record<string, unknown>)['toTextPosition']) as (
    root: { textContent: string },
    quote: Pick<Selector, 'exact' | 'prefix' | 'suffix'>,
    options: { hint: number },
  ) => unknown;
  return (text, { exact, prefix, suffix, start }) => {
    return toTextPosition({ textContent: text }, { exact, prefix, suffix }, { hint: start });
  };
}
