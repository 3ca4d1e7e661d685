import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  annotate,
  closeAll,
  file,
  open,
  rangeOf,
  read,
  rejects,
  run,
  until,
  write,
  type Result,
} from '../support';

describe('deciding', () => {
  const TEXT =
    'At first the board called the plan too dear. Later the board called the plan bold.\n';
  afterEach(closeAll);

  it('accepts changed words, and keeps the first ones', async () => {
    await write('accept.md', TEXT);
    const made = await annotate('accept.md', 'the board called the plan too dear');
    await write('accept.md', TEXT.replace('too dear', 'far too dear'));
    const changed = await until('the change', async () =>
      (await run<Result[]>('list', { uri: file('accept.md') })).find(
        ({ state }) => state === 'changed',
      ),
    );
    assert.equal(changed.passages[0]?.found, 'the board called the plan far too dear');
    const accepted = await run('acceptChange', { id: made.id });
    assert.deepEqual(
      [accepted.state, accepted.passages[0]?.exact, accepted.passages[0]?.original],
      ['anchored', 'the board called the plan far too dear', 'the board called the plan too dear'],
    );
    await run('undo');
    assert.ok(!(await read('accept.md.claims.yaml')).includes('far too'));
    await rejects(
      run('detach', { id: (await annotate('accept.md', 'At first')).id }),
      /stands as quoted/,
    );
  });

  it('detaches: the passage is never attached again by itself, until it is by hand', async () => {
    await write('detach.md', TEXT);
    const made = await annotate('detach.md', 'the board called the plan too dear');
    await write('detach.md', TEXT.replace('too dear', 'far too dear'));
    await until('the change', async () =>
      (await run<Result[]>('list', { uri: file('detach.md') })).find(
        ({ state }) => state === 'changed',
      ),
    );
    const detached = await run('detach', { id: made.id });
    assert.equal(detached.state, 'orphaned');
    assert.ok((await read('detach.md.claims.yaml')).includes('detached: true'));
    await write('detach.md', TEXT);
    const document = await vscode.workspace.openTextDocument(file('detach.md'));
    await until('the reload', () => !document.getText().includes('far too'));
    assert.equal((await run<Result[]>('list', { uri: file('detach.md') }))[0]?.state, 'orphaned');
    const start = TEXT.indexOf('the plan bold');
    const attached = await run('reattach', { id: made.id, ranges: [{ start, end: start + 13 }] });
    assert.deepEqual(
      [attached.state, attached.passages[0]?.exact, attached.passages[0]?.original],
      ['anchored', 'the plan bold', 'the board called the plan too dear'],
    );
    assert.ok(!(await read('detach.md.claims.yaml')).includes('detached'));
  });

  it('attaches to the selection', async () => {
    await write('select.md', TEXT);
    const made = await annotate('select.md', 'At first');
    const editor = await open('select.md');
    const range = rangeOf(editor.document, 'Later the board');
    editor.selection = new vscode.Selection(range.start, range.end);
    const attached = await run('reattach', { id: made.id });
    assert.deepEqual(
      attached.passages.map(({ exact }) => exact),
      ['Later the board'],
    );
    await rejects(run('choosePlace', { id: made.id }), /has its place/);
    await write('select-other.md', TEXT);
    await open('select-other.md');
    await rejects(
      run('reattach', { id: made.id }),
      /is of select\.md, but select-other\.md is in the editor/,
    );
  });

  it('says in Problems what waits for a decision, also of closed articles, and offers what can be done', async () => {
    await write('waiting.md', 'Nothing of that stands here.\n');
    await write(
      'waiting.md.claims.yaml',
      'version: 1\nannotations:\n  - id: w1\n    role: claim\n    passages:\n      - exact: the minister resigned in the morning\n',
    );
    await run('list');
    const uri = file('waiting.md.claims.yaml');
    const problem = await until('the problem', () =>
      vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'orphaned'),
    );
    assert.deepEqual(
      [problem.range.start.line, problem.message.includes('is not found in the article any more')],
      [2, true],
    );
    const document = await vscode.workspace.openTextDocument(uri);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    assert.deepEqual(
      actions.map(({ command }) => command?.command),
      ['claimAnnotator.choosePlace', 'claimAnnotator.reattach', 'claimAnnotator.delete'],
    );
    await write('waiting.md', 'Yesterday the minister resigned in the morning.\n');
    await until(
      'no problem',
      () => !vscode.languages.getDiagnostics(uri).some(({ code }) => code === 'orphaned'),
    );
  });
});
