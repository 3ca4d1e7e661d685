import { strict as assert } from 'node:assert';
import { articleEnd, isDisclaimer } from '../../../../src/core/reading/articleEnd';
import { findPassages } from '../../../../src/core/reading/findPassages';

const ARTICLE = `# 渡口

林岚说：“票价应该再降一些，船应该明年换新。”

周建国认为，关掉渡口是错误的决定。

免责声明：林岚认为，本文只是作者的看法。

**相关阅读**

市长说：“新桥的护栏明年就会加高，不用担心。”
`;

function offered(text: string): string[] {
  const asked = { kind: 'markdown' as const, suggest: () => [], topic: [] };
  return [...findPassages(text, asked)].flatMap((one) =>
    one === undefined ? [] : text.slice(one.range.start, one.range.end),
  );
}

describe('the end of an article that was copied from a page', () => {
  it('is where other articles begin, by a line that says no more', () => {
    assert.ok(ARTICLE.slice(articleEnd(ARTICLE)).startsWith('**相关阅读**'));
    for (const line of ['相关文章', '推荐阅读：', '## 延伸阅读', 'Related articles', '> Read more'])
      assert.equal(articleEnd(`${'船明年换新。'.repeat(5)}\n\n${line}\n\n别的。`), 32, line);
    for (const line of ['相关阅读很少。', '他写了更多文章', 'Read more books!', '相关文章的作者'])
      assert.equal(articleEnd(`一二三。\n\n${line}\n`), line.length + 7, line);
  });

  it('is found in lines of a million spaces, signs or marks, too', () => {
    for (const sign of [' ', '>', '[', '”', '"', '**']) {
      const text = `船。\n${sign.repeat(1 << 20)}。\n`;
      assert.equal(articleEnd(text), text.length);
    }
    for (const sign of [' ', '[', '”', '“', '**', '[a]('])
      assert.ok(offered(`他说渡口应该留着${sign.repeat(1 << 15)}关掉它是错误的。\n`).length < 3);
  });

  it('isn’t such a line in its first part', () => {
    const text = `相关阅读\n\n${ARTICLE.replace('**相关阅读**', '## 桥')}`;
    assert.equal(articleEnd(text), text.length);
  });

  it('is followed by nothing that reading mode offers, nor is a disclaimer offered', () => {
    assert.ok(isDisclaimer('**免责声明**：本文只是一种看法。'));
    assert.ok(!isDisclaimer('他说免责声明：没有用。'));
    assert.deepEqual(offered(ARTICLE), ['票价应该再降一些，船应该明年换新。']);
    const whole = ARTICLE.replace('**相关阅读**', '## 桥');
    assert.deepEqual(offered(whole).slice(1), ['新桥的护栏明年就会加高，不用担心。']);
  });
});
