import assert from 'node:assert/strict';
import { LanguageText } from '../../../../src/core/language/languageText';
import {
  annotationWithId,
  namedAt,
  namedIn,
  passageAt,
} from '../../../../src/core/language/namings';
import { foldsOf, outlineOf, type OutlineEntry } from '../../../../src/core/language/structure';
import { runAtOnce } from '../../../../src/core/text/steps';
import { withCursor } from './files';

const SIDECAR = `version: 1
article:
  title: 桥
annotations:
  # the first one
  - id: a1
    role: claim
    speaker: 李明
    stance: favor
    passages:
      - exact: 桥会塌
        start: 3
      - exact: 很快
    note: |
      one
      two

  - id: b2
    role: rebuttal
    speaker: "Wang \\u26A1"
    passages: [{exact: It holds.}]
    links:
      - {type: rebuts, target: a1}
`;

const CODEBOOK = `version: 1
roles: [{id: claim, label: Behauptung}, {id: quip}]
topics:
- id: bridge
  statement: 桥会塌
- {id: "no"}
speakers:
  - name: 李明
    aliases: [Li Ming, 老李]
    affiliation: 桥梁院
views:
  - name: mine
    filter: {speaker: [李明, 王芳], topic: bridge, linked: "<rebuts"}
findings:
  - {kind: unsupported, ids: [a1], reason: known}
`;

describe('the outline', () => {
  const shown = (entries: readonly OutlineEntry[]): unknown[] =>
    entries.map(({ name, detail, children }) =>
      children.length === 0 ? [name, detail] : [name, detail, shown(children)],
    );

  it('of a sidecar has each annotation with speaker and first words', () => {
    const outline = runAtOnce(outlineOf(new LanguageText(SIDECAR, 'sidecar')));
    assert.deepEqual(shown(outline), [
      ['version', '1'],
      ['article', ''],
      [
        'annotations',
        '',
        [
          ['李明: 桥会塌 … 很快', 'claim · favor'],
          ['Wang ⚡: It holds.', 'rebuttal'],
        ],
      ],
    ]);
    const [first, second] = outline[2]?.children ?? [];
    const part = (entry: OutlineEntry | undefined) =>
      SIDECAR.slice(entry?.range.start, entry?.range.end);
    assert.match(part(first), /^id: a1[^]* {6}two$/);
    assert.match(part(second), /^id: b2[^]*target: a1\}$/);
    assert.equal(outline[2]?.range.end, SIDECAR.length - 1);
  });

  it('of a codebook has its entries by name, in any layout', () => {
    assert.deepEqual(shown(runAtOnce(outlineOf(new LanguageText(CODEBOOK, 'codebook')))), [
      ['version', '1'],
      [
        'roles',
        '',
        [
          ['claim', 'Behauptung'],
          ['quip', ''],
        ],
      ],
      [
        'topics',
        '',
        [
          ['bridge', '桥会塌'],
          ['no', ''],
        ],
      ],
      ['speakers', '', [['李明', '']]],
      ['views', '', [['mine', '']]],
      ['findings', '', [['unsupported', 'known']]],
    ]);
  });

  it('keeps what is sound where an entry is broken', () => {
    const broken = SIDECAR.replace('role: claim', 'role: {').replace('id: b2', 'id: b2\n    sp');
    const outline = runAtOnce(outlineOf(new LanguageText(broken, 'sidecar')));
    assert.deepEqual(outline[2]?.children.map(({ name }) => name).slice(1), ['Wang ⚡: It holds.']);
  });
});

describe('folding', () => {
  const folded = (text: string, kind: 'sidecar' | 'codebook') =>
    runAtOnce(foldsOf(new LanguageText(text, kind))).map(({ start, end }) => [
      text.slice(start, end).split('\n')[0]?.trim(),
      text.slice(start, end).split('\n').length,
    ]);

  it('folds sections, annotations, and what in them takes several lines', () => {
    assert.deepEqual(folded(SIDECAR, 'sidecar'), [
      ['article:', 2],
      ['annotations:', 20],
      ['- id: a1', 11],
      ['passages:', 4],
      ['- exact: 桥会塌', 2],
      ['note: |', 3],
      ['- id: b2', 6],
      ['links:', 2],
    ]);
  });

  it('folds lists whose dashes stand at the line’s begin', () => {
    assert.deepEqual(folded(CODEBOOK, 'codebook').slice(0, 2), [
      ['topics:', 4],
      ['- id: bridge', 2],
    ]);
  });
});

describe('what a text names', () => {
  const at = (marked: string, kind: 'sidecar' | 'codebook') => {
    const { text, offset } = withCursor(marked);
    const found = namedAt(new LanguageText(text, kind), offset);
    return found && [found.meaning, found.text, found.isDefinition];
  };

  it('is a speaker, a topic, an annotation …, by its place', () => {
    assert.deepEqual(at(SIDECAR.replace('李明', '李⌖明'), 'sidecar'), ['speaker', '李明', false]);
    assert.deepEqual(at(SIDECAR.replace('target: a1', 'target: a1⌖'), 'sidecar'), [
      'annotation',
      'a1',
      false,
    ]);
    assert.deepEqual(at(SIDECAR.replace('id: b2', 'id: ⌖b2'), 'sidecar'), [
      'annotation',
      'b2',
      true,
    ]);
    assert.equal(at(SIDECAR.replace('title: 桥', 'title: ⌖桥'), 'sidecar'), undefined);
    assert.equal(at(SIDECAR.replace('speaker:', 'spea⌖ker:'), 'sidecar'), undefined);
    assert.deepEqual(at(CODEBOOK.replace('老李', '老⌖李'), 'codebook'), ['speaker', '老李', true]);
    assert.deepEqual(at(CODEBOOK.replace('王芳', '⌖王芳'), 'codebook'), ['speaker', '王芳', false]);
    assert.deepEqual(at(CODEBOOK.replace('"no"', '"⌖no"'), 'codebook'), ['topic', 'no', true]);
  });

  it('is all there is in a codebook, in order', () => {
    const file = new LanguageText(CODEBOOK, 'codebook');
    assert.deepEqual(
      [...namedIn(file)].map(({ meaning, text }) => `${meaning} ${text}`),
      [
        ...['role claim', 'role quip', 'topic bridge', 'topic no'],
        ...['speaker 李明', 'speaker Li Ming', 'speaker 老李', 'speaker 桥梁院'],
        ...['speaker 李明', 'speaker 王芳', 'topic bridge', 'linked <rebuts'],
        ...['findingKind unsupported', 'annotation a1'],
      ],
    );
  });

  it('finds a passage and an annotation again', () => {
    const passage = (marked: string) => {
      const { text, offset } = withCursor(marked);
      return passageAt(new LanguageText(text, 'sidecar'), offset);
    };
    assert.equal(passage(SIDECAR.replace('桥会塌', '桥⌖会塌')), 0);
    assert.equal(passage(SIDECAR.replace('很快', '很⌖快')), 1);
    assert.equal(passage(SIDECAR.replace('role: claim', 'role: ⌖claim')), undefined);
    const found = annotationWithId(new LanguageText(SIDECAR, 'sidecar'), 'b2');
    assert.equal(found?.range.start, SIDECAR.indexOf('b2'));
    assert.equal(annotationWithId(new LanguageText(SIDECAR, 'sidecar'), 'note'), undefined);
  });
});

describe('a later version of a text', () => {
  it('says the same as if it were read anew, wherever it was changed', () => {
    const before = new LanguageText(SIDECAR, 'sidecar');
    assert.equal([...namedIn(before)].length, 9);
    const changed = SIDECAR.replace('id: a1', 'id: a1\n    topic: bridge').replace('李明', '王芳');
    const now = new LanguageText(changed, 'sidecar', before);
    assert.deepEqual([...namedIn(now)], [...namedIn(new LanguageText(changed, 'sidecar'))]);
  });
});
