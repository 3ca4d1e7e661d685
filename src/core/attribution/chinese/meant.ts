import { endsAsOrganisation } from './names/forms';

/** `他`, `她`. */
export const HE = /^(?:他|她|他自己|她自己)$/;
const IT = /^(?:它|它们)$/;
const PLURAL = /^(?:他们|她们|两人|二人|双方|其中|另一)/;
/** Whether a clause that begins so goes on to a paper: `某研究所2023年趋势报告`. */
export function publishes(words: string, noun: string): boolean {
  const paper = noun.replace(/[中里内]$/, '');
  return (
    /报告|研究|论文|白皮书|文章/.test(paper) &&
    (/^[^，。：\n]*/.exec(words)?.[0] ?? '').includes(paper)
  );
}

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
