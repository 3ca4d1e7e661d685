import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { annotate, hoversAt, open, rejects, run, until, write } from '../support';

describe('a window in Chinese', () => {
  it('says in Chinese what it says, the core’s messages included', async () => {
    assert.equal(vscode.env.language, 'zh-cn');
    const { document } = await open('开源与闭源.md');
    await annotate('开源与闭源.md', '没有开源，就没有今天的互联网', {
      role: 'rebuttal',
      speaker: '开放系统协会',
      stance: 'against',
    });
    const hover = await until('the hover', async () =>
      (await hoversAt(document, '没有今天')).find((text) => text.includes('开放系统协会')),
    );
    for (const part of [
      '**反驳** · **开放系统协会** · ▼ 反对',
      '添加',
      '编辑',
      '删除',
      '在侧边栏中显示',
    ])
      assert.ok(hover.includes(part), hover);
    await rejects(
      run('annotate', {
        uri: document.uri,
        ranges: [{ start: 0, end: 0 }],
        role: 'claim',
        speaker: null,
        stance: null,
      }),
      /为空或超出文章/,
    );
    await write('坏.md', '有一句话。\n');
    await write('坏.md.claims.yaml', 'version: 1\nannotations:\n  - id: "a\n');
    await rejects(annotate('坏.md', '一句话'), /坏\.md\.claims\.yaml:\d+:\d+: 不是有效的 YAML：/);
  });
});
