import { genderOf } from '../english/genders';
import { CUE_VERBS } from '../english/verbs';
import type { Role, RoleReader } from './roles';

const CUE = [...CUE_VERBS.keys()].join('|');
const AFTER = new RegExp(
  `^(?:,[^.,;□]{0,50},)?(?:\\s+(?:\\w+ly|had|has|then|only|at once|now|again|also|still))*\\s+(?:${CUE})\\b`,
  'i',
);
const LATER = new RegExp(`^[^.;□"“”]{0,80}\\b(?:${CUE})\\b`, 'i');
const BEFORE = new RegExp(`\\b(?:${CUE})(?:\\s+(?:the|poor|old|little|young|good))*\\s+$`, 'i');
const OBJECT =
  /\b(?:to|of|for|with|by|from|about|at|upon|on|after|and|told|asked|her|his|than|like|towards?)\s+(?:the\s+|poor\s+|dear\s+)?$/i;
const PRONOUN = new RegExp(
  `\\b(he|she|I)\\b(?=(?:\\s+\\w+)?\\s+(?:${CUE})\\b)|(?<=\\b(?:${CUE})\\s+)(he|she|I)\\b`,
  'gi',
);

function roleOf(line: string, start: number, end: number): Role {
  const before = line.slice(Math.max(0, start - 40), start);
  const after = line.slice(end);
  if (/^['’]s?\b/.test(after)) return 'other';
  if (BEFORE.test(before) && /["”□'’]/.test(line.slice(0, start))) return 'speaks';
  if (OBJECT.test(before)) return 'object';
  if (AFTER.test(after)) return 'speaks';
  const isSubject = /(?:^|[.!?"”;:,—-]\s*|\b(?:and|but|then|when|as|while)\s+)$/i.test(before);
  if (isSubject && LATER.test(after)) return 'speaks';
  return isSubject ? 'subject' : 'other';
}

/** Tells roles in English stories. */
export const ENGLISH_ROLES: RoleReader = {
  rolesIn: (line, names) => ({
    roles: names.map(({ start, end }) => roleOf(line, start, end)),
    pronouns: Array.from(line.matchAll(PRONOUN), ({ 0: word, index }) => ({
      word,
      start: index,
      end: index + word.length,
    })),
  }),
  genderOf: (name) => genderOf(name),
  opens: (line) => /[:,—-]\s*$/.test(line),
};
