/**
 * Whether a file's bytes say themselves that they are UTF-8 or UTF-16: by a byte-order mark, or by
 * being valid UTF-8 that isn't ASCII (of ASCII, nothing can be said). Text of another encoding is
 * almost never valid UTF-8.
 */
export function showTheirEncoding(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.some((byte) => byte >= 0x80) && isUtf8(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What stands for bytes that couldn't be decoded. */
export const UNDECODED = '\uFFFD';

/** Whether two names mean the same encoding, however they are written: `UTF-8`, `utf8`. */
export function isSameEncoding(one: string, other: string): boolean {
  return canonicalEncoding(one) === canonicalEncoding(other);
}

/** The name of an encoding as VS Code has it: small letters and digits. */
export function canonicalEncoding(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
