import assert from 'node:assert/strict';
import { shiftEntry } from '../../../../../src/core/codebook/edit/arrange';
import { addAlias, setEntry } from '../../../../../src/core/codebook/edit/editCodebook';
import { RefusedError } from '../../../../../src/core/model/problem';

const BOOK = `version: 1 # ours\r
roles:\r
  - id: aside\r
  # the usual one\r
  - id: claim\r
speakers:\r
  - name: 李彦宏 # of Baidu\r
    aliases: [Robin Li]\r
`;

describe('setting an entry of a codebook', () => {
  it('changes what is there, and adds what is not', () => {
    assert.equal(
      setEntry(BOOK, 'roles', 'aside', { label: '旁白' }),
      BOOK.replace('id: aside\r\n', 'id: aside\r\n    label: 旁白\r\n'),
    );
    assert.equal(
      setEntry(BOOK, 'speakers', ' Bo ', { type: 'person', label: null }),
      `${BOOK}  - name: Bo\r\n    type: person\r\n`,
    );
    assert.equal(
      setEntry('', 'topics', '关渡口', { statement: '渡口该关' }),
      'version: 1\ntopics:\n  - id: 关渡口\n    statement: 渡口该关\n',
    );
  });

  it('refuses a speaker whose name is another one’s', () => {
    assert.throws(() => setEntry(BOOK, 'speakers', 'robin li', {}), /robin li.*李彦宏/);
    assert.throws(() => setEntry('roles: [', 'roles', 'x', {}), RefusedError);
  });

  it('gives an alias once, and to one speaker', () => {
    const two = setEntry(BOOK, 'speakers', 'Bo', {});
    assert.equal(addAlias(two, '李彦宏', 'ROBIN LI'), two);
    assert.throws(() => addAlias(two, 'Bo', 'Robin Li'), /Robin Li.*李彦宏/);
    assert.match(addAlias(two, '李彦宏', 'Yanhong'), /aliases: \[Robin Li, Yanhong\]\r\n/);
  });
});

describe('moving an entry up or down', () => {
  it('goes by the order that is shown, default entries included', () => {
    assert.equal(
      shiftEntry(BOOK, 'roles', 'claim', -1),
      BOOK.replace('  - id: aside\r\n', '').replace(
        '  - id: claim\r\n',
        '  - id: claim\r\n  - id: aside\r\n',
      ),
    );
    // “evidence” and “rebuttal” come behind, though they aren't listed.
    assert.equal(
      shiftEntry(BOOK, 'roles', 'claim', 1),
      BOOK.replace(
        '  # the usual one\r\n  - id: claim\r\n',
        '  - id: evidence\r\n  # the usual one\r\n  - id: claim\r\n',
      ),
    );
    assert.equal(
      shiftEntry(BOOK, 'roles', 'rebuttal', -1),
      BOOK.replace('- id: claim\r\n', '- id: claim\r\n  - id: rebuttal\r\n  - id: evidence\r\n'),
    );
    assert.equal(
      shiftEntry('', 'stances', 'against', -1),
      'version: 1\nstances:\n  - id: against\n  - id: favor\n',
    );
  });

  it('does nothing at the end, and refuses what is not there', () => {
    assert.equal(shiftEntry(BOOK, 'roles', 'aside', -1), BOOK);
    assert.equal(shiftEntry(BOOK, 'roles', 'rebuttal', 1), BOOK);
    assert.throws(() => shiftEntry(BOOK, 'topics', 'x', 1), RefusedError);
  });
});
