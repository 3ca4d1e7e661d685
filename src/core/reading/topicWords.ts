/** Words of English that are in every text. */
const COMMON = new Set(
  (
    'the and that this with from have has had was were are is not but for they them their there ' +
    'which who what when will would could should can may than then into over about because ' +
    'been being also more most such some any all its his her our your you one two said says say'
  ).split(' '),
);
const LATIN_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]{3,}/gu;
const HAN_RUN = /\p{Script=Han}{2,}/gu;
/** So many letters of a word count: `model` and `models` are one. */
const STEM = 6;
/** How many words of a topic are gone by: the rarest ones in the article. */
const MOST_WORDS = 40;
/** With so many of a topic's rarest words in it, a sentence is all about the topic. */
const ENOUGH_WORDS = 4;

/** What a text is compared by: pairs of Han characters, beginnings of other words; each once. */
export function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  const folded = text.normalize('NFKC').toLowerCase();
  for (const [run] of folded.matchAll(HAN_RUN)) {
    const characters = Array.from(run);
    for (let i = 1; i < characters.length; i++)
      words.add(`${characters[i - 1] ?? ''}${characters[i] ?? ''}`);
  }
  for (const [word] of folded.matchAll(LATIN_WORD))
    if (!COMMON.has(word)) words.add(word.slice(0, STEM));
  return words;
}

/** How much sentences of an article have to do with a topic. */
export class TopicWords {
  /** How much each word of the topic says: more where few sentences have it. */
  private readonly weights: ReadonlyMap<string, number>;
  private readonly enough: number;

  /**
   * @param statements the topic's statement, and what was tagged under it
   * @param sentences those of the article, as sets of words
   */
  constructor(statements: readonly string[], sentences: readonly ReadonlySet<string>[]) {
    const counts = new Map<string, number>();
    for (const statement of statements)
      for (const word of wordsOf(statement)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const frequencies = new Map<string, number>();
    for (const words of sentences)
      for (const word of words) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    const weighed = Array.from(counts, ([word, count]): [string, number] => {
      const having = frequencies.get(word) ?? 0;
      const rarity = Math.log((sentences.length + 1) / (having + 0.5));
      // Words of several statements are the topic's, those of one only may be anything.
      return [word, having === 0 ? 0 : Math.max(0, rarity) * Math.min(2, Math.sqrt(count))];
    })
      .filter(([, weight]) => weight > 0)
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_WORDS);
    this.weights = new Map(weighed);
    this.enough = weighed.slice(0, ENOUGH_WORDS).reduce((sum, [, weight]) => sum + weight, 0);
  }

  /** 0: nothing in common; 1: all about it. */
  shareIn(words: ReadonlySet<string>): number {
    if (this.enough === 0) return 0;
    let sum = 0;
    let count = 0;
    for (const word of words) {
      const weight = this.weights.get(word) ?? 0;
      sum += weight;
      if (weight > 0) count += 1;
    }
    // One word in common may be chance.
    return count < 2 ? 0 : Math.min(1, sum / this.enough);
  }
}
