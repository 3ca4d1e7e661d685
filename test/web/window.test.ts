import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { annotate, file, folder, read, type Result, run, write } from '../integration/support';

describe('a window without a remote, as on vscode.dev', () => {
  it('keeps its files in memory', () => {
    assert.equal(vscode.env.remoteName, undefined);
    assert.ok(folder().scheme !== 'file');
  });

  it('tags into a sidecar, and lists and exports what is tagged', async () => {
    await write('a.md', '# 标题\n\n甲方说：“闭源更强。”🚀乙方说：“未必。”\n');
    const made = await annotate('a.md', '未必', {
      role: 'rebuttal',
      speaker: '乙方',
      stance: 'against',
    });
    assert.match(
      await read('a.md.claims.yaml'),
      /speaker: 乙方\n {4}stance: against\n {4}passages:\n {6}- exact: 未必\n/,
    );
    assert.deepEqual(
      (await run<Result[]>('list')).map(({ id }) => id),
      [made.id],
    );
    const exported = await run<{ articles: { title?: string }[]; annotations: Result[] }>(
      'exportJson',
      { destination: file('claims.json') },
    );
    assert.equal(exported.articles[0]?.title, '标题');
    assert.equal(
      (JSON.parse(await read('claims.json')) as { annotations: object[] }).annotations.length,
      1,
    );
  });

  it('has the sidebar', async () => {
    await vscode.commands.executeCommand('claimAnnotator.annotations.focus');
  });
});
