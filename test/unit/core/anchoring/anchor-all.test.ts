import assert from 'node:assert/strict';
import { anchorAll, describe as describePassage } from '../../../../src/core/anchoring/index';

describe('finding passages again', () => {
  const text = 'First sentence of the article. The claim stands here, in the middle. And a last sentence follows it.';

  it('finds an unchanged passage, also after text was inserted before it', () => {
    const start = text.indexOf('The claim');
    const selector = describePassage(text, { start, end: start + 20 });
    for (const inserted of ['', 'Something new.\n\n']) {
      const [found] = anchorAll(inserted + text, [selector]);
      assert.equal(found?.state, 'anchored');
      assert.deepEqual(found.range, { start: start + inserted.length, end: start + 20 + inserted.length });
    }
  });

  it('orphans what is gone', () => {
    const selector = describePassage(text, { start: 0, end: 30 });
    assert.equal(anchorAll('Nothing of that kind is in here.', [selector])[0]?.state, 'orphaned');
  });
});
