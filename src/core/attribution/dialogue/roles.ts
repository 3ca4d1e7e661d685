import { CUE_VERBS } from '../english/verbs';
import { genderOf } from '../english/genders';
import { chineseGender } from '../chinese/words/genders';
import { FALSE_VERBS } from '../chinese/words/falseVerbs';
import { VERBS } from '../chinese/words/verbs';

/** What somebody does where he is named outside of quotations. */
export type Role = 'speaks' | 'subject' | 'object' | 'other';

/** What tells the roles of those who are named in a language. */
export interface RoleReader {
  /** @param line the line with its quotations masked */
  roleOf(line: string, start: number, end: number): Role;
  /** Pronouns that speak, and where. */
  pronounsIn(
    line: string,
  ): { readonly word: string; readonly start: number; readonly end: number }[];
  genderOf(name: string): 'm' | 'f' | undefined;
  /** Whether a line announces the quotation in the next one. */
  opens(line: string): boolean;
}

const AFTER_CHINESE = new RegExp(`^[^，。！？；：“”、]{0,14}?${VERBS}`);
const AFTER_CLAUSE = new RegExp(
  `^[^。！？；：“”]{1,40}[，、][^，。！？；：“”]{0,10}?${VERBS}(?:[了着道]|这样)*[：:]?$`,
);
const OBJECT_CHINESE =
  /(?:对|向|给|问|把|被|跟|和|与|朝|叫|告诉|看着|望着|看见|拉着|找|让|请|替|为|同|比|象|像|在|到|从|的)$/;
const PRONOUN_CHINESE = new RegExp(
  `(?<=^|[，。！？：；”])(?:[^，。“”]{0,4})?(他|她|我)(?=[^，。！？：“”们]{0,12}?${VERBS})`,
  'g',
);

export const CHINESE_ROLES: RoleReader = {
  roleOf(line, start, end) {
    const before = line.slice(Math.max(0, start - 3), start);
    const after = line.slice(end).replace(FALSE_VERBS, (word) => '○'.repeat(word.length));
    if (OBJECT_CHINESE.test(before)) return 'object';
    if (/^的/.test(after)) return 'other';
    if (AFTER_CHINESE.test(after) || AFTER_CLAUSE.test(after)) return 'speaks';
    return /(?:^|[，。！？：；”…—\s]|这时|于是|但|可|而)$/.test(before) || start === 0
      ? 'subject'
      : 'other';
  },
  pronounsIn(line) {
    return Array.from(line.matchAll(PRONOUN_CHINESE), ({ 0: all, 1: word = '', index }) => ({
      word,
      start: index + all.length - 1,
      end: index + all.length,
    }));
  },
  genderOf: chineseGender,
  opens: (line) => /[：:]\s*$/.test(line) || /(?:说|道|问|喊|叫|答)，?\s*$/.test(line),
};

const CUE = [...CUE_VERBS.keys()].join('|');
const AFTER_ENGLISH = new RegExp(
  `^(?:,[^.,;□]{0,50},)?(?:\\s+(?:\\w+ly|had|has|then|only|at once|now|again|also|still))*\\s+(?:${CUE})\\b`,
  'i',
);
const LATER_ENGLISH = new RegExp(`^[^.;□"“”]{0,80}\\b(?:${CUE})\\b`, 'i');
const BEFORE_ENGLISH = new RegExp(
  `\\b(?:${CUE})(?:\\s+(?:the|poor|old|little|young|good))*\\s+$`,
  'i',
);
const OBJECT_ENGLISH =
  /\b(?:to|of|for|with|by|from|about|at|upon|on|after|and|told|asked|her|his|than|like|towards?)\s+(?:the\s+|poor\s+|dear\s+)?$/i;
const PRONOUN_ENGLISH = new RegExp(
  `\\b(he|she|I)\\b(?=(?:\\s+\\w+)?\\s+(?:${CUE})\\b)|(?<=\\b(?:${CUE})\\s+)(he|she|I)\\b`,
  'gi',
);

export const ENGLISH_ROLES: RoleReader = {
  roleOf(line, start, end) {
    const before = line.slice(Math.max(0, start - 40), start);
    const after = line.slice(end);
    if (/^['’]s?\b/.test(after)) return 'other';
    if (BEFORE_ENGLISH.test(before) && /["”□'’]/.test(line.slice(0, start))) return 'speaks';
    if (OBJECT_ENGLISH.test(before)) return 'object';
    if (AFTER_ENGLISH.test(after)) return 'speaks';
    const isSubject = /(?:^|[.!?"”;:,—-]\s*|\b(?:and|but|then|when|as|while)\s+)$/i.test(before);
    if (isSubject && LATER_ENGLISH.test(after)) return 'speaks';
    return isSubject ? 'subject' : 'other';
  },
  pronounsIn(line) {
    return Array.from(line.matchAll(PRONOUN_ENGLISH), ({ 0: word, index }) => ({
      word,
      start: index,
      end: index + word.length,
    }));
  },
  genderOf: (name) => genderOf(name),
  opens: (line) => /[:,—-]\s*$/.test(line),
};
