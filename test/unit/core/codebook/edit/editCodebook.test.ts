import assert from 'node:assert/strict';
import {
  addAlias,
  addEntry,
  changeEntry,
  moveEntry,
  removeEntry,
} from '../../../../../src/core/codebook/edit/editCodebook';
import { newCodebook } from '../../../../../src/core/codebook/edit/newCodebook';
import { DEFAULT_CODEBOOK } from '../../../../../src/core/codebook/codebook';
import { readCodebook } from '../../../../../src/core/codebook/readCodebook';
import { RefusedError } from '../../../../../src/core/model/problem';

const BOOK = `# ours
version: 1
roles: [{id: claim}, {id: aside, color: "#fff"}] # two
topics:
  - {id: toll, statement: 'Tolls hurt shops'} # so far
  - {id: 桥}
owner: Ann
speakers:
  # the first
  - name: 李彦宏 # of Baidu
    aliases: ["Robin Li"]
    mood: good
  - name: 'Ann'

  # later ones
  - name: Bo
    aliases:
      - B. # short
`;

describe('editing a codebook', () => {
  it('adds an entry in the way its neighbours are written', () => {
    assert.equal(
      addEntry(BOOK, 'roles', { id: 'quote', label: '引文' }),
      BOOK.replace('"#fff"}]', '"#fff"}, {id: quote, label: 引文}]'),
    );
    assert.equal(
      addEntry(BOOK, 'topics', { statement: 'No: never', id: 'No' }, 0),
      BOOK.replace('topics:\n', 'topics:\n  - {id: "No", statement: "No: never"}\n'),
    );
    assert.equal(
      addEntry(BOOK, 'speakers', { name: 'Cy', type: 'person', aliases: ['C', '[x'] }, 2),
      BOOK.replace("'Ann'\n", `'Ann'\n  - name: Cy\n    aliases: [C, "[x"]\n    type: person\n`),
    );
  });

  it('makes a list, a file or what stands for an empty one', () => {
    const view = { name: '反驳', filter: { role: ['rebuttal'], topic: null }, groupBy: 'topic' };
    const lines = `views:\n  - name: 反驳\n    filter: {role: [rebuttal], topic: null}\n    groupBy: topic\n`;
    assert.equal(addEntry(BOOK, 'views', view), BOOK + lines);
    assert.equal(addEntry('', 'views', view), `version: 1\n${lines}`);
    assert.equal(
      addEntry('version: 1\r\nroles: [] # none\r\nx: 1', 'roles', { id: 'a' }),
      'version: 1\r\nroles: # none\r\n  - id: a\r\nx: 1',
    );
    assert.equal(
      addEntry('{"version": 1}', 'links', { id: 'like' }),
      '{"version": 1, links: [{id: like}]}',
    );
    assert.equal(
      addEntry('version: 1\nroles: [{id: claim}]', 'findings', {
        kind: 'turn',
        ids: ['a1', 'b2'],
        reason: '换了单位',
      }),
      'version: 1\nroles: [{id: claim}]\nfindings:\n  - kind: turn\n    ids: [a1, b2]\n    reason: 换了单位\n',
    );
  });

  it('changes what is named alone', () => {
    assert.equal(
      changeEntry(BOOK, 'topics', 'toll', { label: 'Tolls', color: '#000' }),
      BOOK.replace("shops'}", `shops', label: Tolls, color: "#000"}`),
    );
    assert.equal(
      changeEntry(BOOK, 'roles', 'aside', { color: null, label: 'x' }),
      BOOK.replace(', color: "#fff"', ', label: x'),
    );
    assert.equal(
      changeEntry(BOOK, 'speakers', '李彦宏', { affiliation: '百度', type: 'person' }),
      BOOK.replace('Robin Li"]\n', 'Robin Li"]\n    type: person\n    affiliation: 百度\n'),
    );
    assert.equal(
      changeEntry(BOOK, 'speakers', 'Bo', { aliases: [] }),
      BOOK.replace('    aliases:\n      - B. # short\n', ''),
    );
    assert.equal(changeEntry(BOOK, 'speakers', 'Bo', { aliases: ['B.'] }), BOOK);
  });

  it('adds what the default set has, to label it', () => {
    assert.equal(
      changeEntry(BOOK, 'roles', 'evidence', { label: '证据' }),
      BOOK.replace('"#fff"}]', '"#fff"}, {id: evidence, label: 证据}]'),
    );
    assert.throws(() => changeEntry(BOOK, 'roles', 'proof', { label: 'x' }), RefusedError);
  });

  it('adds an alias, unless it is somebody’s', () => {
    assert.equal(
      addAlias(BOOK, '李彦宏', '百度创始人'),
      BOOK.replace('"Robin Li"]', '"Robin Li", 百度创始人]'),
    );
    assert.equal(addAlias(BOOK, 'Bo', 'No'), BOOK.replace('# short\n', '# short\n      - "No"\n'));
    assert.equal(
      addAlias(BOOK, 'Ann', ' A '),
      BOOK.replace("'Ann'\n", "'Ann'\n    aliases: [A]\n"),
    );
    assert.equal(addAlias(BOOK, 'Bo', 'ｂ．'), BOOK);
    assert.throws(() => addAlias(BOOK, 'Ann', 'robin li'), /“robin li” is a name of “李彦宏”/);
    assert.throws(() => addAlias(BOOK, 'Nobody', 'N'), RefusedError);
  });

  it('moves an entry with the comment right above it', () => {
    assert.equal(
      moveEntry(BOOK, 'speakers', '李彦宏', 1),
      BOOK.replace(/( {2}# the first\n[^]*good\n)( {2}- name: 'Ann'\n)/, '$2$1'),
    );
    assert.equal(
      moveEntry(BOOK, 'roles', 'aside', 0),
      BOOK.replace(
        '[{id: claim}, {id: aside, color: "#fff"}]',
        '[{id: aside, color: "#fff"}, {id: claim}]',
      ),
    );
    assert.equal(
      moveEntry('version: 1\nroles:\n- id: a\n- id: b', 'roles', 'b', -3),
      'version: 1\nroles:\n- id: b\n- id: a',
    );
  });

  it('removes an entry’s lines', () => {
    assert.equal(removeEntry(BOOK, 'speakers', 'Ann'), BOOK.replace("  - name: 'Ann'\n", ''));
    assert.equal(removeEntry(BOOK, 'roles', 'claim'), BOOK.replace('{id: claim}, ', ''));
    assert.equal(
      removeEntry('version: 1\nroles:\n  - id: a # x\n', 'roles', 'a'),
      'version: 1\nroles: []\n',
    );
  });

  it('names a finding by its kind and its annotations in any order', () => {
    const text = addEntry('', 'findings', { kind: 'turn', ids: ['b', 'a'], reason: 'x' });
    assert.throws(
      () => addEntry(text, 'findings', { kind: 'turn', ids: ['a', 'b'], reason: 'y' }),
      RefusedError,
    );
    assert.match(changeEntry(text, 'findings', 'turn a b', { reason: 'no' }), /reason: "no"\n$/);
  });

  it('keeps what is broken elsewhere', () => {
    const text = 'version: 1\nroles:\n  - {label: x}\n  - *none\n  - [x]\n  - id: a\n';
    assert.equal(addEntry(text, 'roles', { id: 'b' }), `${text}  - id: b\n`);
    assert.equal(
      moveEntry(text, 'roles', 'a', 0),
      'version: 1\nroles:\n  - id: a\n  - {label: x}\n  - *none\n  - [x]\n',
    );
  });

  it('refuses, and says where and why', () => {
    for (const [text, message] of [
      ['version: 1\nroles: [\n', /Line 3, column 1: Not valid YAML/],
      ['version: 2\n', /Line 1, column 10: Written by a newer version/],
      ['roles: []\n', /Line 1, column 1: “version” is missing/],
      ['version: 1\n\nroles: x\n', /Line 3, column 8: “roles” must be a list/],
      ['- a\n', /Line 1, column 1/],
    ] as const)
      assert.throws(() => addEntry(text, 'topics', { id: 'a' }), message);
    assert.throws(() => addEntry(BOOK, 'roles', { id: 'claim' }), /already under “roles”/);
    assert.throws(() => addEntry(BOOK, 'roles', { id: 'x', color: 'red' }), /colour/);
    assert.throws(() => addEntry(BOOK, 'views', { name: 'x', filter: { who: 'a' } }), /who/);
    assert.throws(() => changeEntry(BOOK, 'topics', 'toll', { id: 'fee' }), /rename it/);
    assert.throws(() => removeEntry(BOOK, 'topics', 'x'), /not under “topics”/);
    const anchored = 'version: 1\nroles:\n  - &a {id: x}\n  - {id: b, like: *a}\n';
    assert.throws(() => removeEntry(anchored, 'roles', 'x'), RefusedError);
  });
});

describe('a new codebook', () => {
  it('has what is in use', () => {
    const made = newCodebook(
      { ...DEFAULT_CODEBOOK, topics: [{ id: '桥' }], speakers: [{ name: '007' }] },
      '\r\n',
    );
    assert.match(made, /topics:\r\n {2}- id: 桥\r\nspeakers:\r\n {2}- name: "007"\r\n$/);
    const { codebook, problems } = readCodebook(made);
    assert.deepEqual(problems, []);
    assert.deepEqual(codebook.roles, DEFAULT_CODEBOOK.roles);
    assert.deepEqual(codebook.speakers, [{ name: '007' }]);
    assert.match(newCodebook(DEFAULT_CODEBOOK), /topics: \[\]\nspeakers: \[\]\n$/);
  });
});
