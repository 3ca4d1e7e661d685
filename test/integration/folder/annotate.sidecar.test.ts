import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  annotate,
  closeAll,
  exists,
  file,
  open,
  read,
  rejects,
  run,
  until,
  write,
  type Result,
} from '../support';

const ZH = '开源与闭源.md';

describe('annotating', () => {
  afterEach(closeAll);

  it('puts new blocks at their reading place and leaves all other lines alone', async () => {
    await write('order.md', 'One says A. Two says B. Three says C.\n');
    const c = await annotate('order.md', 'Three says C');
    const sidecar = 'order.md.claims.yaml';
    await write(
      sidecar,
      (await read(sidecar))
        .replace(/^version: 1/, '# my notes\nversion: 1')
        .replace('role: claim', 'role: claim # sure?')
        .replaceAll('\n', '\r\n'),
    );
    const before = await until('the comment', async () =>
      (await run<Result[]>('list', { uri: file('order.md') })).length === 1
        ? read(sidecar)
        : undefined,
    );
    const a = await annotate('order.md', 'One says A', { speaker: 'No', note: '007' });
    const text = await read(sidecar);
    assert.deepEqual(
      [...text.matchAll(/- id: (\w+)/g)].map((match) => match[1]),
      [a.id, c.id],
    );
    assert.ok(!/[^\r]\n/.test(text), 'CRLF throughout');
    assert.ok(text.includes('speaker: "No"'));
    const kept = text.split('\r\n');
    for (const line of before.split('\r\n')) assert.ok(kept.includes(line), line);
  });

  it('keeps edits out of a sidecar that is no sidecar, and says where the error is', async () => {
    await write('broken.md', 'Somebody says something.\n');
    const bad = 'version: 1\nannotations:\n  - id: a1\n    role: "claim\n';
    await write('broken.md.claims.yaml', bad);
    await rejects(
      annotate('broken.md', 'something'),
      /broken\.md\.claims\.yaml:\d+:\d+: Not valid YAML/,
    );
    assert.equal(await read('broken.md.claims.yaml'), bad);
    const problems = await until('the problem', () => {
      const found = vscode.languages.getDiagnostics(file('broken.md.claims.yaml'));
      return found.length > 0 ? found : undefined;
    });
    assert.equal(problems[0]?.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(problems[0].range.start.line >= 3);
  });

  it('keeps a single broken entry byte for byte and works with the others', async () => {
    await write('partly.md', 'First claim. Second claim. Third claim.\n');
    await annotate('partly.md', 'First claim');
    const sidecar = 'partly.md.claims.yaml';
    const broken = '  - id: b1\n    role: claim\n    passages: none   # oops\n';
    await write(sidecar, `${await read(sidecar)}${broken}`);
    await until('the problem', () => vscode.languages.getDiagnostics(file(sidecar)).length === 1);
    const third = await annotate('partly.md', 'Third claim');
    assert.ok((await read(sidecar)).includes(broken));
    const listed = await run<Result[]>('list', { uri: file('partly.md') });
    assert.deepEqual(
      listed.map(({ passages }) => passages[0]?.exact),
      ['First claim', 'Third claim'],
    );
    assert.equal(listed[1]?.id, third.id);
  });

  it('shows a sidecar of a newer version and doesn’t write to it', async () => {
    await write('newer.md', 'A claim of the future.\n');
    const text =
      'version: 2\nannotations:\n  - id: f1\n    role: claim\n    passages:\n      - exact: A claim\n';
    await write('newer.md.claims.yaml', text);
    await rejects(annotate('newer.md', 'future'), /newer version/);
    assert.equal((await run<Result[]>('list', { uri: file('newer.md') })).length, 1);
    assert.equal(await read('newer.md.claims.yaml'), text);
  });

  it('changes a sidecar that is open in an editor there: saved if it was clean, left to save if not', async () => {
    await write('opened.md', 'One claim. Two claims. Three claims.\n');
    await annotate('opened.md', 'One claim');
    const editor = await open('opened.md.claims.yaml');
    assert.equal(editor.document.languageId, 'claims-yaml');
    const second = await annotate('opened.md', 'Two claims');
    assert.equal(second.saved, undefined);
    assert.equal(editor.document.isDirty, false);
    assert.ok((await read('opened.md.claims.yaml')).includes('Two claims'));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# typing\n'));
    const third = await annotate('opened.md', 'Three claims');
    assert.equal(third.saved, false);
    assert.ok(editor.document.isDirty);
    assert.ok(editor.document.getText().includes('exact: Three claims'));
    assert.ok(!(await read('opened.md.claims.yaml')).includes('exact: Three claims'));
    await editor.document.save();
  });

  it('edits, deletes, links, undoes and redoes', async () => {
    await write('work.md', 'Closed is better. It costs less. No, it does not.\n');
    const sidecar = 'work.md.claims.yaml';
    const claim = await annotate('work.md', 'Closed is better', {
      speaker: 'Guild',
      stance: 'favor',
    });
    const rebuttal = await annotate('work.md', 'No, it does not', { role: 'rebuttal' });
    const start = await read(sidecar);

    const edited = await run('edit', {
      id: claim.id,
      changes: { stance: 'against', note: 'hm: # not a comment', topic: 'closed' },
    });
    assert.deepEqual([edited.stance, edited.note], ['against', 'hm: # not a comment']);
    const changedLines = (await read(sidecar))
      .split('\n')
      .filter((line) => !start.split('\n').includes(line));
    assert.ok(
      changedLines.every((line) => /stance|note|topic|modified/.test(line)),
      changedLines.join('\n'),
    );
    await rejects(run('edit', { id: claim.id, changes: { id: 'x1' } }), /can’t be changed/);
    await rejects(run('edit', { id: claim.id, changes: { role: null } }), /missing/);
    await rejects(run('edit', { id: 'nowhere', changes: {} }), /no annotation “nowhere”/);
    const cleared = await run('edit', { id: claim.id, changes: { note: null } });
    assert.equal(cleared.note, undefined);
    await run('undo');
    await run('undo');
    assert.equal(await read(sidecar), start);
    await run('redo');
    assert.ok((await read(sidecar)).includes('stance: against'));
    await run('undo');

    const linked = await run('link', { from: rebuttal.id, type: 'rebuts', to: claim.id });
    assert.deepEqual(linked.links, [{ type: 'rebuts', target: claim.id }]);
    assert.ok(
      (await read(sidecar)).includes(`    links:\n      - {type: rebuts, target: ${claim.id}}\n`),
    );
    await rejects(run('link', { from: rebuttal.id, type: 'refutes', to: claim.id }), /refutes/);
    await rejects(run('link', { from: rebuttal.id, type: 'rebuts', to: rebuttal.id }), /itself/);
    const unlinked = await run('unlink', { from: rebuttal.id, type: 'rebuts', to: claim.id });
    assert.equal(unlinked.links, undefined);

    const before = await read(sidecar);
    await run('delete', { id: claim.id });
    await run('delete', { id: rebuttal.id });
    assert.equal(await read(sidecar), 'version: 1\nannotations: []\n');
    await run('undo');
    await run('undo');
    assert.equal(await read(sidecar), before);
    await run('redo');
    assert.ok(!(await read(sidecar)).includes(claim.id));
    await run('undo');
  });

  it('refuses an id that stands in two files, and names both', async () => {
    await write('copy-a.md', 'The very same article.\n');
    const made = await annotate('copy-a.md', 'very same');
    await write('copy-b.md', await read('copy-a.md'));
    await write('copy-b.md.claims.yaml', await read('copy-a.md.claims.yaml'));
    await until(
      'both',
      async () => (await run<Result[]>('list')).filter(({ id }) => id === made.id).length === 2,
    );
    await rejects(run('edit', { id: made.id, changes: { note: 'x' } }), /copy-a\.md, copy-b\.md/);
    const edited = await run('edit', {
      id: made.id,
      uri: file('copy-b.md'),
      changes: { note: 'x' },
    });
    assert.equal(edited.article, 'copy-b.md');
    assert.ok(!(await read('copy-a.md.claims.yaml')).includes('note'));
  });

  it('leaves no temporary files', async () => {
    const names = (await vscode.workspace.fs.readDirectory(file('.'))).map(([name]) => name);
    assert.deepEqual(
      names.filter((name) => name.endsWith('.tmp')),
      [],
    );
    assert.ok(await exists(ZH));
  });
});
