import assert from 'node:assert/strict';
import { searchSpeakers } from '../../../../src/core/codebook/searchSpeakers';

const speaker = (name: string, ...aliases: string[]) => ({ name, aliases });
const SPEAKERS = [
  speaker('Yann LeCun', '杨立昆'),
  speaker('李彦宏', 'Robin Li', '百度创始人'),
  speaker('Leo Chen'),
  speaker('王小川'),
  speaker('李开复', 'Kai-Fu Lee'),
  speaker('Calec Institute'),
  speaker('李'),
];
const found = (typed: string) => searchSpeakers(typed, SPEAKERS).map(({ name }) => name);

describe('searchSpeakers', () => {
  it('gives all in their order where nothing is typed', () => {
    assert.equal(found('  ').length, SPEAKERS.length);
  });

  it('finds names by their beginning, then by that of a word, an alias, then inside', () => {
    assert.deepEqual(found('le'), ['Leo Chen', 'Yann LeCun', '李开复', 'Calec Institute']);
    assert.deepEqual(found('lec'), ['Yann LeCun', 'Calec Institute']);
    assert.deepEqual(found('LECUN'), ['Yann LeCun']);
  });

  it('finds a speaker by a word of an alias', () => {
    assert.deepEqual(found('Robin'), ['李彦宏']);
    assert.deepEqual(found('创始'), ['李彦宏']);
    assert.deepEqual(found('fu'), ['李开复']);
  });

  it('puts the bearer of the very name first', () => {
    assert.deepEqual(found('李'), ['李', '李彦宏', '李开复']);
  });

  it('finds Chinese names by the initials of their syllables', () => {
    assert.deepEqual(found('lyh'), ['李彦宏']);
    assert.deepEqual(found('WXC'), ['王小川']);
    assert.deepEqual(found('lk'), ['李开复']);
    assert.deepEqual(found('ylk'), ['Yann LeCun']);
  });

  it('finds nobody for what nobody is called', () => {
    assert.deepEqual(found('周鸿祎'), []);
    assert.deepEqual(found('zzz'), []);
  });
});
