import type { Utf16Range } from '../../src/core/text/range';
import { CHINESE_TURN_WEIGHTS } from '../../src/core/attribution/dialogue/chineseWeights';
import { ENGLISH_TURN_WEIGHTS } from '../../src/core/attribution/dialogue/englishWeights';
import { TURN_FEATURES } from '../../src/core/attribution/dialogue/turnFeatures';
import { FEATURES } from '../../src/core/attribution/english/phraseFeatures';
import { REPORT_WEIGHTS } from '../../src/core/attribution/english/reportWeights';
import { AttributedArticle } from '../../src/core/attribution/index';
import type { Case } from './cases';
import { fit, type Observation } from './fit';

/** A case's candidates as a model sees them. */
export interface Row extends Observation {
  readonly case: Case;
  readonly speakers: readonly string[];
}

/** What is fitted on a corpus. */
export interface Model {
  readonly corpus: string;
  readonly features: readonly string[];
  readonly weights: readonly number[];
  /** Whether cases are also taken without their lists of speakers. */
  readonly withoutList: boolean;
  /** How often it is fitted, by what was found of neighbours before. */
  readonly rounds: number;
  readonly file: string;
  readonly constant: string;
}

export const MODELS: readonly Model[] = [
  {
    corpus: 'polnear',
    features: FEATURES,
    weights: REPORT_WEIGHTS,
    withoutList: true,
    rounds: 1,
    file: 'src/core/attribution/english/reportWeights.ts',
    constant: 'REPORT_WEIGHTS',
  },
  {
    corpus: 'wp',
    features: TURN_FEATURES,
    weights: CHINESE_TURN_WEIGHTS,
    withoutList: false,
    rounds: 3,
    file: 'src/core/attribution/dialogue/chineseWeights.ts',
    constant: 'CHINESE_TURN_WEIGHTS',
  },
  {
    corpus: 'pdnc',
    features: TURN_FEATURES,
    weights: ENGLISH_TURN_WEIGHTS,
    withoutList: false,
    rounds: 3,
    file: 'src/core/attribution/dialogue/englishWeights.ts',
    constant: 'ENGLISH_TURN_WEIGHTS',
  },
];

const PENALTY = 1;

/** Fits a model's weights on some cases. */
export function fitModel(model: Model, cases: readonly Case[]): number[] {
  let weights = new Array<number>(model.features.length).fill(0);
  for (let round = 0; round < model.rounds; round += 1)
    weights = fit(rowsOf(model, cases, weights), model.features.length, PENALTY);
  return weights;
}

/** The candidates of some cases; neighbours of turns are judged by these weights. */
export function rowsOf(model: Model, cases: readonly Case[], weights: readonly number[]): Row[] {
  return (model.withoutList ? [false, true] : [true]).flatMap((withList) => {
    let article: AttributedArticle | undefined;
    return cases.map((one): Row => {
      if (article?.text !== one.text)
        article = new AttributedArticle(one.text, withList ? { speakers: one.speakers } : {});
      return rowOf(one, article, weights);
    });
  });
}

function rowOf(one: Case, article: AttributedArticle, weights: readonly number[]): Row {
  const { reading, english, story } = article.readerAt(one.passages[0]?.start ?? 0);
  const toPlain = ({ start, end }: Utf16Range) => ({
    start: reading.plain.toPlain(start),
    end: reading.plain.toPlain(end),
  });
  const parts = one.passages.map(toPlain);
  const [first = { start: 0, end: 0 }] = parts;
  if (one.corpus !== 'polnear') {
    const turns = story?.turnCandidates(first, weights) ?? [];
    const speakers = turns.map(({ figure }) => figure.name);
    return {
      case: one,
      candidates: turns.map(({ features }) => features),
      right: speakers.map((speaker) => one.isRight(speaker)),
      speakers,
    };
  }
  const phrases = english?.phrasesFor(parts) ?? [];
  return {
    case: one,
    candidates: phrases.map(({ features }) => features),
    right: phrases.map(({ speaker, span }) => one.isRight(speaker, reading.plain.rangeToRaw(span))),
    speakers: phrases.map(({ speaker }) => speaker),
  };
}
