import { Minimatch } from 'minimatch';

/**
 * Whether a path is the wanted one or matches the pattern: `*` and `?` within a part, `**` for any
 * parts, `[…]`, `{…,…}`. A name with brackets is found as it is, too. The matcher takes a time in
 * proportion to pattern and path, whatever stands in them: patterns come with codebooks, too.
 */
export function pathTest(wanted: string): (path: string) => boolean {
  const plain = wanted.normalize('NFC').replace(/^(?:\.\/)+/, '');
  const pattern = new Minimatch(plain, {
    platform: 'linux',
    dot: true,
    noext: true,
    nonegate: true,
    nocomment: true,
    braceExpandMax: 100,
  });
  return (path) => {
    const composed = path.normalize('NFC');
    return composed === plain || pattern.match(composed);
  };
}
