import type { Token } from './tokens';

/** A noun phrase: its words up to its head. */
export interface NounPhrase {
  /** Of its first token, and behind its last. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'pronoun' | 'name' | 'noun';
}

/** Capitalised words that aren't names. */
const DAYS =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)$/;

/** The noun phrases in a row of tokens, in order. */
export function nounPhrasesIn(tokens: readonly Token[]): NounPhrase[] {
  const found: NounPhrase[] = [];
  let from = -1;
  const end = (to: number) => {
    const phrase = from < 0 ? undefined : phraseOf(tokens, from, to);
    if (phrase !== undefined) found.push(phrase);
    from = -1;
  };
  tokens.forEach((token, index) => {
    const { kind } = token;
    const inPhrase = kind === 'N' || kind === 'n';
    if (kind === 'R') {
      end(index);
      found.push({ from: index, to: index + 1, kind: 'pronoun' });
    } else if (kind === 'D') {
      end(index);
      from = index;
    } else if (inPhrase && !DAYS.test(token.text)) {
      const last = tokens[index - 1];
      // `Monday`, a name after a lower-case noun stay in; a number alone does not begin one.
      if (from < 0) from = index;
      else if (last?.kind === 'S') from = from < 0 ? index : from;
    } else if (kind === 'S') {
      // `Clinton's campaign`: both the owner and the whole are phrases.
      const owner = from < 0 ? undefined : phraseOf(tokens, from, index);
      if (owner !== undefined) found.push(owner);
    } else if (kind === '-' && from >= 0 && /^[-–/&]$/.test(token.text)) {
      // Within a phrase.
    } else end(index);
  });
  end(tokens.length);
  return found;
}

function phraseOf(tokens: readonly Token[], from: number, to: number): NounPhrase | undefined {
  let last = to;
  while (last > from && !/[Nn]/.test(tokens[last - 1]?.kind ?? '')) last -= 1;
  if (last === from) {
    const only = tokens[from];
    // `Some`, `many`, `others` stand for people by themselves.
    const isAlone =
      only !== undefined && /^(?:some|many|most|both|others|several|few|all)$/i.test(only.text);
    return isAlone ? { from, to: from + 1, kind: 'noun' } : undefined;
  }
  const isName = tokens[last - 1]?.kind === 'N';
  return { from, to: last, kind: isName ? 'name' : 'noun' };
}
