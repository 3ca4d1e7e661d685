import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCodebook } from '../../../../src/core/codebook/readCodebook';
import { hostileText } from '../yaml/hostileTexts';

/** What is said of a codebook that can be read: the words at the place, code, and the message. */
function adviceOn(lines: string): string[] {
  const text = `version: 1\n${lines}\n`;
  return readCodebook(text).advice.map(({ code, severity, message, range }) => {
    assert.notEqual(message, '');
    return `${text.slice(range.start, range.end)} ${code} ${severity}`;
  });
}

describe('advice on a codebook', () => {
  it('says nothing of one that is right, in any layout', () => {
    const right = `roles: [{id: claim, label: Claim, color: "#c62828"}]
stances:
topics:
  - {id: bridge, statement: It will fall., description: x}
speakers:
  - {name: 王伟（清华）, aliases: [Wang Wei], type: person, affiliation: 清华, sameAs: x}
  - name: 王伟（北大）
views:
  - {name: mine, filter: {role: [claim, null], linked: "<rebuts", since: 2024-07, until: "2024"}, groupBy: topic}
findings:
  - {kind: turn, ids: [a1], reason: known, by: me, at: "2026"}`;
    assert.deepEqual(adviceOn(right), []);
  });

  it('says which names two speakers have, or one has twice, also in another case', () => {
    assert.deepEqual(
      adviceOn(
        'speakers:\n  - {name: Ann, aliases: [annie, ANN]}\n  - {name: Bob, aliases: [Annie]}',
      ),
      ['ANN shared-name warning', 'Annie shared-name warning'],
    );
    assert.deepEqual(adviceOn('speakers:\n  - {name: Ann}\n  - {name: ＡＮＮ}'), [
      'ＡＮＮ shared-name warning',
    ]);
    assert.deepEqual(adviceOn('speakers:\n  - {name: Ann, aliases: [Bob]}\n  - {name: Bob}'), [
      'Bob shared-name warning',
    ]);
    // Written twice, it is an error of its own.
    assert.deepEqual(adviceOn('speakers:\n  - {name: Ann}\n  - {name: Ann}'), []);
  });

  it('says which keys are not the format’s, and which were probably meant', () => {
    assert.deepEqual(adviceOn('speaker: []\nmine: x'), [
      'speaker unknown-key warning',
      'mine unknown-key information',
    ]);
    assert.deepEqual(adviceOn('roles:\n  - {id: claim, colour: "#fff", mine: 1}'), [
      'colour unknown-key warning',
      'mine unknown-key information',
    ]);
    assert.match(
      readCodebook('version: 1\nroles: [{id: a, colour: x}]\n').advice[0]?.message ?? '',
      /“color”/,
    );
  });

  it('says which views find nothing', () => {
    const view = (filter: string) => adviceOn(`views:\n  - {name: mine, filter: {${filter}}}`);
    assert.deepEqual(view('role: rebutal'), ['rebutal view-value warning']);
    assert.deepEqual(view('stance: [favor, mine]'), ['mine view-value warning']);
    assert.deepEqual(view('linked: "<rebut"'), ['"<rebut" view-value warning']);
    assert.deepEqual(view('since: "2024-02-30"'), ['"2024-02-30" view-value warning']);
    assert.deepEqual(view('since: "2024-07", until: "2024-06-30"'), [
      '"2024-06-30" view-value warning',
    ]);
    assert.deepEqual(view('topic: anything, speaker: anybody, text: x'), []);
  });

  it('never throws, and stays in the text', () => {
    const pieces = fc.constantFrom(
      ...['speakers:\n', '  - ', 'name: ', 'aliases: [', ']', '{', '}', 'views: ', '*a', '&a '],
      ...['filter: {role: ', 'since: ', '2024', '\n', ', ', '"', 'id: a', '[', 'linked: <'],
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 20 }).map((all) => `version: 1\n${all.join('')}`),
      hostileText,
    );
    fc.assert(
      fc.property(text, (given) => {
        for (const { range } of readCodebook(given).advice)
          assert.ok(0 <= range.start && range.start <= range.end && range.end <= given.length);
      }),
      { numRuns: 1_000 },
    );
  });
});
