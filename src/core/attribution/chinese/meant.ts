import { endsAsOrganisation } from './names/forms';
import { TITLE } from './words/titles';

/** A relative clause and nothing else. */
export const CLAUSE_OF = /^[^，。：；！？“”]{4,24}的[\u4e00-\u9fff]{0,6}$/;
/** `我想了想，说`. */
export const SELF_FIRST = /^我(?:[又也就却还便只都才再先忍没点想笑愣摇沉回]|$)/;
/** In front of those who aren't a sentence's subject. */
export const OBJECT =
  /(?:与|和|及|向|对|给|被|由|据|跟|同|让|把|对于|关于|采访|问|像|如|到|为|了|过|着|是|的|在|—|（)$/;
/** In front of places and occasions. */
export const OCCASION =
  /(?:^|[，,。；：:\s])(?:早在|就在|在|对于?|从|随着|作为|关于|根据|按照|面对|当|除了|继|自|针对|与|和)[^，,。；：:]*$/;
export const OFFICE = new RegExp(`^(?:的|[\\u4e00-\\u9fff]{0,4})?${TITLE}`);

/** `他`, `她`. */
export const HE = /^(?:他|她|他自己|她自己)$/;
const IT = /^(?:它|它们)$/;
const PLURAL = /^(?:他们|她们|两人|二人|双方|其中|另一)/;

/** Which names a pronoun may mean. */
export function wanted(
  words: string,
  noun: string,
  kindOfName: (name: string) => string | undefined,
): (name: string) => boolean {
  if (HE.test(words)) return (name) => kindOfName(name) !== 'organisation';
  if (IT.test(words) || endsAsOrganisation(noun)) return (name) => kindOfName(name) !== 'person';
  if (PLURAL.test(words) || words === '其') return () => true;
  if (noun !== '') return (name) => kindOfName(name) !== 'organisation';
  return () => true;
}
