import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  annotate,
  closeAll,
  file,
  hoversAt,
  open,
  rangeOf,
  read,
  rejects,
  run,
  until,
  write,
  type Result,
} from '../support';

const ARTICLE = 'boundaries.md';
const TEXT =
  '# 渡口\n\n船工说：“渡口不能关，桥太远，没人走。”他又说：“船还在。”\n\nThe mayor said it was closed, and nobody came. Nobody asked.\n';

const sidecar = () => read(`${ARTICLE}.claims.yaml`);
const exacts = ({ passages }: Result) => passages.map(({ exact }) => exact);

describe('boundaries', () => {
  before(async () => {
    await write(ARTICLE, TEXT);
    await open(ARTICLE);
  });
  after(closeAll);

  it('moves by clause, sentence and quotation, keeps id and links, writes no original', async () => {
    const other = await annotate(ARTICLE, 'Nobody asked.');
    const made = await annotate(ARTICLE, '桥太远', {
      links: [{ type: 'rebuts', target: other.id }],
    });
    const step = (command: string, args: object = {}) => run(command, { id: made.id, ...args });
    assert.deepEqual(exacts(await step('extendEnd')), ['桥太远，没人走。']);
    assert.deepEqual(exacts(await step('extendStart', { by: 'quotation' })), [
      '渡口不能关，桥太远，没人走。',
    ]);
    const last = await step('moveBoundary', { edge: 'end', step: 'shrink', by: 'clause' });
    assert.deepEqual(
      [last.id, exacts(last), last.links, last.state],
      [made.id, ['渡口不能关，桥太远'], [{ type: 'rebuts', target: other.id }], 'anchored'],
    );
    assert.doesNotMatch(await sidecar(), /original/);
    assert.match(await sidecar(), /exact: 渡口不能关，桥太远\n/);
    // One step each.
    await run('undo');
    assert.match(await sidecar(), /exact: 渡口不能关，桥太远，没人走。\n/);
    await run('delete', { id: made.id });
    await run('delete', { id: other.id });
  });

  it('refuses to leave the paragraph, to be empty, and unsaved articles', async () => {
    const made = await annotate(ARTICLE, 'it was closed');
    await run('extendEnd', { id: made.id, by: 'sentence' });
    await run('extendEnd', { id: made.id, by: 'sentence' });
    await rejects(run('extendEnd', { id: made.id }), /can’t be extended further/);
    await run('shrinkEnd', { id: made.id });
    await run('shrinkEnd', { id: made.id });
    assert.match(await sidecar(), /exact: it was closed\n/);
    await rejects(run('shrinkEnd', { id: made.id }), /can’t be made shorter/);
    await rejects(run('shrinkEnd', { id: made.id, by: 'word' }), /“by” must be/);
    const editor = vscode.window.activeTextEditor!;
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ' '));
    await rejects(run('extendEnd', { id: made.id }), /is not saved yet/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await run('delete', { id: made.id });
  });

  it('moves the passage at the cursor of several, and keeps held keys in order', async () => {
    const editor = vscode.window.activeTextEditor!;
    const at = (words: string) => {
      const start = Array.from(TEXT.slice(0, TEXT.indexOf(words))).length;
      return { start, end: start + Array.from(words).length };
    };
    const made = await run('annotate', {
      uri: file(ARTICLE),
      ranges: [at('渡口不能关'), at('船还在')],
      role: 'claim',
      speaker: null,
      stance: null,
    });
    const cursor = rangeOf(editor.document, '不能关').start;
    editor.selection = new vscode.Selection(cursor, cursor);
    await until('the annotation at the cursor', async () =>
      (await hoversAt(editor.document, '不能关')).some((text) => text.includes('Boundaries')),
    );
    const results = await Promise.all([run('extendEnd'), run('extendEnd')]);
    assert.deepEqual(exacts(results[1]), ['渡口不能关，桥太远，没人走。', '船还在']);
    // The selection stands for the passage that it overlaps.
    const range = rangeOf(editor.document, '船还在。');
    editor.selection = new vscode.Selection(range.start, range.end);
    const taken = await run('reattach');
    assert.deepEqual(
      [taken.id, exacts(taken)],
      [made.id, ['渡口不能关，桥太远，没人走。', '船还在。']],
    );
    assert.doesNotMatch(await sidecar(), /original/);
    await run('delete', { id: made.id });
  });

  it('are offered in the light bulb', async () => {
    const made = await annotate(ARTICLE, '桥太远');
    const { document } = vscode.window.activeTextEditor!;
    const { start } = rangeOf(document, '桥太远');
    vscode.window.activeTextEditor!.selection = new vscode.Selection(start, start);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(start, start),
    );
    const action = actions.find(({ title }) => title.startsWith('Extend the end by a clause'));
    assert.equal(action?.title, 'Extend the end by a clause: “桥太远，没人走。”');
    const { command, arguments: args = [] } = action.command!;
    await vscode.commands.executeCommand(command, ...(args as unknown[]));
    assert.match(await sidecar(), /exact: 桥太远，没人走。\n/);
    await run('delete', { id: made.id });
  });

  it('are told apart in a hover of several annotations', async () => {
    const wide = await annotate(ARTICLE, '渡口不能关，桥太远，没人走。', { speaker: '老周' });
    const { document } = vscode.window.activeTextEditor!;
    const alone = await hoversAt(document, '桥太远');
    assert.doesNotMatch(alone.join('\n'), /“渡口不能关/);
    const narrow = await annotate(ARTICLE, '桥太远', { speaker: '小李' });
    const [first = '', second = ''] = await hoversAt(document, '桥太远');
    assert.match(first, /^“渡口不能关，桥太远，没人走。”\n\n.*老周/);
    assert.match(second, /^“桥太远”\n\n.*小李/);
    for (const { id } of [wide, narrow]) await run('delete', { id });
  });
});
