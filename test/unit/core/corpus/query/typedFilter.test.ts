import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  FILTER_KEYS,
  parseFilter,
  type FilterKey,
} from '../../../../../src/core/corpus/query/filter';
import {
  describeFilter,
  parseTypedFilter,
  printTypedFilter,
} from '../../../../../src/core/corpus/query/typedFilter';
import { anyGivenFilter } from './queries';

const read = (typed: string, names?: ReadonlyMap<string, FilterKey>) => {
  const { filter, errors } = parseTypedFilter(typed, names);
  assert.deepEqual(errors, []);
  return filter;
};

describe('a filter that is typed', () => {
  it('takes what belongs to no key for text', () => {
    assert.deepEqual(read('open source'), { text: ['open source'] });
    assert.deepEqual(read('  智商税 '), { text: ['智商税'] });
    assert.deepEqual(read(''), {});
    assert.deepEqual(read('at 10:30'), { text: ['at 10:30'] });
    assert.deepEqual(read('"role:claim"'), { text: ['role:claim'] });
    assert.deepEqual(read('a "b'), { text: ['a " b'] });
  });

  it('takes keys with values, with quotation marks where they have spaces', () => {
    assert.deepEqual(read('role:rebuttal speaker:"Guo Mei" cost'), {
      text: ['cost'],
      role: ['rebuttal'],
      speaker: ['Guo Mei'],
    });
    assert.deepEqual(read('role:claim role:evidence'), { role: ['claim', 'evidence'] });
    assert.deepEqual(read('speaker: role:claim'), { speaker: [null], role: ['claim'] });
    assert.deepEqual(read('linked:<rebuts since:2024-07'), {
      linked: ['<rebuts'],
      since: ['2024-07'],
    });
  });

  it('takes keys of the analyst’s language, and full-width colons', () => {
    const names = new Map<string, FilterKey>([['讲话人', 'speaker']]);
    assert.deepEqual(read('讲话人：郭梅 QUOTETYPE:direct', names), {
      speaker: ['郭梅'],
      quoteType: ['direct'],
    });
  });

  it('says what is wrong', () => {
    assert.match(parseTypedFilter('state:lost').errors.join(), /state/);
    assert.match(parseTypedFilter('since:soon').errors.join(), /date/);
  });

  it('is the same filter when it is printed and read again', () => {
    fc.assert(
      fc.property(anyGivenFilter, (given) => {
        const { filter = {} } = parseFilter(given);
        const isEmpty = FILTER_KEYS.some((key) => filter[key]?.length === 0);
        fc.pre(!isEmpty);
        assert.deepEqual(read(printTypedFilter(filter)), filter);
      }),
    );
  });

  it('reads anything without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        parseTypedFilter(typed);
      }),
    );
  });

  it('is told in words', () => {
    const filter = read('role:rebuttal role:claim speaker: 智商税') ?? {};
    const told = describeFilter(
      filter,
      (key) => key.toUpperCase(),
      (_, value) => value,
    );
    assert.equal(told, '“智商税” · SPEAKER: not set · ROLE: rebuttal or claim');
  });
});
