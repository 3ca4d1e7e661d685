import assert from 'node:assert/strict';
import { requireNetworkOptions } from '../../../../src/core/network/options';
import { debateOf, modelOf, SMALL_DEBATE } from './debates';

const WIDTH = 800;
const SAID = { speaker: 'Ann', topic: 'bridge' };

describe('the legends of pictures', () => {
  it('say what the signs mean that are drawn, and no others', () => {
    const matrix = (stance: string) =>
      modelOf(debateOf({ 'a.md': [{ ...SAID, id: 'a', stance }, { id: 'b' }] }), {
        view: 'matrix',
        width: WIDTH,
      }).legend;
    assert.equal(matrix('favor'), '▲ favor · ○ no stance');
    assert.equal(matrix('unsure'), '● other stance · ○ no stance');
  });

  it('say which dates are the article’s, which are vague, and what a turn looks like', () => {
    const legendOf = (...dates: (string | undefined)[]) =>
      modelOf(
        debateOf(
          {
            'a.md': dates.map((date, n) => ({
              ...{ ...SAID, id: `a${n}`, stance: n % 2 === 0 ? 'favor' : 'against' },
              ...(date !== undefined && { date }),
            })),
          },
          { published: { 'a.md': '2024-07-01' } },
        ),
        { view: 'timeline', width: WIDTH },
      ).legend;
    assert.equal(legendOf('2024-07-02'), '▲ favor');
    assert.equal(
      legendOf('2023', undefined),
      '▲ favor · ▼ against · hollow: the article’s date · bar: some time in it · dashed line: a turn',
    );
  });

  it('tell circles from squares where there are both', () => {
    const legendOf = (network: object) =>
      modelOf(debateOf(SMALL_DEBATE), {
        view: 'networks',
        network: requireNetworkOptions(network),
        width: WIDTH,
      }).legend;
    assert.equal(legendOf({}), 'numbers and colours: camps');
    assert.match(legendOf({ kind: 'two-mode', aggregation: 'subtract' }), /squares.*dashed/);
    assert.match(legendOf({ aggregation: 'conflict' }), /they disagree/);
  });
});

describe('the choice of a speaker', () => {
  it('offers everybody who answers or is answered, those with most links first', () => {
    for (const everybody of [true, false]) {
      const model = modelOf(debateOf(SMALL_DEBATE), { view: 'answers', everybody, width: WIDTH });
      assert.ok(model.kind === 'speakers');
      assert.deepEqual(
        model.speakers.map(({ label }) => label),
        ['Ann', 'Bo', '李明', 'No speaker'],
      );
    }
  });
});
