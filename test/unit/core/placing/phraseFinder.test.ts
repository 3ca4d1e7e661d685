import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PhraseFinder } from '../../../../src/core/placing/phraseFinder';
import { runAtOnce } from '../../../../src/core/text/steps';

const found = (finder: PhraseFinder<string>, text: string) => [...runAtOnce(finder.find(text))];

describe('PhraseFinder', () => {
  it('finds whose phrases stand in a text, short and long ones', () => {
    const finder = new PhraseFinder<string>();
    finder.add('a', ['the trains would run on time', '智商税']);
    finder.add('b', ['the trains would run late']);
    finder.add('c', ['。']);
    finder.add('none', ['', '']);
    assert.deepEqual(found(finder, 'He said the trains would run on time.'), ['a']);
    assert.deepEqual(found(finder, '开源模型是一种智商税。').sort(), ['a', 'c']);
    assert.deepEqual(found(finder, ''), []);
    assert.equal(finder.size, 4);
  });

  it('forgets the phrases of an owner that is removed or has others', () => {
    const finder = new PhraseFinder<string>();
    finder.add('a', ['the first phrase of all']);
    finder.add('b', ['the first phrase of all', 'another one']);
    finder.add('a', ['quite another phrase']);
    assert.deepEqual(found(finder, 'the first phrase of all'), ['b']);
    finder.remove('b');
    assert.deepEqual(found(finder, 'the first phrase of all, another one'), []);
    assert.deepEqual(found(finder, 'quite another phrase'), ['a']);
  });

  it('finds what indexOf finds, whatever the texts', () => {
    const unit = fc.constantFrom('a', 'b', '智', '🚀', ' ');
    const words = (most: number) =>
      fc.array(unit, { maxLength: most }).map((units) => units.join(''));
    fc.assert(
      fc.property(fc.array(fc.array(words(20))), words(60), (owners, text) => {
        const finder = new PhraseFinder<number>();
        owners.forEach((phrases, owner) => finder.add(owner, phrases));
        const expected = owners.flatMap((phrases, owner) =>
          phrases.some((one) => one !== '' && text.includes(one)) ? [owner] : [],
        );
        const actual = [...runAtOnce(finder.find(text))];
        assert.deepEqual(actual.sort(), expected.sort());
      }),
    );
  });

  it('goes through a text once, however many phrases there are', () => {
    const finder = new PhraseFinder<number>();
    for (let n = 0; n < 20_000; n++)
      finder.add(n, [`He said in ${n} that nothing would happen`, `第${n}夜的灯塔没有亮`]);
    const text = 'He said that nothing would happen in any year. '.repeat(1_000);
    const start = performance.now();
    assert.deepEqual([...runAtOnce(finder.find(`${text}第777夜的灯塔没有亮`))], [777]);
    assert.ok(performance.now() - start < 500);
  });

  it('lets others have their turn in a long text, also where it repeats itself', () => {
    const finder = new PhraseFinder<string>();
    finder.add('a', [`${'a'.repeat(300_000)}b`]);
    const steps = [...finder.find('a'.repeat(1 << 20))];
    assert.ok(steps.length >= 15);
  });
});
