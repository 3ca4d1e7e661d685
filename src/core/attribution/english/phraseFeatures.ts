import type { NounPhrase } from './nounPhrases';
import type { Token } from './tokens';
import { CUE_NOUNS, CUE_VERBS, PLAIN_CUES } from './verbs';
import { DOCUMENTS, ORGANISATIONS, PERSONS } from './words';

/** What a noun phrase is judged by, in the order of {@link featuresOf}. */
export const FEATURES = [
  'always',
  'before: X says (that)',
  'before: X says, plain verb',
  'before: X, …, says (that)',
  'before: X tells Y (that)',
  'before: X … says …',
  'before: no verb, same sentence',
  'before: X’s statement',
  'before: statement of X',
  'before: X whose words begin right there',
  'before: phrases between, one',
  'before: phrases between, more',
  'before: a clause begins between',
  'before: log distance',
  'after: said X',
  'after: X said',
  'after: X, …, said',
  'after: X … said',
  'after: other',
  'after: phrases between, one',
  'after: phrases between, more',
  'after: log distance',
  'according to X',
  'behind a preposition',
  'behind an attributing verb',
  'behind “by” or “from”',
  'begins a sentence',
  'behind a conjunction',
  'behind a comma',
  'behind a relative or infinitive “to”',
  'sentence before',
  'sentence before, and speaks there',
  'two sentences before or more',
  'two sentences before, and speaks there',
  'sentence after',
  'sentence after, and speaks there',
  'in another paragraph',
  'he or she',
  'they',
  'I or we',
  'you or it',
  'who',
  'name: known',
  'name: person of the article',
  'name: other',
  'noun: person',
  'noun: organisation',
  'noun: document',
  'noun: other',
  'noun: statement itself',
  'other noun × strong pattern',
  'in a quotation',
  'comma behind the passage × before',
  'comma behind the passage × after',
  'passage begins its sentence × before',
  'quoted × pronoun',
  'indefinite',
  'owner of the next word',
  'first phrase of its sentence',
  'subject of the nearest verb',
  'possessive pronoun',
] as const;

export type Feature = (typeof FEATURES)[number];
const INDEX = new Map<string, number>(FEATURES.map((name, index) => [name, index]));

/** What is known about a phrase's surroundings. */
export interface Surroundings {
  readonly tokens: readonly Token[];
  /** Each token's letter. */
  readonly row: string;
  /** The sentence that each token is in. */
  readonly sentences: readonly number[];
  /** The paragraph that each token is in. */
  readonly paragraphs: readonly number[];
  readonly phrases: readonly NounPhrase[];
  /** The tokens of the passage's parts. */
  readonly parts: readonly { readonly from: number; readonly to: number }[];
  readonly isQuoted: boolean;
  /** Whether a token is in a quotation other than the passage's. */
  isInQuotation(index: number): boolean;
  /** Whether a name is a known speaker's, or a person of the article. */
  nameKind(phrase: NounPhrase): 'known' | 'person' | 'other';
}

/** A phrase's features, each 0 to 1 or a logarithm. */
export function featuresOf(phrase: NounPhrase, around: Surroundings): Float64Array {
  const values = new Float64Array(FEATURES.length);
  const set = (name: Feature, value = 1) => {
    values[INDEX.get(name) ?? 0] = value;
  };
  set('always');
  const before = around.parts.find(({ from }) => phrase.to <= from);
  const behind = around.parts.findLast(({ to }) => phrase.from >= to);
  const sentence = around.sentences[phrase.from] ?? 0;
  if (before !== undefined && around.sentences[before.from] === sentence)
    setBefore(phrase, before.from, around, set);
  if (behind !== undefined && around.sentences[behind.to - 1] === sentence)
    setAfter(phrase, behind.to, around, set);
  setPlace(phrase, around, set);
  setKind(phrase, around, set);
  return values;
}

type Set = (name: Feature, value?: number) => void;

function setBefore(phrase: NounPhrase, start: number, around: Surroundings, set: Set): void {
  const { row, tokens, phrases } = around;
  const gap = row.slice(phrase.to, start);
  const isStrong = /^[AX]*C[AP]?[J,:Q-]*$/.test(gap);
  const cue = tokens.slice(phrase.to, start).findLast(({ kind }) => kind === 'C');
  const words = tokens.slice(phrase.to, start).map(({ text }) => text.toLowerCase());
  if (isStrong) {
    set('before: X says (that)');
    if (PLAIN_CUES.has(CUE_VERBS.get(cue?.text.toLowerCase() ?? '') ?? ''))
      set('before: X says, plain verb');
  } else if (/^,[^.]*,[AX]*C[AP]?[J,:Q-]*$/.test(gap)) set('before: X, …, says (that)');
  else if (/^[AX]*C[DNnRAP]*[J,:Q-]*$/.test(gap)) set('before: X tells Y (that)');
  else if (gap.includes('C')) set('before: X … says …');
  else set('before: no verb, same sentence');
  if (gap.startsWith('S') || /^(?:his|her|their|my|our)$/i.test(tokens[phrase.from]?.text ?? '')) {
    const noun = words.find((word) => CUE_NOUNS.has(word));
    if (noun !== undefined) set('before: X’s statement');
  }
  const previous = tokens.slice(Math.max(0, phrase.from - 2), phrase.from);
  if (previous[1]?.kind === 'P' && CUE_NOUNS.has((previous[0]?.text ?? '').toLowerCase()))
    set('before: statement of X');
  if (/^[,:Q-]*$/.test(gap)) set('before: X whose words begin right there');
  const between = phrases.filter(({ from, to }) => from >= phrase.to && to <= start).length;
  if (between === 1) set('before: phrases between, one');
  if (between > 1) set('before: phrases between, more');
  if (/[J,].*C/.test(gap) && !isStrong && !gap.startsWith(','))
    set('before: a clause begins between');
  set('before: log distance', Math.log2(1 + gap.length));
  if (/^Q?,/.test(row.slice(around.parts.at(-1)?.to))) set('comma behind the passage × before');
  const sentenceStart = around.sentences[start] !== around.sentences[start - 1];
  if (sentenceStart) set('passage begins its sentence × before');
}

function setAfter(phrase: NounPhrase, end: number, around: Surroundings, set: Set): void {
  const { row, phrases } = around;
  const gap = row.slice(end, phrase.from);
  const rest = row.slice(phrase.to, phrase.to + 25).replace(/\..*$/, '');
  if (/^[,Q.-]*[AX]*C[A]*$/.test(gap)) set('after: said X');
  else if (/^[,Q-]*[AJP]?$/.test(gap) && /^[AX]*C/.test(rest)) set('after: X said');
  else if (/^[,Q-]*[AJ]?$/.test(gap) && /^,[^.]*,?[AX]*C/.test(rest)) set('after: X, …, said');
  else if (/^[,Q-]*[AJ]?$/.test(gap) && rest.includes('C')) set('after: X … said');
  else set('after: other');
  const between = phrases.filter(({ from, to }) => from >= end && to <= phrase.from).length;
  if (between === 1) set('after: phrases between, one');
  if (between > 1) set('after: phrases between, more');
  set('after: log distance', Math.log2(1 + gap.length));
  if (/^Q?,/.test(row.slice(end))) set('comma behind the passage × after');
}

function setPlace(phrase: NounPhrase, around: Surroundings, set: Set): void {
  const { tokens, row, sentences, paragraphs, parts } = around;
  const sentence = sentences[phrase.from] ?? 0;
  const first = sentences[parts[0]?.from ?? 0] ?? 0;
  const last = sentences[(parts.at(-1)?.to ?? 1) - 1] ?? 0;
  const previous: Token | undefined = tokens[phrase.from - 1];
  const word = previous?.text.toLowerCase() ?? '';
  const atStart = previous === undefined || sentences[phrase.from - 1] !== sentence;
  const rest = row.slice(phrase.to, phrase.to + 12);
  const speaks =
    /^[AX]*C/.test(rest) ||
    /^,[^.]{1,9},[AX]*C/.test(rest) ||
    (previous?.kind === 'C' && /Q[,]?[AX]*C$/.test(row.slice(0, phrase.from)));
  if (word === 'to' && tokens[phrase.from - 2]?.text.toLowerCase() === 'according')
    set('according to X');
  else if (/^(?:by|from)$/.test(word)) set('behind “by” or “from”');
  else if (previous?.kind === 'P') set('behind a preposition');
  if (previous?.kind === 'C') set('behind an attributing verb');
  if (atStart) set('begins a sentence');
  else if (previous.kind === 'J') set('behind a conjunction');
  else if (previous.kind === ',') set('behind a comma');
  if (around.phrases.find(({ from }) => sentences[from] === sentence) === phrase)
    set('first phrase of its sentence');
  if (sentence === first - 1) {
    set('sentence before');
    if (speaks) set('sentence before, and speaks there');
  } else if (sentence < first - 1) {
    set('two sentences before or more');
    if (speaks) set('two sentences before, and speaks there');
  } else if (sentence > last) {
    set('sentence after');
    if (speaks) set('sentence after, and speaks there');
  } else if (speaks) set('subject of the nearest verb');
  if (paragraphs[phrase.from] !== paragraphs[parts[0]?.from ?? 0]) set('in another paragraph');
  if (around.isInQuotation(phrase.from)) set('in a quotation');
  if (row.charAt(phrase.to) === 'S') set('owner of the next word');
}

function setKind(phrase: NounPhrase, around: Surroundings, set: Set): void {
  const { tokens, row } = around;
  const head = tokens[phrase.to - 1]?.text.toLowerCase() ?? '';
  const first = tokens[phrase.from]?.text.toLowerCase() ?? '';
  if (/^(?:his|her|their|my|our|its)$/.test(first)) set('possessive pronoun');
  if (phrase.kind === 'pronoun') {
    if (/^(?:he|she)$/.test(head)) set('he or she');
    else if (head === 'they') set('they');
    else if (/^(?:i|we)$/.test(head)) set('I or we');
    else if (head === 'who') set('who');
    else set('you or it');
    if (around.isQuoted) set('quoted × pronoun');
    return;
  }
  if (phrase.kind === 'name') {
    const kind = around.nameKind(phrase);
    set(
      kind === 'known'
        ? 'name: known'
        : kind === 'person'
          ? 'name: person of the article'
          : 'name: other',
    );
    return;
  }
  if (/^(?:a|an|some|many|several|one|other|most|few)$/.test(first)) set('indefinite');
  if (PERSONS.has(head)) set('noun: person');
  else if (ORGANISATIONS.has(head)) set('noun: organisation');
  else if (DOCUMENTS.has(head)) set('noun: document');
  else {
    set('noun: other');
    if (/^[AX]*C[AP]?[J,:Q-]*$/.test(row.slice(phrase.to, around.parts[0]?.from)))
      set('other noun × strong pattern');
  }
  if (CUE_NOUNS.has(head)) set('noun: statement itself');
}
