import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { file, run, until, write, type Result } from '../support';
import { entry } from './sidecars';

describe('the encoding of articles', () => {
  const GB18030 = new Uint8Array([
    0xb1, 0xd5, 0xd4, 0xb4, 0xb8, 0xfc, 0xc7, 0xbf, 0xa1, 0xa3, 0x0a,
  ]);

  it('is the one of files.encoding for closed ones of which the sidecar says nothing', async () => {
    const settings = vscode.workspace.getConfiguration('files', file('by-setting.txt'));
    await settings.update('encoding', 'gb18030', vscode.ConfigurationTarget.WorkspaceFolder);
    try {
      await write('by-setting.txt', GB18030);
      await write(
        'by-setting.txt.claims.yaml',
        `version: 1\nannotations:\n${entry('gb2', '更强')}`,
      );
      const listed = await until('the annotation, found', async () =>
        (await run<Result[]>('list')).find(({ id, state }) => id === 'gb2' && state === 'anchored'),
      );
      assert.deepEqual([listed.passages[0]?.start, listed.passages[0]?.end], [2, 4]);
    } finally {
      await settings.update('encoding', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    }
  });
});
