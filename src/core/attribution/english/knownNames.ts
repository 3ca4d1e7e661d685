import type { Cast } from '../people/cast';

const TITLE =
  /^(?:The|A|An|Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Captain|Colonel|Admiral|Major|General|President|Senator|Sen|Rep|Gov|Professor|Madame|Mademoiselle|Monsieur|Aunt|Uncle|Inspector|King|Queen|Old|Young|New|Little|Poor)\.?$/;
const NAME = /^\p{Lu}[\p{L}'’.-]+$/u;

/**
 * Takes in by what else an English text may call the known speakers: the first name or the last one
 * alone, where nobody else has it, and descriptions in lower case: `the waiter`.
 */
export function addKnownNames(cast: Cast): void {
  const parts = new Map<string, Set<string>>();
  for (const { name } of cast.figures()) {
    const words = name.split(/\s+/);
    if (words.length < 2 || words.length > 4 || !words.every((word) => NAME.test(word))) continue;
    for (const word of [words[0] ?? '', words.at(-1) ?? ''])
      if (!TITLE.test(word)) parts.set(word, (parts.get(word) ?? new Set()).add(name));
  }
  for (const [part, names] of parts) {
    const [name = ''] = names;
    const figure = cast.named(name);
    if (names.size === 1 && figure !== undefined && part.length > 2) cast.alias(part, figure);
  }
  for (const name of cast.names()) {
    const figure = cast.named(name);
    const noun = /^(?:The|An?) (.+)$/.exec(name)?.[1];
    if (noun === undefined || figure === undefined) continue;
    cast.alias(`the ${noun.toLowerCase()}`, figure);
    cast.alias(`The ${noun.toLowerCase()}`, figure);
  }
}
