import type { Utf16Range } from '../../text/range';
import type { Cast, Figure } from '../people/cast';
import type { Candidate } from '../rank/candidate';
import { probabilities } from '../rank/logit';
import type { Reading } from '../reading';
import { nounPhrasesIn, type NounPhrase } from './nounPhrases';
import { featuresOf, type Surroundings } from './phraseFeatures';
import { personMeant } from './pronouns';
import { REPORT_WEIGHTS } from './reportWeights';
import { tokensOf, type Token } from './tokens';

/** How much of the neighbouring paragraphs is looked at, UTF-16 units. */
const BEFORE = 500;
const BEHIND = 250;

/** A phrase that may name who says a passage. */
export interface PhraseCandidate {
  readonly features: Float64Array;
  readonly speaker: string;
  readonly isKnown: boolean;
  readonly span: Utf16Range;
  readonly cue: Utf16Range | undefined;
}

/** An English report, read for who says what. */
export class EnglishArticle {
  /** Whom words name, and the words of lines: passages near each other share them. */
  private readonly figures = new Map<string, Figure | undefined>();
  private readonly tokens = new Map<string, Token[]>();

  constructor(
    private readonly reading: Reading,
    private readonly cast: Cast,
  ) {}

  /** Who may have said a passage of the plain text, best first. */
  candidatesFor(parts: readonly Utf16Range[]): Candidate[] {
    const phrases = this.phrasesFor(parts);
    const chances = probabilities(
      phrases.map(({ features }) => features),
      REPORT_WEIGHTS,
    );
    const merged = new Map<string, Candidate & { best: number }>();
    phrases.forEach(({ speaker, isKnown, span, cue }, index) => {
      const chance = chances[index] ?? 0;
      const other = merged.get(speaker.toLowerCase());
      const score = chance + (other?.score ?? 0);
      const isBest = other === undefined || chance > other.best;
      merged.set(
        speaker.toLowerCase(),
        isBest
          ? { speaker, isKnown, rule: 'phrase', score, span, cue, best: chance }
          : { ...other, score },
      );
    });
    return [...merged.values()].sort((a, b) => b.score - a.score);
  }

  /** The phrases around a passage with their features. */
  phrasesFor(parts: readonly Utf16Range[]): PhraseCandidate[] {
    const around = this.surroundings(parts);
    const outside = around.phrases.filter(
      ({ from, to }) => !around.parts.some((part) => from < part.to && part.from < to),
    );
    return outside.map((phrase) => {
      const { speaker, isKnown } = this.speakerOf(phrase, around.tokens);
      return {
        features: featuresOf(phrase, around),
        speaker,
        isKnown,
        span: spanOf(phrase, around.tokens),
        cue: cueOf(phrase, around),
      };
    });
  }

  private surroundings(parts: readonly Utf16Range[]): Surroundings {
    const { plain } = this.reading;
    const [start, end] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0];
    const line = plain.lineAt(start);
    const lastLine = plain.lineAt(Math.max(start, end - 1));
    const from = Math.max(
      plain.lines[line - 1]?.start ?? 0,
      (plain.lines[line]?.start ?? 0) - BEFORE,
    );
    const to = Math.min(
      plain.lines[lastLine + 1]?.end ?? plain.text.length,
      (plain.lines[lastLine]?.end ?? end) + BEHIND,
    );
    const tokens: Token[] = [];
    const sentences: number[] = [];
    const paragraphs: number[] = [];
    let sentence = 0;
    for (let index = plain.lineAt(from); index <= plain.lineAt(to); index += 1) {
      const { start: lineStart = 0, end: lineEnd = 0 } = plain.lines[index] ?? {};
      const [a, b] = [Math.max(from, lineStart), Math.min(to, lineEnd)];
      if (b <= a) continue;
      sentence += 1;
      let ended: boolean = false;
      for (const token of this.tokensBetween(a, b)) {
        const isClosing: boolean = token.kind === 'Q' && ended;
        if (ended && !isClosing && !goesOn(token)) sentence += 1;
        tokens.push(token);
        sentences.push(sentence);
        paragraphs.push(index);
        ended = token.kind === '.' || isClosing;
      }
    }
    const row = tokens.map(({ kind }) => kind).join('');
    const indexed = parts.map((part) => ({
      from: tokens.findIndex((token) => token.end > part.start),
      to: tokens.findLastIndex((token) => token.start < part.end) + 1,
    }));
    const quotations = this.reading.quotations.filter((one) => one.start < to && one.end > from);
    const around = quotations.filter(
      (one) => one.inner.start <= start + 2 && start < one.inner.end,
    );
    return {
      tokens,
      row,
      sentences,
      paragraphs,
      phrases: nounPhrasesIn(tokens),
      parts: indexed.filter((part) => part.from >= 0 && part.to > part.from),
      isQuoted: around.length > 0,
      isInQuotation: (index) => {
        const at = tokens[index]?.start ?? 0;
        return quotations.some(
          ({ inner }) =>
            inner.start <= at && at < inner.end && !around.some((one) => one.inner === inner),
        );
      },
      nameKind: (phrase) => {
        const figure = this.figureOf(phrase, tokens);
        return figure === undefined ? 'other' : figure.isKnown ? 'known' : 'person';
      },
    };
  }

  private figureOf({ from, to }: NounPhrase, tokens: readonly Token[]): Figure | undefined {
    const span = spanOf({ from, to, kind: 'name' }, tokens);
    const words = this.reading.plain.text.slice(span.start, span.end);
    if (!this.figures.has(words)) {
      const last = this.cast.mentionsIn(words).at(-1);
      const isWhole = last !== undefined && last.end >= words.length - 1;
      this.figures.set(words, isWhole ? last.figure : undefined);
    }
    return this.figures.get(words);
  }

  private tokensBetween(start: number, end: number): Token[] {
    const key = `${start}-${end}`;
    const kept = this.tokens.get(key);
    if (kept !== undefined) return kept;
    const found = tokensOf(this.reading.plain.text.slice(start, end), start);
    this.tokens.set(key, found);
    return found;
  }

  private speakerOf(
    phrase: NounPhrase,
    tokens: readonly Token[],
  ): { speaker: string; isKnown: boolean } {
    const { text } = this.reading.plain;
    const span = spanOf(phrase, tokens);
    const words = text.slice(span.start, span.end).replace(/\s+/g, ' ');
    if (phrase.kind === 'pronoun') {
      const figure = personMeant(words, span.start, this.reading, this.cast);
      return figure === undefined
        ? { speaker: words, isKnown: false }
        : { speaker: figure.name, isKnown: figure.isKnown };
    }
    const figure = this.figureOf(phrase, tokens);
    if (figure !== undefined) return { speaker: figure.name, isKnown: figure.isKnown };
    const isName = phrase.kind === 'name';
    // `campaign manager Robby Mook`: the name alone.
    let from = phrase.from;
    if (isName) while (from < phrase.to - 1 && tokens[from]?.kind !== 'N') from += 1;
    return {
      speaker: text.slice(tokens[from]?.start, span.end).replace(/\s+/g, ' '),
      isKnown: false,
    };
  }
}

function spanOf({ from, to }: NounPhrase, tokens: readonly Token[]): Utf16Range {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** The phrase with the verb that attributes the passage to it. */
function cueOf(
  phrase: NounPhrase,
  { tokens, row, sentences, parts }: Surroundings,
): Utf16Range | undefined {
  const span = spanOf(phrase, tokens);
  const own = sentences[phrase.from];
  const after = row.slice(phrase.to).search(/C/);
  const verb = after >= 0 ? tokens[phrase.to + after] : undefined;
  const isFree = (index: number) => !parts.some(({ from, to }) => from <= index && index < to);
  if (
    verb !== undefined &&
    after < 12 &&
    sentences[phrase.to + after] === own &&
    isFree(phrase.to + after)
  )
    return { start: span.start, end: verb.end };
  const before = tokens[phrase.from - 1];
  if (before?.kind === 'C') return { start: before.start, end: span.end };
  const second = tokens[phrase.from - 2];
  if (second !== undefined && /^according$/i.test(second.text))
    return { start: second.start, end: span.end };
  return undefined;
}

/** What begins so goes on with the sentence: the stop was an abbreviation's or a quotation's. */
function goesOn({ text, kind }: Token): boolean {
  return kind === 'C' || /^\p{Ll}/u.test(text);
}
