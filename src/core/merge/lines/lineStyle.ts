import type { PieceVersions } from './mergeSequence';
import { mergeText, sameLines } from './mergeText';

/** How a file's lines are written: taken over by lines that come from another one. */
export interface LineStyle {
  /** What stands before the dash of each annotation. */
  readonly indent: string;
  readonly eol: string;
}

/** Whole lines that were indented by `from`, as lines of a file with another style. */
export function restyleLines(lines: string, from: string, { indent, eol }: LineStyle): string {
  if (lines === '') return lines;
  const ended = lines.endsWith('\n') ? lines : lines + eol;
  const shifted =
    from === indent
      ? ended
      : ended.replace(/^.+/gm, (line) =>
          line.startsWith(from) ? indent + line.slice(from.length) : line,
        );
  return shifted.replace(/\r?\n/g, eol);
}

/**
 * The lines of a part that both sides may have changed: those of the one that did, or both sides'
 * changes together; else ours'. Undefined where none of these say what the merge is to say.
 */
export function mergePieceLines(
  { base, ours, theirs }: PieceVersions<unknown>,
  eol: string,
  says: (lines: string) => boolean,
): string | undefined {
  const [was, is, other] = [base?.lines, ours?.lines, theirs?.lines];
  const unchanged = (lines: string) => was !== undefined && sameLines(was, lines);
  if (other !== undefined && (is === undefined || unchanged(is)) && says(other)) return other;
  if (is === undefined) return undefined;
  if ((other === undefined || unchanged(other)) && says(is)) return is;
  const merged =
    was === undefined || other === undefined ? undefined : mergeText(was, is, other, eol);
  if (merged?.clean === true && says(merged.text)) return merged.text;
  return says(is) ? is : undefined;
}

/** Pieces of text one below the other: each but the last ends its line. */
export function joinLines(parts: readonly string[], eol: string): string {
  const filled = parts.filter((part) => part !== '');
  return filled
    .map((part, i) => (i === filled.length - 1 || part.endsWith('\n') ? part : part + eol))
    .join('');
}
