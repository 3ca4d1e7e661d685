import type { Cast } from '../people/cast';

const FULL =
  /(?<![\p{L}\d])(\p{Lu}[\p{Ll}’'-]+\p{L}*(?: \p{Lu}\.?)?)((?: (?:de|la|van|von|der|bin|al|Al|St\.))? \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)(?:,? (?:Jr|Sr)\.)?(?![\p{L}\d])/gu;
/** Words that begin a title or a sentence, not a name. */
const NO_FIRST_NAME =
  /^(?:The|A|An|In|On|At|But|And|For|If|As|When|While|After|Before|Since|With|From|By|To|Of|Sen|Rep|Gov|Mr|Mrs|Ms|Dr|Miss|Lady|Lord|Sir|President|Senator|Governor|Secretary|Representative|Congressman|Congresswoman|Former|Vice|Republican|Democratic|Democrat|General|Attorney|Judge|Justice|Mayor|Speaker|Chairman|Chairwoman|Captain|Colonel|Admiral|Major|Professor|New|North|South|West|East|United|White|Supreme|Wall|Los|San|Las|Black|American|National|Super|House|Senate|State|Islamic|Social|Fox|Associated|Washington|Planned|Trump|Clinton|Obama|Does|Did|Is|Was|Why|How|What|Who|Yes|No|Oh|Well|My|Your|His|Her|Their|Our|This|That|These|Those|Dear|Poor|Old|Young)$/;

/** Takes the people, and others with names of several words, that an English text names. */
export function addEnglishNames(text: string, cast: Cast): void {
  const found = new Map<string, string>();
  for (const [, first = '', rest = ''] of text.matchAll(FULL)) {
    if (NO_FIRST_NAME.test(first.split(' ')[0] ?? '')) continue;
    const name = (first + rest).replace(/[’']s?$/, '');
    const last = name.split(' ').at(-1) ?? name;
    if (last.length > 2 && !found.has(name)) found.set(name, last);
  }
  for (const [name, last] of found) {
    const known = cast.named(last);
    // The same person under the list's name: `Trump` there, `Donald Trump` here.
    if (known?.isKnown === true && /^\p{L}+$/u.test(known.name)) cast.alias(name, known);
    else cast.add(name, cast.named(name) === undefined ? [last] : []);
  }
}
