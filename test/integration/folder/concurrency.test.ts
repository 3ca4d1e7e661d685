import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import {
  annotate,
  closeAll,
  exists,
  file,
  open,
  read,
  rejects,
  type Result,
  run,
  type,
  until,
  write,
} from '../support';

const TEXT =
  'The board called the plan too dear. Later it called the plan bold. 董事会说：“太贵。”\n';

/**
 * Changes a sidecar behind this window's back, in one step, as another program does; this window
 * hasn't looked yet.
 */
function change(name: string, from: string | RegExp, to: string): void {
  const path = file(name).fsPath;
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  assert.notEqual(after, before, `“${String(from)}” stands in ${name}`);
  writeFileSync(path, after);
}

const conflictsOf = (result: unknown) => (result as { conflicts?: unknown }).conflicts;
const problemsOf = (name: string) => vscode.languages.getDiagnostics(file(name));

async function fixesFor(name: string, problem: RegExp): Promise<vscode.CodeAction[]> {
  const found = await until(`a problem like ${String(problem)}`, () =>
    problemsOf(name).find(({ message }) => problem.test(message)),
  );
  const document = await vscode.workspace.openTextDocument(file(name));
  await vscode.window.showTextDocument(document);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    found.range,
  );
}

async function apply(actions: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
  const action = actions.find((one) => title.test(one.title));
  assert.ok(
    action?.command,
    `${String(title)} among ${actions.map((one) => one.title).join(' | ')}`,
  );
  await vscode.commands.executeCommand(
    action.command.command,
    ...((action.command.arguments ?? []) as unknown[]),
  );
}

describe('when another program changes a sidecar at the same time', () => {
  afterEach(closeAll);

  it('both changes stay, where they are about different fields', async () => {
    await write('fields.md', TEXT);
    const made = await annotate('fields.md', 'too dear', { speaker: 'The board' });
    change(
      'fields.md.claims.yaml',
      'speaker: The board',
      'speaker: The board\n    stance: against',
    );
    const edited = await run('edit', { id: made.id, changes: { note: 'from here' } });
    assert.deepEqual(
      [edited.stance, edited.note, conflictsOf(edited)],
      ['against', 'from here', undefined],
    );
    const text = await read('fields.md.claims.yaml');
    assert.match(text, /stance: against\n/);
    assert.match(text, /note: from here\n/);
  });

  it('both values stay, where they are about the same field, until somebody decides', async () => {
    await write('field.md', TEXT);
    const made = await annotate('field.md', '太贵', { speaker: '董事会', stance: 'against' });
    change('field.md.claims.yaml', 'stance: against', 'stance: neutral');
    const edited = await run('edit', { id: made.id, changes: { stance: 'favor' } });
    assert.equal(edited.stance, 'favor');
    assert.deepEqual(conflictsOf(edited), [{ field: 'stance', theirs: 'neutral' }]);
    assert.match(
      await read('field.md.claims.yaml'),
      /stance: favor\n[^]*conflicts:\n {6}- \{field: stance, theirs: neutral\}\n/,
    );
    const fixes = await fixesFor(
      'field.md.claims.yaml',
      /Two versions of “Stance”: “favor” and “neutral”/,
    );
    await apply(fixes, /take “neutral”/);
    const [decided] = await run<Result[]>('list', { uri: file('field.md') });
    assert.deepEqual([decided?.stance, conflictsOf(decided)], ['neutral', undefined]);
    await until('no problem', () => problemsOf('field.md.claims.yaml').length === 0);
  });

  it('setting the field by hand decides too', async () => {
    await write('settle.md', TEXT);
    const made = await annotate('settle.md', 'bold', { stance: 'against' });
    change('settle.md.claims.yaml', 'stance: against', 'stance: neutral');
    await run('edit', { id: made.id, changes: { stance: 'favor' } });
    const settled = await run('edit', { id: made.id, changes: { stance: 'against' } });
    assert.deepEqual([settled.stance, conflictsOf(settled)], ['against', undefined]);
  });

  it('an annotation that was deleted there and changed here is kept', async () => {
    await write('deleted.md', TEXT);
    const kept = await annotate('deleted.md', 'too dear');
    const changed = await annotate('deleted.md', 'bold');
    change('deleted.md.claims.yaml', new RegExp(` {2}- id: ${changed.id}[^]*`), '');
    const edited = await run('edit', { id: changed.id, changes: { note: 'important' } });
    assert.deepEqual(conflictsOf(edited), [{ field: 'id' }]);
    assert.deepEqual(
      (await run<Result[]>('list', { uri: file('deleted.md') })).map(({ id }) => id),
      [kept.id, changed.id],
    );
    await apply(await fixesFor('deleted.md.claims.yaml', /One version deleted/), /^Delete it$/);
    assert.deepEqual(
      (await run<Result[]>('list', { uri: file('deleted.md') })).map(({ id }) => id),
      [kept.id],
    );
    await run('undo');
    assert.deepEqual(
      (await run<Result[]>('list', { uri: file('deleted.md') })).map(({ id }) => id),
      [kept.id, changed.id],
    );
  });

  it('an annotation that was changed there and deleted here is kept', async () => {
    await write('kept.md', TEXT);
    const made = await annotate('kept.md', 'too dear', { note: 'first' });
    change('kept.md.claims.yaml', 'note: first', 'note: much longer');
    await run<object>('delete', { id: made.id });
    const [left] = await run<Result[]>('list', { uri: file('kept.md') });
    assert.deepEqual([left?.note, conflictsOf(left)], ['much longer', [{ field: 'id' }]]);
  });

  it('undo leaves what was changed there', async () => {
    await write('undo-merged.md', TEXT);
    const made = await annotate('undo-merged.md', 'too dear', { stance: 'against' });
    await run('edit', { id: made.id, changes: { stance: 'favor' } });
    change('undo-merged.md.claims.yaml', 'role: claim', 'role: rebuttal\n    note: theirs');
    await run('undo');
    const [left] = await run<Result[]>('list', { uri: file('undo-merged.md') });
    assert.deepEqual(
      [left?.role, left?.stance, left?.note, conflictsOf(left)],
      ['rebuttal', 'against', 'theirs', undefined],
    );
  });

  it('typing in the open sidecar, what another program wrote, and a command here all stay', async () => {
    await write('typed.md', TEXT);
    const made = await annotate('typed.md', 'too dear', { speaker: 'The board' });
    const sidecar = await open('typed.md.claims.yaml');
    await type(sidecar, (edit) => edit.insert(new vscode.Position(2, 0), '  # being typed\n'));
    change('typed.md.claims.yaml', 'speaker: The board', 'speaker: The board\n    stance: against');
    const edited = await run('edit', { id: made.id, changes: { note: 'from here' } });
    assert.equal(edited.saved, false);
    const text = sidecar.document.getText();
    for (const part of ['# being typed', 'stance: against', 'note: from here'])
      assert.ok(text.includes(part), `${part} in ${text}`);
  });

  it('a sidecar open without typing follows', async () => {
    await write('followed.md', TEXT);
    const made = await annotate('followed.md', 'too dear', { speaker: 'The board' });
    const sidecar = await open('followed.md.claims.yaml');
    change(
      'followed.md.claims.yaml',
      'speaker: The board',
      'speaker: The board\n    stance: against',
    );
    const edited = await run('edit', { id: made.id, changes: { note: 'from here' } });
    assert.equal(edited.saved, undefined);
    const text = await read('followed.md.claims.yaml');
    assert.ok(text.includes('stance: against') && text.includes('note: from here'));
    await until(
      'the editor',
      () => sidecar.document.getText() === text && !sidecar.document.isDirty,
    );
  });
});

describe('when a sidecar can’t be written', () => {
  afterEach(closeAll);

  /**
   * A file where the lock’s folder must be: root may write into read-only folders, but not make a
   * folder there.
   */
  const block = (name: string) => {
    const lock = join(
      dirname(file(name).fsPath),
      `.claims-${createHash('sha256').update(name).digest('hex').slice(0, 16)}.lock`,
    );
    writeFileSync(lock, '');
    return () => rmSync(lock);
  };

  it('the change is kept, shown, and written once that is possible', async () => {
    await write('blocked.md', TEXT);
    const first = await annotate('blocked.md', 'too dear');
    const before = await read('blocked.md.claims.yaml');
    const unblock = block('blocked.md.claims.yaml');
    const second = await annotate('blocked.md', 'bold', { note: 'kept' });
    assert.equal(second.saved, false);
    assert.equal(await read('blocked.md.claims.yaml'), before);
    const listed = async () =>
      (await run<Result[]>('list', { uri: file('blocked.md') })).map(({ id }) => id);
    assert.deepEqual(await listed(), [first.id, second.id]);
    await until('the problem', () =>
      problemsOf('blocked.md.claims.yaml').some(({ message }) =>
        message.startsWith('Could not be written'),
      ),
    );
    assert.deepEqual(await run<object>('retryUnsaved', {}), { left: 1 });
    // Meanwhile another program writes.
    change('blocked.md.claims.yaml', 'role: claim', 'role: rebuttal');
    unblock();
    assert.deepEqual(await run<object>('retryUnsaved', {}), { left: 0 });
    const text = await read('blocked.md.claims.yaml');
    assert.ok(text.includes('role: rebuttal') && text.includes('note: kept'), text);
    assert.deepEqual(await listed(), [first.id, second.id]);
    await until('no problem', () => problemsOf('blocked.md.claims.yaml').length === 0);
  });

  it('the change can be given up', async () => {
    await write('given-up.md', TEXT);
    await annotate('given-up.md', 'too dear');
    const unblock = block('given-up.md.claims.yaml');
    await annotate('given-up.md', 'bold');
    assert.deepEqual(await run<object>('discardUnsaved', { uri: file('given-up.md') }), {
      discarded: ['given-up.md.claims.yaml'],
    });
    unblock();
    assert.equal((await run<Result[]>('list', { uri: file('given-up.md') })).length, 1);
  });
});

describe('after an article was renamed', () => {
  afterEach(closeAll);

  it('undo changes its sidecar where it is now', async () => {
    await write('before-move.md', TEXT);
    const made = await annotate('before-move.md', 'too dear', { stance: 'against' });
    await run('edit', { id: made.id, changes: { stance: 'favor' } });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(file('before-move.md'), file('after-move.md'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the sidecar', async () =>
      (await run<Result[]>('list')).some(
        ({ id, article }) => id === made.id && article === 'after-move.md',
      ),
    );
    await run('undo');
    assert.match(await read('after-move.md.claims.yaml'), /stance: against/);
    assert.ok(!(await exists('before-move.md.claims.yaml')));
  });
});

describe('a sidecar that git left half merged', () => {
  const entry = (id: string, exact: string, more = '') =>
    `  - id: ${id}\n    role: claim\n${more}    passages:\n      - exact: ${exact}\n`;
  const CONFLICT = `version: 1\nannotations:\n${entry('hm1', 'The board')}<<<<<<< HEAD\n${entry('hm2', 'too dear', '    stance: favor\n')}=======\n${entry('hm3', 'bold')}>>>>>>> other\n`;
  afterEach(closeAll);

  it('is shown as far as it can be read, never written to, and merged by a quick fix', async () => {
    await write('halves.md', TEXT);
    await write('halves.md.claims.yaml', CONFLICT);
    await until(
      'all three',
      async () =>
        (await run<Result[]>('list')).filter(({ article }) => article === 'halves.md').length === 3,
    );
    await rejects(annotate('halves.md', 'plan'), /halves\.md\.claims\.yaml:7:1: /);
    assert.equal(await read('halves.md.claims.yaml'), CONFLICT);
    await apply(await fixesFor('halves.md.claims.yaml', /merge/i), /Merge both versions/);
    const merged = await until('the merge', async () => {
      const list = await run<Result[]>('list', { uri: file('halves.md') }).catch(() => []);
      return list.length === 3 ? list : undefined;
    });
    assert.deepEqual(merged.map(({ id }) => id).sort(), ['hm1', 'hm2', 'hm3']);
    assert.doesNotMatch(await read('halves.md.claims.yaml'), /<<<<<<<|=======|>>>>>>>/);
  });
});

describe('an article that was copied with its sidecar', () => {
  afterEach(closeAll);

  it('gets new ids by a quick fix, and its own links follow', async () => {
    mkdirSync(file('copies').fsPath);
    await write('copies/a.md', TEXT);
    const [one, two] = [
      await annotate('copies/a.md', 'too dear'),
      await annotate('copies/a.md', 'bold'),
    ];
    await run('link', { from: two.id, type: 'rebuts', to: one.id });
    for (const name of ['a.md', 'a.md.claims.yaml'])
      await write(`copies/copy of ${name}`, await read(`copies/${name}`));
    const original = await read('copies/a.md.claims.yaml');
    await run('list');
    await apply(
      await fixesFor(
        'copies/copy of a.md.claims.yaml',
        /is also used for an annotation of copies\/a\.md/,
      ),
      /new ids/,
    );
    const copy = await run<Result[]>('list', { uri: file('copies/copy of a.md') });
    assert.equal(copy.length, 2);
    assert.ok(copy.every(({ id }) => id !== one.id && id !== two.id));
    assert.deepEqual(copy[1]?.links, [{ type: 'rebuts', target: copy[0]?.id }]);
    assert.equal(await read('copies/a.md.claims.yaml'), original);
    await until(
      'no problems',
      () =>
        problemsOf('copies/copy of a.md.claims.yaml').length +
          problemsOf('copies/a.md.claims.yaml').length ===
        0,
    );
  });
});
