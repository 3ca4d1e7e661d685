/**
 * The letters that syllables of Mandarin begin with. Unicode's collation by pinyin (CLDR,
 * zh-u-co-pinyin) has a mark for each, U+FDD0 and the letter, that sorts right before the first
 * character read with it: made for the index at the side of a list of contacts.
 */
const LETTERS = Array.from('ABCDEFGHJKLMNOPQRSTWXYZ');
const HAN = /\p{Script=Han}/u;

let collator: Intl.Collator | undefined;
const known = new Map<string, string>();

/**
 * The first letters of a name's syllables, as people type Chinese names: `lyh` for 李彦宏. Of a
 * character with several readings the most common one counts. Other characters stay as they are.
 */
export function pinyinInitials(name: string): string {
  return Array.from(name, (character) => (HAN.test(character) ? initialOf(character) : character))
    .join('')
    .toLowerCase();
}

function initialOf(character: string): string {
  const remembered = known.get(character);
  if (remembered !== undefined) return remembered;
  const { compare } = (collator ??= new Intl.Collator('zh-u-co-pinyin'));
  const initial = LETTERS.findLast((letter) => compare(`\uFDD0${letter}`, character) <= 0) ?? '';
  known.set(character, initial);
  return initial;
}
