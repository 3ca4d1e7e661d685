/**
 * How many characters of two texts are compared at a time: comparing parts is many times as fast as
 * comparing characters.
 */
const CHUNK = 4_096;

/** How long the part is with which both texts start, in UTF-16 units. */
export function commonStart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same + CHUNK <= shorter && a.slice(same, same + CHUNK) === b.slice(same, same + CHUNK))
    same += CHUNK;
  while (same < shorter && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}

/** How long the part is with which both texts end, in UTF-16 units. */
export function commonEnd(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  const part = (text: string, same: number) =>
    text.slice(text.length - same - CHUNK, text.length - same);
  let same = 0;
  while (same + CHUNK <= shorter && part(a, same) === part(b, same)) same += CHUNK;
  while (same < shorter && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same))
    same++;
  return same;
}
