import { WordEnds } from '../../text/wordEnds';
import { ORGANISATION_ENDS } from '../words/organisations';
import { NO_NAME } from '../words/noNames';
import { HAN, SURNAME } from '../words/surnames';
import { anyOf, wordsOf } from '../words/lists';
import { CALLS } from './hints';

const SHAPE = new RegExp(`^${SURNAME}${HAN}{1,2}$`);

/** Whether a word has the shape of a Chinese personal name and isn't a common word. */
export function looksLikeName(word: string): boolean {
  return SHAPE.test(word) && !NO_NAME.test(word);
}

const ENDS = new WordEnds(ORGANISATION_ENDS);
/** A paper, by its last characters: `晨报`. */
const PAPER = new RegExp(`${HAN}{2}报$`);

/** Whether words end as the names of organisations do. */
export function endsAsOrganisation(words: string): boolean {
  return ENDS.before(words) !== undefined || PAPER.test(words.slice(-3));
}

const ADDRESSES = wordsOf(`
  总 哥 姐 叔 姨 爷 律师 老师 先生 女士 师傅 博士 教授 院士 医生
`);
const PERSONAL = new RegExp(
  `^(?:${SURNAME}${HAN}{1,2}|${HAN}+(?:·${HAN}+)+|[老小阿]${HAN}{1,2}|${HAN}{1,2}${anyOf(...ADDRESSES)})$`,
);

/** What kind of speaker a name means; undefined where its form doesn't tell. */
export function kindOfName(name: string): 'person' | 'organisation' | undefined {
  const words = name.replace(/（[^）]*）$/, '');
  if (endsAsOrganisation(words) || words.startsWith('《')) return 'organisation';
  if (PERSONAL.test(words) || /^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}$/.test(words))
    return 'person';
  return undefined;
}

const FAMILY = new RegExp(`^${SURNAME}`);

/** Other forms that a Chinese name may take: `陆总`, `老陆`, `陆老师` of `陆明河`. */
export function shortForms(name: string): string[] {
  if (!looksLikeName(name)) return [];
  const surname = FAMILY.exec(name)?.[0] ?? '';
  return [...CALLS.map((title) => surname + title), `老${surname}`, `小${surname}`];
}
