import { compareText } from '../text/compare';
import { compareMatches, type ArticleMatch } from './articleMatch';

/** A file that holds quotations of annotations that have lost their article. */
export interface FoundText {
  /** Where it is; its text tells files apart. */
  readonly uri: { readonly path: string; toString(): string };
  readonly match: ArticleMatch;
  /** It has annotations of its own: it is hardly the lost article, though its text may be. */
  readonly hasSidecar: boolean;
}

/**
 * Orders the files found for a lost article, the best first: by what was found; then files without
 * annotations of their own, those with the lost article's name, and by path.
 */
export function compareFoundTexts(lostName: string, a: FoundText, b: FoundText): number {
  const isRenamed = ({ uri }: FoundText) => Number(!uri.path.endsWith(`/${lostName}`));
  return (
    compareMatches(a.match, b.match) ||
    Number(a.hasSidecar) - Number(b.hasSidecar) ||
    isRenamed(a) - isRenamed(b) ||
    compareText(a.uri.path, b.uri.path)
  );
}

/** Which lost articles are certainly which new files. */
export interface CertainMoves<T> {
  /** Lost article's key, and the file that it is now. */
  readonly moves: readonly (readonly [lost: string, found: T])[];
  /** The lost articles for which it isn't certain. */
  readonly left: readonly string[];
}

/**
 * Says where it is certain which of the new files a lost article is: just one of them holds all of
 * its passages word for word, has no annotations of its own, and isn't another lost article as
 * well.
 *
 * @param found by lost article's key, the files that hold quotations of it
 */
export function certainMoves<T extends FoundText>(
  found: ReadonlyMap<string, readonly T[]>,
): CertainMoves<T> {
  const certain = [...found].map(
    ([lost, texts]) =>
      [lost, texts.filter(({ match, hasSidecar }) => match.certain && !hasSidecar)] as const,
  );
  const claims = new Map<string, number>();
  for (const [, texts] of certain)
    for (const { uri } of texts) claims.set(uri.toString(), (claims.get(uri.toString()) ?? 0) + 1);
  const moves: (readonly [string, T])[] = [];
  const left: string[] = [];
  for (const [lost, [only, ...others]] of certain) {
    const isCertain = only !== undefined && others.length === 0;
    if (isCertain && claims.get(only.uri.toString()) === 1) moves.push([lost, only]);
    else left.push(lost);
  }
  return { moves, left };
}
