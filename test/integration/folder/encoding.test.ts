import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  annotate,
  closeAll,
  file,
  open,
  read,
  rejects,
  run,
  type,
  until,
  write,
  type Result,
} from '../support';
import { entry } from './sidecars';

/** Passages as a sidecar of a GB18030 article has them. */
function sidecarOf(id: string, words: string, start: number, encoding = 'gb18030'): string {
  const annotation = entry(id, words)
    .replace(/start: \d+/, `start: ${start}`)
    .replace(/end: \d+/, `end: ${start + words.length}`);
  return `version: 1\narticle:\n  encoding: ${encoding}\nannotations:\n${annotation}`;
}

async function only(name: string): Promise<Result> {
  const [annotation] = await run<Result[]>('list', { uri: file(name) });
  assert.ok(annotation, 'there is an annotation');
  return annotation;
}

describe('the encoding of articles', () => {
  afterEach(closeAll);

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

  it('is the noted one where an article is opened, in whatever way', async () => {
    await write('by-note.txt', GB18030);
    await write('by-note.txt.claims.yaml', sidecarOf('enc1', '更强', 2));
    const { document } = await open('by-note.txt');
    await until('the article in its own encoding', () => document.getText() === '闭源更强。\n');
    const found = await until('the annotation', async () => {
      const now = await only('by-note.txt');
      return now.state === 'anchored' && now.passages[0]?.start === 2 ? now : undefined;
    });
    assert.equal(found.passages[0]?.exact, '更强');
    const added = await annotateWords('by-note.txt', 0, 2);
    assert.equal(added.passages[0]?.exact, '闭源');
    assert.ok((await read('by-note.txt.claims.yaml')).includes('encoding: gb18030'));
    await closeAll();
    await run('goTo', { id: 'enc1', uri: file('by-note.txt') });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.encoding, 'gb18030');
    assert.equal(editor.document.getText(editor.selection), '更强');
  });

  it('is the noted one where one goes to an annotation of an article that was never open', async () => {
    for (let n = 0; n < 5; n += 1) {
      await write(`never-${n}.txt`, GB18030);
      await write(`never-${n}.txt.claims.yaml`, sidecarOf(`never${n}`, '更强', 2));
      await run('goTo', { id: `never${n}`, uri: file(`never-${n}.txt`) });
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.encoding, 'gb18030');
      assert.equal(editor.document.getText(editor.selection), '更强');
      await closeAll();
    }
  });

  it('is UTF-8 where the bytes show it, whatever is noted; the wrong note goes with the next annotation', async () => {
    for (const [name, mark] of [
      ['now-utf8.txt', ''],
      ['now-marked.txt', '\uFEFF'],
    ] as const) {
      await write(name, `${mark}闭源更强。\n`);
      await write(`${name}.claims.yaml`, sidecarOf('enc2', '更强', 2));
      assert.equal((await only(name)).state, 'anchored');
      await open(name);
      assert.equal((await only(name)).state, 'anchored');
      await annotate(name, '闭源');
      const text = await read(`${name}.claims.yaml`);
      assert.ok(!text.includes('encoding') && text.includes('id: enc2'), text);
      await run('delete', { id: 'enc2', uri: file(name) });
    }
  });

  it('judges nothing gone, and lets nothing be written, in an editor with another one', async () => {
    await write('other.txt', GB18030);
    const sidecar = sidecarOf('enc3', '更强', 2);
    await write('other.txt.claims.yaml', sidecar);
    const { document } = await open('other.txt');
    await until('its own encoding', () => document.encoding === 'gb18030');
    await vscode.workspace.openTextDocument(document.uri, { encoding: 'utf8' });
    await until('the other encoding', () => document.getText().includes('\uFFFD'));
    const state = async () => (await only('other.txt')).state;
    await until('the annotation, found in the file', async () => (await state()) === 'anchored');
    await rejects(annotateWords('other.txt', 0, 2), /utf8.*gb18030|gb18030.*utf8/s);
    assert.equal(await read('other.txt.claims.yaml'), sidecar);
    await until('the problem', () =>
      vscode.languages
        .getDiagnostics(file('other.txt.claims.yaml'))
        .some(({ message }) => message.includes('gb18030')),
    );
    await vscode.workspace.openTextDocument(document.uri, { encoding: 'gb18030' });
    await until('the words', () => document.getText().startsWith('闭源'));
    await until('the problem solved', () =>
      vscode.languages
        .getDiagnostics(file('other.txt.claims.yaml'))
        .every(({ message }) => !message.includes('gb18030')),
    );
    await until('the annotation, found again', async () => (await state()) === 'anchored');
  });

  it('keeps no words that couldn’t be decoded', async () => {
    await write('unknown.txt', GB18030);
    await rejects(annotateWords('unknown.txt', 0, 3), /Reopen with Encoding/);
  });

  it('is noted anew when an article is saved in another one', async () => {
    await write('saved.txt', '闭源更强。\n');
    await annotate('saved.txt', '更强');
    const { document } = await open('saved.txt');
    await vscode.commands.executeCommand('workbench.action.files.save');
    // As “Save with Encoding” leaves it.
    await write('saved.txt', GB18030);
    await vscode.workspace.openTextDocument(document.uri, { encoding: 'gb18030' });
    const editor = await open('saved.txt');
    await until('the words', () => document.getText().startsWith('闭源'));
    await type(editor, (edit) => edit.insert(new vscode.Position(1, 0), '完。\n'));
    await document.save();
    await until('the note', async () =>
      (await read('saved.txt.claims.yaml')).startsWith('version: 1\narticle:\n  encoding: gb18030'),
    );
    await closeAll();
    assert.equal((await only('saved.txt')).state, 'anchored');
  });
});

/** Annotates by code points: of a file that isn't UTF-8. */
async function annotateWords(name: string, start: number, end: number): Promise<Result> {
  const ranges = [{ start, end }];
  return run('annotate', { uri: file(name), ranges, role: 'claim', speaker: null, stance: null });
}
