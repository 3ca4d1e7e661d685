import { strict as assert } from 'node:assert';
import { suggest } from '../../../../src/core/attribution';
import { findPassages } from '../../../../src/core/reading/findPassages';

/** What of a text is offered as reported. */
function reported(text: string): string[] {
  const asked = {
    kind: 'plain' as const,
    suggest: (ranges: readonly { start: number; end: number }[]) => suggest(text, ranges),
    topic: [],
  };
  return [...findPassages(text, asked)].flatMap((one) =>
    one?.kind === 'reported' ? text.slice(one.range.start, one.range.end) : [],
  );
}

describe('what is reported in English', () => {
  it('is offered without the words that say so where it is a statement without them', () => {
    const text = `Mayor Helen Brook said the town could not pay for both.

Tom Rivers insisted that nobody would walk ten miles.
`;
    assert.deepEqual(reported(text), [
      'the town could not pay for both.',
      'nobody would walk ten miles.',
    ]);
  });

  it('is offered with its verb where it would be none', () => {
    const text = `Mayor Helen Brook wants to keep the ferry as it is.

Mayor Helen Brook refused to pay for both of them.

Mayor Helen Brook rejected the plan for a second bridge.
`;
    assert.deepEqual(reported(text), text.trim().split('\n\n'));
  });
});
