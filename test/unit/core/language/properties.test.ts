import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keyCompletions, valueCompletions } from '../../../../src/core/language/completions';
import { LanguageText, type LanguageKind } from '../../../../src/core/language/languageText';
import {
  annotationIn,
  annotationWithId,
  namedAt,
  namedIn,
  passageAt,
} from '../../../../src/core/language/namings';
import { foldsOf, outlineOf, type OutlineEntry } from '../../../../src/core/language/structure';
import { typingAt } from '../../../../src/core/language/typing';
import type { Annotation } from '../../../../src/core/model/types';
import { insertAnnotation, newSidecar } from '../../../../src/core/sidecar/editSidecar';
import { annotationsOf } from '../../../../src/core/sidecar/questions';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { runAtOnce } from '../../../../src/core/text/steps';
import { annotation } from '../sidecar/annotations';
import { hostileText } from '../yaml/hostileTexts';
import { TEST_SUITE } from '../yaml/testSuite';

const KINDS: readonly LanguageKind[] = ['sidecar', 'codebook'];

/** Pieces of which half-typed files are made. */
const PIECES = [
  ...['version: 1\n', 'annotations:\n', 'speakers:\n', 'views:\n', 'article:\n', '\n', '\r\n'],
  ...['  - ', '- ', '    ', '  ', '\t', 'id: a1', 'speaker: ', 'links: ', 'passages:\n', 'tags: ['],
  ...['{', '}', '[', ']', ',', '"', "'", '|', '>', '#', ': ', ':', '-', '&a', '*a', '!!str ', '? '],
  ...[
    '李',
    '😀',
    '\uFEFF',
    '\uE0C5',
    '---\n',
    '...\n',
    '%',
    '@',
    '`',
    'filter: {role: ',
    'exact: ',
  ],
];

const sidecarText = fc
  .array(annotation, { maxLength: 4 })
  .map((all) => all.reduce((file, one) => insertAnnotation(file, 0, one), newSidecar()).text);
const truncated = fc.tuple(sidecarText, fc.nat(), fc.nat({ max: 30 })).map(([text, at, cut]) => {
  const from = at % (text.length + 1);
  return text.slice(0, from) + text.slice(from + cut);
});
/** Editors have line ends of two kinds, and no cursor between the two signs of one. */
const anyText = fc
  .oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((all) => all.join('')),
    truncated,
    fc.constantFrom(...TEST_SUITE.map(({ yaml }) => yaml)),
    hostileText,
  )
  .map((text) => text.replace(/\r(?!\n)/g, ''));

function offsetIn(text: string, at: number): number {
  const offset = at % (text.length + 1);
  return text.charAt(offset - 1) === '\r' ? offset + 1 : offset;
}

describe('whatever a text says', () => {
  it('what is offered at any place stays on its line, and around the cursor', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...KINDS), fc.nat(), (text, kind, at) => {
        const offset = offsetIn(text, at);
        const typing = typingAt(new LanguageText(text, kind), offset);
        if (typing === undefined) return;
        const offered =
          typing.what === 'key'
            ? keyCompletions(typing)
            : valueCompletions(typing, [{ value: 'x', names: [typing.typed] }]);
        for (const { start, end } of [typing.range, ...offered.map(({ range }) => range)]) {
          assert.ok(0 <= start && start <= offset && offset <= end && end <= text.length);
          assert.doesNotMatch(text.slice(start, end), /[\r\n]/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('names, outline and folds are places of the text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...KINDS), fc.nat(), (text, kind, at) => {
        const file = new LanguageText(text, kind);
        const offset = offsetIn(text, at);
        const isInside = ({ start, end }: { start: number; end: number }) => {
          assert.ok(0 <= start && start <= end && end <= text.length);
        };
        const check = ({ range, selection, children, name }: OutlineEntry) => {
          isInside(range);
          assert.ok(range.start <= selection.start && selection.end <= range.end);
          // VS Code refuses an outline with a name that is empty.
          assert.notEqual(name, '');
          children.forEach(check);
        };
        for (const { range } of namedIn(file)) isInside(range);
        runAtOnce(outlineOf(file)).forEach(check);
        runAtOnce(foldsOf(file)).forEach(isInside);
        const here = namedAt(file, offset);
        if (here !== undefined) assert.ok(here.range.start <= offset && offset <= here.range.end);
        passageAt(file, offset);
        annotationWithId(file, 'a1');
        annotationIn(file, file.blockAt(offset));
      }),
      { numRuns: 500 },
    );
  });

  it('blocks have no gaps', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { blocks } = new LanguageText(text, 'sidecar');
        assert.equal(blocks.map(({ start, end }) => text.slice(start, end)).join(''), text);
      }),
    );
  });
});

describe('a sidecar that is right', () => {
  it('is understood as the reader of sidecars understands it', () => {
    fc.assert(
      fc.property(fc.array(annotation, { maxLength: 4 }), (all) => {
        const { text } = all.reduce((made, one) => insertAnnotation(made, 0, one), newSidecar());
        const file = new LanguageText(text, 'sidecar');
        const found = file.blocks.flatMap((block) => annotationIn(file, block) ?? []);
        const wanted = annotationsOf(readSidecar(text));
        for (const [i, block] of file.blocks.filter(({ section }) => section).entries()) {
          const plain = file.plainAnnotation(block);
          if (plain !== undefined) assert.deepEqual(plain, wanted[i]);
        }
        assert.deepEqual(
          found.map(({ id, role, speaker, stance, topic, quotes }) => ({
            ...{ id, role, speaker, stance, topic },
            quotes,
          })),
          wanted.map(({ id, role, speaker, stance, topic, passages }) => ({
            ...{ id, role, speaker, stance, topic },
            quotes: passages.map(({ exact }) => exact),
          })),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('says what was taken, once a half-typed line is completed', () => {
    const filled = hostileText.filter((value) => value !== '');
    const lines = fc.constantFrom<readonly [string, string, keyof Annotation]>(
      ['speaker: ', '', 'speaker'],
      ['speaker:', '', 'speaker'],
      ['speaker: 李', '明', 'speaker'],
      ['speaker: "李', '', 'speaker'],
      ["speaker: '李", "明'", 'speaker'],
      ['topic: x', ' # why', 'topic'],
      ['tags: [', ']', 'tags'],
      ['tags: [a, ', ', c]', 'tags'],
      ['reportedBy: ["a"', ']', 'reportedBy'],
      ['links: [{type: rebuts, target: ', '}]', 'links'],
      ['links: [{type:', ', target: b2}]', 'links'],
    );
    fc.assert(
      fc.property(annotation, filled, lines, (one, value, [before, after, field]) => {
        const others = Object.entries(one).filter(([key]) => key !== field);
        const without = Object.fromEntries(others) as Annotation;
        const { text } = insertAnnotation(newSidecar(), 0, without);
        const lead = `${text.replace(/\n?$/, '\n')}    ${before}`;
        const half = `${lead}${after}\n`;
        const typing = typingAt(new LanguageText(half, 'sidecar'), lead.length);
        if (typing?.what !== 'value') return assert.ok(/\["a"$/.test(before), before);
        const [taken] = valueCompletions({ ...typing, typed: '' }, [{ value }]);
        assert.ok(taken);
        const { range, insert } = taken;
        const done = half.slice(0, range.start) + insert + half.slice(range.end);
        const [read] = annotationsOf(readSidecar(done));
        assert.ok(JSON.stringify(read?.[field]).includes(JSON.stringify(value)), done);
      }),
      { numRuns: 200 },
    );
  });
});
