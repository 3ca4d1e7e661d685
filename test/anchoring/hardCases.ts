import type { Case } from './cases';
import type { HardPair, Maker } from './hardPair';
import { phraseElsewhere, rearranged, replacedArticle, rewrittenPhrase } from './hardPhrases';
import { converted, movedAway, repeated, similarStart, withTwin } from './hardSentences';
import { changeWords, drawFrom } from './wordChanges';

const SHORTEST = 1200;
const LONGEST = 60_000;
/** Articles taken from each repository, and pairs made of each kind from an article. */
const ARTICLES = 14;
const PAIRS = 2;
/** Apart from the seeds of one round. */
const ROUND = 1_000_003;

/** The kinds of change that are hardest to follow, by name. */
const MAKERS: Readonly<Record<string, Maker>> = {
  'twin-deleted': (text, draw) => withTwin(text, draw, () => ''),
  'twin-edited': (text, draw) => withTwin(text, draw, (words) => changeWords(words, 0.25, draw)),
  'repeated-edited': (text, draw) =>
    repeated(text, draw, (words) => changeWords(words, 0.25, draw)),
  'repeated-deleted': (text, draw) => repeated(text, draw, () => ''),
  'phrase-elsewhere': phraseElsewhere,
  rearranged,
  replaced: (text, draw, other) => replacedArticle(text, draw, other),
  'similar-start': similarStart,
  'moved-away': movedAway,
  'rewritten-phrase': rewrittenPhrase,
  converted,
};

/**
 * Cases of the hardest kinds, made from recorded articles by fixed draws: the same from the same
 * articles.
 *
 * @param round other rounds make other cases: weights are fitted on some, and tried on others
 */
export function hardCases(recorded: readonly Case[], round = 0): Case[] {
  const articles = articlesOf(recorded);
  return articles.flatMap(({ repo, path, lang, oldText }, index) => {
    const others = articles.filter((one) => one.repo === repo && one.path !== path);
    return Object.entries(MAKERS).flatMap(([kind, make], kindIndex) =>
      Array.from({ length: PAIRS }, (_, turn) => {
        const draw = drawFrom(7919 * index + 101 * kindIndex + turn + ROUND * round);
        const other = others[draw(Math.max(1, others.length))]?.oldText ?? '';
        const pair = make(oldText, draw, other);
        const id = `${repo}-${path}-${kind}-${String(turn)}`;
        return pair === undefined ? [] : [caseOf(id, kind, { repo, path, lang }, pair)];
      }).flat(),
    );
  });
}

function articlesOf(recorded: readonly Case[]): Case[] {
  const chosen = new Map<string, Map<string, Case>>();
  for (const one of recorded) {
    const paths = chosen.get(one.repo) ?? new Map<string, Case>();
    chosen.set(one.repo, paths);
    const { length } = one.oldText;
    if (one.source === 'synth' && one.repo !== 'seeds') continue;
    if (length < SHORTEST || length > LONGEST || paths.size >= ARTICLES) continue;
    if (!paths.has(one.path)) paths.set(one.path, one);
  }
  return [...chosen.values()].flatMap((paths) => [...paths.values()]);
}

function caseOf(
  id: string,
  kind: string,
  from: Pick<Case, 'repo' | 'path' | 'lang'>,
  { oldText, newText, passage, truth }: HardPair,
): Case {
  const { start, end } = passage;
  return {
    ...from,
    id,
    source: 'hard',
    kind: `hard:${kind}`,
    sub: '',
    start,
    end,
    oldText,
    newText,
    truth,
  };
}
