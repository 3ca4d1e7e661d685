import { strict as assert } from 'node:assert';
import { outlineOf, type OutlineNode } from '../../../../src/core/placing/articleOutline';
import type { PlacedAnnotation } from '../../../../src/core/placing/placeAnnotations';
import { headingsInSteps } from '../../../../src/core/text/blocks/headings';
import type { TextKind } from '../../../../src/core/text/blocks/markdownParser';
import { runAtOnce } from '../../../../src/core/text/steps';

type Shown = string | [string, Shown[]];

/** The outline of a text in which some words are annotated. */
function outline(text: string, words: readonly string[], kind: TextKind = 'markdown'): Shown[] {
  const placed = words.map((exact): PlacedAnnotation => {
    const start = text.indexOf(exact);
    const passage = start < 0 ? {} : { range: { start, end: start + exact.length } };
    return {
      annotation: { id: exact, role: 'claim', passages: [{ exact }] },
      passages: [{ state: start < 0 ? 'orphaned' : 'anchored', ...passage }],
    };
  });
  const show = (node: OutlineNode): Shown =>
    'heading' in node
      ? [text.slice(node.range.start, node.range.end), node.children.map(show)]
      : node.placed.annotation.id;
  return outlineOf(placed, runAtOnce(headingsInSteps(text, kind)), text.length).map(show);
}

describe('the outline of an article', () => {
  it('has annotations under their headings, and no other headings', () => {
    const text =
      '---\ntitle: a\n---\n甲\n\n# 一\n\n乙\n\n## 二\n\n丙\n\n## 三\n\n丁\n\n# 四\n\n戊\n';
    const second = '## 二\n\n丙\n\n';
    const third = '## 三\n\n丁\n\n';
    assert.deepEqual(outline(text, ['甲', '乙', '丁']), [
      '甲',
      [`# 一\n\n乙\n\n${second}${third}`, ['乙', [third, ['丁']]]],
    ]);
    assert.deepEqual(outline(text, ['丙', '戊']), [
      [`# 一\n\n乙\n\n${second}${third}`, [[second, ['丙']]]],
      ['# 四\n\n戊\n', ['戊']],
    ]);
  });

  it('is flat without headings, and leaves out what is not found', () => {
    assert.deepEqual(outline('One.\n\nTwo.\n', ['One', 'gone', 'Two']), ['One', 'Two']);
    assert.deepEqual(outline('```\n# no\n```\n\n> # no\n\nOne.\n', ['One']), ['One']);
  });

  it('knows underlined headings, also in plain text', () => {
    const text = 'Ferries\n=======\n\n    indented\n\nOne.\n';
    assert.deepEqual(outline(text, ['One'], 'plain'), [[text, ['One']]]);
  });

  it('has the words of headings as they are shown', () => {
    const text = '# A **bold** [link](https://a.example) &amp; `code`\n\nOne.\n\n#\n\nTwo.\n';
    assert.deepEqual(
      runAtOnce(headingsInSteps(text, 'markdown')).map(({ title, level }) => [title, level]),
      [['A bold link & code', 1]],
    );
  });
});
