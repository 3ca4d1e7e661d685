import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { isMissing } from '../errors.node';

/** With this, a pipe is opened at once, though nobody writes to it. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK;

/**
 * A file's text, if it is UTF-8; undefined if there is no such file. What isn't a file can't be
 * read: a pipe would never come to its end.
 *
 * @param limit how many bytes at most
 */
export function readText(
  path: string,
  limit: number,
): { readonly text: string } | 'unreadable' | undefined {
  try {
    const bytes = readBytes(path, limit);
    if (bytes === undefined) return 'unreadable';
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    return isMissing(error) ? undefined : 'unreadable';
  }
}

function readBytes(path: string, limit: number): Uint8Array | undefined {
  const file = openSync(path, FLAGS);
  try {
    // Of what was opened: there may be something else by that name meanwhile.
    const stats = fstatSync(file);
    return stats.isFile() && stats.size <= limit ? readFileSync(file) : undefined;
  } finally {
    closeSync(file);
  }
}
