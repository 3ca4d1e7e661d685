import assert from 'node:assert/strict';
import { claimsForEach, tagged } from './claims';

describe('claims turns', () => {
  const folder = claimsForEach();
  const { fine, article, write } = folder;
  const first = 'The bridge can wait, Lee said in spring.\n';
  const second = '---\ndate: 2024-07-11\n---\n\nLi now says: build it at once!\n';
  beforeEach(() => {
    write('claims.codebook.yaml', 'version: 1\nspeakers: [{name: Li, aliases: [Lee]}]\n');
    const coded = { topic: 'bridge', speaker: 'Lee' };
    article('a.md', first, [
      tagged(first, 'a1', 'The bridge can wait', { ...coded, stance: 'against', date: '2024-04' }),
    ]);
    article('b.md', second, [
      tagged(second, 'b1', 'build it at once', { ...coded, speaker: 'Li', stance: 'favor' }),
    ]);
  });

  it('gives as JSON what the window’s command gives, with dates from front matter', async () => {
    const turn = {
      speaker: 'Li',
      topic: 'bridge',
      from: { id: 'a1', stance: 'against', date: '2024-04', dateOf: 'statement' },
      to: { id: 'b1', stance: 'favor', date: '2024-07-11', dateOf: 'article' },
    };
    assert.deepEqual(JSON.parse(await fine('turns', '--json')), [turn]);
    // The second time, the cache knows the article's date.
    assert.deepEqual(JSON.parse(await fine('turns', '--json')), [turn]);
  });

  it('prints both statements with their dates and places', async () => {
    assert.equal(
      await fine('turns'),
      [
        'Li, bridge',
        '  2024-04: a.md:1:1: claim Lee against: The bridge can wait',
        '  2024-07-11 (of the article): b.md:5:14: claim Li favor: build it at once',
        '',
      ].join('\n'),
    );
  });

  it('is about what a filter finds', async () => {
    assert.equal(await fine('turns', '--json', '--filter', 'until=2024-06'), '[]\n');
    assert.equal(await fine('turns', '--filter', 'stance=favor'), '');
    assert.match(await fine('turns', '--filter', 'state=anchored'), /^Li, bridge\n/);
    assert.equal(await fine('turns', 'a.md'), '');
  });
});
