import type { Cast } from '../people/cast';
import { CUE_VERBS } from './verbs';

const TITLE =
  '(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Captain|Colonel|Admiral|Major|General|Professor|Aunt|Uncle|Inspector|Count|Countess|Duke|Duchess|Baron|Baroness|Madame|Madam|Mademoiselle|Monsieur|Father|Mother|Sister|Brother|Cousin|King|Queen|Prince|Princess|Judge|Sergeant|Nurse|Old|Young|Little)';
const WORD = "\\p{Lu}[\\p{Ll}’'-]+[\\p{L}]*";
const NAME = `(?:${TITLE}\\.? )?${WORD}(?: (?:(?:de|la|van|von|der|du|of) )?${WORD}){0,2}`;
const CUE = [...CUE_VERBS.keys()].join('|');
/** `said Anne`, `Anne replied`; whom somebody speaks to; who is called by a title. */
const SPEAKS_AFTER = new RegExp(`\\b(?:${CUE}) (${NAME})(?![\\p{L}’'])`, 'gu');
const SPEAKS_BEFORE = new RegExp(`(?<![\\p{L}’'])(${NAME}) (?:\\w+ly )?(?:${CUE})\\b`, 'gu');
const CALLED = new RegExp(`(?:[,—-] |[“"‘'])(${NAME})(?=[,.!?;—]|[”"])`, 'gu');
const TITLED = new RegExp(`(?<![\\p{L}’'])(${TITLE}\\.? ${WORD}(?: ${WORD})?)`, 'gu');
/** In the middle of a sentence nothing but a name is written with a capital. */
const WITHIN = new RegExp(`(?<=[\\p{Ll},;] )(${NAME})(?![\\p{L}])`, 'gu');
const NO_NAME =
  /^(?:I|The|A|An|It|He|She|They|We|You|This|That|These|Those|There|Then|Now|But|And|Or|Nor|So|If|As|When|While|After|Before|Since|With|From|By|To|Of|In|On|At|For|Yes|No|Oh|Ah|Well|Why|How|What|Who|Where|Which|My|Your|His|Her|Its|Our|Their|God|Heaven|Heavens|Lord|Good|Dear|Poor|Come|Go|Let|Do|Did|Is|Was|Are|Were|Have|Had|Not|Never|All|One|Two|Three|Some|Any|Every|Nobody|Everybody|Everyone|Somebody|Nothing|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|English|French|American|German|Italian|Spanish|England|France|London|Paris|Chapter|Sir|Madam|Ma|Papa’s|Street|Hotel|Park|Road|Square|Hall|House|Church|Bay|River|Sea)$/;
/** From this weight on a name is one of the story's people. */
const LEAST = 2;

/** Takes the people of an English story into the cast: those who speak, or are spoken to. */
export function addEnglishPeople(text: string, outside: string, cast: Cast): void {
  const weights = new Map<string, number>();
  const count = (found: Iterable<RegExpMatchArray>, weight: number) => {
    for (const [, name = ''] of found) {
      const words = nameIn(name);
      if (words !== undefined) weights.set(words, (weights.get(words) ?? 0) + weight);
    }
  };
  count(outside.matchAll(SPEAKS_AFTER), 2);
  count(outside.matchAll(SPEAKS_BEFORE), 2);
  count(text.matchAll(CALLED), 0.7);
  count(text.matchAll(TITLED), 1);
  count(outside.matchAll(WITHIN), 0.4);
  const names = [...weights].filter(([, weight]) => weight >= LEAST).map(([name]) => name);
  // Longer names first: a shorter one is theirs, if it is nobody else's.
  for (const name of names.sort((a, b) => b.length - a.length)) {
    const whole = names.filter((other) => other !== name && isPart(name, other));
    const [only] = whole;
    const figure = whole.length === 1 && only !== undefined ? cast.named(only) : undefined;
    if (figure === undefined) cast.add(name);
    else cast.alias(name, figure);
  }
}

/** A name without what only stands before it. */
function nameIn(words: string): string | undefined {
  const parts = words.replace(/[’']s?$/, '').split(' ');
  while (parts.length > 0 && NO_NAME.test(parts[0] ?? '')) parts.shift();
  while (parts.length > 0 && NO_NAME.test(parts.at(-1) ?? '')) parts.pop();
  const name = parts.join(' ');
  return name.length < 3 || new RegExp(`^${TITLE}\\.?$`).test(name) ? undefined : name;
}

/** `Anne` of `Anne Elliot`; not `Dalloway` of `Mrs. Dalloway`. */
function isPart(short: string, long: string): boolean {
  const [all, some] = [long.split(' '), short.split(' ')];
  if (new RegExp(`^${TITLE}\\.?$`).test(all[0] ?? '') !== new RegExp(`^${TITLE}\\.? `).test(short))
    return false;
  return some.length < all.length && some.every((word) => all.includes(word));
}
