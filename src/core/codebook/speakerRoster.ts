import { distance } from 'fastest-levenshtein';
import type { Speaker } from '../model/types';
import { nameKey } from '../text/names/names';
import { pinyinInitials } from '../text/names/pinyin';

const CHINESE_NAME = /^\p{Script=Han}+$/u;
/** Shorter ones are other people's where one character differs: 李明 and 李朋. */
const LEAST_CHARACTERS = 3;
/** One letter in so many may be a slip of the keyboard. */
const LETTERS_PER_SLIP = 6;
/** How much of a name is compared, in UTF-16 units. */
const COMPARED = 60;

/** The speakers that the codebook lists, by their names and aliases. */
export class SpeakerRoster {
  private readonly names = new Map<string, string>();
  private readonly keysByLength = new Map<number, string[]>();
  private readonly guesses = new Map<string, string | undefined>();

  constructor(speakers: readonly Speaker[]) {
    for (const { name, aliases = [] } of speakers)
      for (const one of [name, ...aliases]) this.add(nameKey(one), name);
  }

  /** Whether nobody is listed: then the codebook doesn't say who there is. */
  get isEmpty(): boolean {
    return this.names.size === 0;
  }

  /** Whether a speaker is listed, by this name or as an alias; anybody where nobody is listed. */
  has(speaker: string): boolean {
    return this.isEmpty || this.names.has(nameKey(speaker));
  }

  /**
   * The listed speaker who was probably meant by a name that isn't listed: the same but for a slip
   * of the keyboard. In Chinese that is another character of the same initial (李彦弘 for 李彦宏), in
   * other scripts one letter in six. Numbers are never slips: `Speaker 1` isn't `Speaker 2`.
   */
  meant(speaker: string): string | undefined {
    const key = nameKey(speaker);
    if (this.isEmpty || key.length > COMPARED || this.names.has(key)) return undefined;
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
    for (let length = key.length - slips; length <= key.length + slips; length++) {
      const found = this.keysByLength.get(length)?.find(isMeant);
      if (found !== undefined) return this.names.get(found);
    }
    return undefined;
  }

  private add(key: string, name: string): void {
    if (this.names.has(key)) return;
    this.names.set(key, name);
    const sameLength = this.keysByLength.get(key.length);
    if (sameLength === undefined) this.keysByLength.set(key.length, [key]);
    else sameLength.push(key);
  }
}

function digitsOf(text: string): string {
  return text.replace(/\P{N}/gu, '');
}
