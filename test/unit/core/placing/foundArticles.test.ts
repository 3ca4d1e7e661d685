import assert from 'node:assert/strict';
import {
  certainMoves,
  compareFoundTexts,
  type FoundText,
} from '../../../../src/core/placing/foundArticles';

const at = (
  path: string,
  more: Partial<FoundText['match']> = {},
  hasSidecar = false,
): FoundText => ({
  uri: { path, toString: () => `file://${path}` },
  match: { passages: 4, found: 4, certain: false, ...more },
  hasSidecar,
});

describe('compareFoundTexts', () => {
  it('goes by what was found, then annotations of its own, then the name, then the path', () => {
    const best = at('/z/other.md', { certain: true });
    const named = at('/b/lost.md');
    const others = [at('/a/xlost.md'), at('/c/other.md')];
    const annotated = at('/a/lost.md', {}, true);
    const half = at('/a/half/lost.md', { found: 2 });
    const expected = [best, named, ...others, annotated, half];
    const sorted = expected.toReversed().sort((a, b) => compareFoundTexts('lost.md', a, b));
    assert.deepEqual(
      sorted.map(({ uri }) => uri.path),
      expected.map(({ uri }) => uri.path),
    );
  });
});

describe('certainMoves', () => {
  const sure = { certain: true };
  const moved = (found: Readonly<Record<string, FoundText[]>>) => {
    const { moves, left } = certainMoves(new Map(Object.entries(found)));
    return [moves.map(([lost, { uri }]) => `${lost} → ${uri.path}`), left];
  };

  it('takes the one file that is certain, whatever else was found', () => {
    const found = [at('/new.md', sure), at('/maybe.md'), at('/copy.md', sure, true)];
    assert.deepEqual(moved({ lost: found }), [['lost → /new.md'], []]);
  });

  it('leaves open what has no certain file, two of them, or one that another one has too', () => {
    const shared = at('/shared.md', sure);
    const found = {
      none: [],
      doubtful: [at('/maybe.md')],
      two: [at('/one.md', sure), at('/two.md', sure)],
      a: [shared],
      b: [shared],
      c: [at('/c.md', sure)],
    };
    assert.deepEqual(moved(found), [['c → /c.md'], ['none', 'doubtful', 'two', 'a', 'b']]);
  });
});
