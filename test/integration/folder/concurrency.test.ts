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
import { TEXT, apply, change, conflictsOf, fixesFor, problemsOf } from './sidecars';

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

  it('undo brings nothing back to life that was deleted there', async () => {
    await write('undo-deleted.md', TEXT);
    const made = await annotate('undo-deleted.md', 'bold', { stance: 'against' });
    await run('edit', { id: made.id, changes: { stance: 'favor' } });
    change('undo-deleted.md.claims.yaml', new RegExp(` {2}- id: ${made.id}[^]*`), '');
    const text = await read('undo-deleted.md.claims.yaml');
    await rejects(run('undo', {}), /undo-deleted\.md .*was deleted elsewhere/);
    assert.equal(await read('undo-deleted.md.claims.yaml'), text);
  });

  it('an annotation is written once, whatever changes in the sidecar’s editor meanwhile', async () => {
    await write('once.md', TEXT);
    await annotate('once.md', 'too dear');
    const sidecar = await open('once.md.claims.yaml');
    for (let pause = 0; pause < 24; pause += 2) {
      const made = annotate('once.md', 'bold');
      await new Promise((resolve) => setTimeout(resolve, pause));
      // VS Code refuses what is typed into a text that changes at the same moment.
      const typed = async () =>
        sidecar.edit((edit) => edit.insert(new vscode.Position(0, 0), `# ${pause}\n`));
      await until('the typing', typed);
      const { id } = await made;
      await sidecar.document.save();
      const text = await read('once.md.claims.yaml');
      assert.equal(text.split(`id: ${id}`).length - 1, 1, `${id} after ${pause} ms:\n${text}`);
    }
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

  for (const times of [1, 3])
    it(`a foreign program that is ${times} times faster than VS Code’s saving leaves the editor clean`, async () => {
      const name = `faster-${times}.md`;
      await write(name, TEXT);
      const made = await annotate(name, 'too dear', { speaker: 'The board' });
      const sidecar = await open(`${name}.claims.yaml`);
      let left = times;
      const faster = vscode.workspace.onWillSaveTextDocument(({ document }) => {
        if (document !== sidecar.document || left === 0) return;
        change(`${name}.claims.yaml`, / {4}speaker:/, `    note: round ${left}\n    speaker:`);
        if (left < times) change(`${name}.claims.yaml`, `    note: round ${left + 1}\n`, '');
        left -= 1;
      });
      const edited = await run('edit', { id: made.id, changes: { stance: 'against' } });
      faster.dispose();
      assert.deepEqual(
        [left, edited.saved, edited.note, edited.stance],
        [0, undefined, 'round 1', 'against'],
      );
      const text = await read(`${name}.claims.yaml`);
      assert.ok(text.includes('note: round 1\n') && text.includes('stance: against\n'), text);
      await until(
        'the editor',
        () => sidecar.document.getText() === text && !sidecar.document.isDirty,
      );
    });
});
