import { distance } from 'fastest-levenshtein';
import type { Speaker } from '../model/types';
import { nameKey, tidyName } from '../text/names/names';
import { pinyinInitials } from '../text/names/pinyin';

const CHINESE_NAME = /^\p{Script=Han}+$/u;
/** Shorter ones are other people's where one character differs: 李明 and 李朋. */
const LEAST_CHARACTERS = 3;
/** One letter in so many may be a slip of the keyboard. */
const LETTERS_PER_SLIP = 6;
/** How much of a name is compared, in UTF-16 units. */
const COMPARED = 60;

/** The speakers that the codebook lists, by any of the names that it gives. */
export class SpeakerNames {
  private readonly names: ReadonlySet<string>;
  private readonly canonical = new Map<string, string>();
  private readonly guesses = new Map<string, string | undefined>();
  private lengths: ReadonlyMap<number, readonly string[]> | undefined;

  constructor(speakers: readonly Speaker[]) {
    this.names = new Set(speakers.map(({ name }) => name));
    // Names before aliases: a name that is somebody else's alias still means its bearer.
    for (const { name } of speakers) this.add(name, name);
    for (const { name, aliases } of speakers)
      for (const alias of aliases ?? []) this.add(alias, name);
  }

  /**
   * The canonical name behind `name`; `name` itself, trimmed, where the codebook doesn't know it.
   */
  of(name: string): string {
    // Two names may differ in case alone: as it is written, each means its own bearer.
    return this.names.has(name)
      ? name
      : (this.canonical.get(nameKey(name)) ?? (name.trim() || name));
  }

  /**
   * The name under which a speaker is listed: the canonical one; of a name that the codebook
   * doesn't know, the way it is usually written, so that what looks the same stands together.
   */
  listedAs(name: string): string {
    const canonical = this.of(name);
    return this.names.has(canonical) ? canonical : tidyName(canonical) || canonical;
  }

  /** Whether nobody is listed: then the codebook doesn't say who there is. */
  get isEmpty(): boolean {
    return this.names.size === 0;
  }

  /** Whether a speaker is listed, by this name or as an alias; anybody where nobody is listed. */
  has(speaker: string): boolean {
    return this.isEmpty || this.canonical.has(nameKey(speaker));
  }

  /**
   * The listed speaker who was probably meant by a name that isn't listed: the same but for a slip
   * of the keyboard. In Chinese that is another character of the same initial (李彦弘 for 李彦宏), in
   * other scripts one letter in six. Numbers are never slips: `Speaker 1` isn't `Speaker 2`.
   */
  meant(speaker: string): string | undefined {
    const key = nameKey(speaker);
    if (this.isEmpty || key.length > COMPARED || this.canonical.has(key)) return undefined;
    if (!this.guesses.has(key)) this.guesses.set(key, this.guess(key));
    return this.guesses.get(key);
  }

  private guess(key: string): string | undefined {
    const isChinese = CHINESE_NAME.test(key);
    const slips = isChinese ? 1 : Math.floor(key.length / LETTERS_PER_SLIP);
    if (slips === 0 || (isChinese && key.length < LEAST_CHARACTERS)) return undefined;
    const isMeant = (other: string) =>
      distance(key, other) <= slips &&
      digitsOf(key) === digitsOf(other) &&
      (!isChinese || pinyinInitials(key) === pinyinInitials(other));
    const byLength = (this.lengths ??= byLengthOf(this.canonical.keys()));
    for (let length = key.length - slips; length <= key.length + slips; length++) {
      const found = byLength.get(length)?.find(isMeant);
      if (found !== undefined) return this.canonical.get(found);
    }
    return undefined;
  }

  private add(name: string, canonical: string): void {
    const folded = nameKey(name);
    if (!this.canonical.has(folded)) this.canonical.set(folded, canonical);
  }
}

function byLengthOf(keys: Iterable<string>): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const key of keys) {
    const sameLength = found.get(key.length);
    if (sameLength === undefined) found.set(key.length, [key]);
    else sameLength.push(key);
  }
  return found;
}

function digitsOf(text: string): string {
  return text.replace(/\P{N}/gu, '');
}
