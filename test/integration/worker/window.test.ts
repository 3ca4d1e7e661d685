import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { annotate, file, open, read, type Result, run, type, until, write } from '../support';

describe('a window whose extensions run in the browser’s web worker', () => {
  it('tags, lists, exports, and follows typing', async () => {
    await write('worker.md', '甲方说：“闭源更强。”🚀乙方说：“未必。”\n');
    const made = await annotate('worker.md', '未必', {
      role: 'rebuttal',
      speaker: '乙方',
      stance: 'against',
    });
    assert.match(await read('worker.md.claims.yaml'), /exact: 未必\n/);
    const editor = await open('worker.md');
    await type(editor, (edit) => edit.insert(new vscode.Position(0, 0), '某日，'));
    const [moved] = await until('the annotation', async () =>
      run<Result[]>('list', { uri: file('worker.md') }),
    );
    assert.equal(moved?.passages[0]?.start, (made.passages[0]?.start ?? 0) + 3);
    const exported = await run<{ annotations: Result[] }>('exportJson', {
      destination: file('claims.json'),
    });
    assert.deepEqual(JSON.parse(await read('claims.json')), JSON.parse(JSON.stringify(exported)));
  });
});
