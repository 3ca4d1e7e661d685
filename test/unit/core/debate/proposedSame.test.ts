import assert from 'node:assert/strict';
import { twinTable } from '../../../../src/core/debate';
import { debateOf, modelOf, type Said } from './debates';

const said = (id: string, ...restated: string[]): Said => ({
  id,
  speaker: 'Ann',
  links: restated.map((target) => ({ type: 'restates', target })),
});
const DEBATE = { 'a.md': [said('a'), said('b', 'a'), said('c'), said('d', 'c'), said('e')] };

describe('statements that may be the same', () => {
  const context = debateOf(DEBATE);
  const groupsOf = (sameGroups: readonly { ids: string[]; score: number }[]) =>
    modelOf({ ...context, sameGroups }, { view: 'sameStatement' });
  const shown = (model: ReturnType<typeof groupsOf>) =>
    model.groups.map(({ ids, proposedText }) => [[...ids].sort().join(), proposedText]);

  it('stand behind those that links join, marked as proposed', () => {
    const model = groupsOf([{ ids: ['c', 'd', 'e'], score: 0.871 }]);
    // What a proposal adds to is a part of the proposal.
    assert.deepEqual(shown(model), [
      ['a,b', undefined],
      ['c,d,e', 'proposed, 87 % sure'],
    ]);
    assert.match(model.description, /^2 statements stand .*; 1 of them is but proposed\.$/);
    assert.deepEqual(
      twinTable(model).rows.map(({ cells }) => cells.at(-1)),
      ['links', 'links', ...Array.from({ length: 3 }, () => 'proposed, 87 % sure')],
    );
  });

  it('are none once links say it', () => {
    assert.deepEqual(shown(groupsOf([{ ids: ['a', 'b'], score: 1 }])), [
      ['a,b', undefined],
      ['c,d', undefined],
    ]);
  });

  it('are still being looked for, and nobody is told that there are none', () => {
    const lone = { ...debateOf({ 'a.md': [said('a')] }), isLookingForSame: true };
    const { notices } = modelOf(lone, { view: 'sameStatement' });
    assert.deepEqual(notices, ['Looking for statements that may be the same …']);
  });
});
