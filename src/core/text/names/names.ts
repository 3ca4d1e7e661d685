/** Signs between the parts of a name that look alike: 唐纳德·特朗普, written with any of them. */
const MIDDLE_DOTS = /[\u00b7\u0387\u2022\u2027\u2219\u22c5\u30fb\u318d\uff65]/g;
const APOSTROPHES = /[\u0027\u0060\u00b4\u02b9\u02bc\u2018\u2019\u201b\u2032\uff07]/g;
/**
 * Signs that have no look of their own; joiners and the like, which shape letters, aren't meant.
 */
const INVISIBLE = /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const VARIATION_SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/**
 * A name as one writes it: names that look the same are the same then, but for their letters' case
 * and width.
 */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(VARIATION_SELECTORS, '')
    .replace(MIDDLE_DOTS, '·')
    .replace(APOSTROPHES, '’')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Names of letters that have no other form, but for their case: most of them, in thousands. */
const PLAIN = /^[\w.,()·\u4e00-\u9fff-]+(?: [\w.,()·\u4e00-\u9fff-]+)*$/;

/**
 * What names are compared by: the same for names that look the same, whatever their case and width.
 */
export function nameKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  // Tidied twice: wide signs become their narrow ones in between.
  const narrow = tidyName(tidyName(name).normalize('NFKC'));
  return narrow.replace(/\p{Cf}/gu, '').toLowerCase();
}
