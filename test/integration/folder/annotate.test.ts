import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  annotate,
  closeAll,
  exists,
  file,
  open,
  rangeOf,
  read,
  rejects,
  run,
  type Result,
  until,
  write,
} from '../support';

const EN = 'open-or-closed.md';
const ZH = '开源与闭源.md';

describe('annotating', () => {
  afterEach(closeAll);

  it('writes the sidecar beside the article before the command returns', async () => {
    await write('fresh.md', '甲方说：“闭源更强。”乙方说：“未必。”\n');
    const made = await annotate('fresh.md', '闭源更强', {
      speaker: '甲方',
      stance: 'favor',
      topic: 'closed-over-open',
      date: '2024-07',
      note: '第一行\n第二行',
      tags: ['a', '007'],
    });
    const text = await read('fresh.md.claims.yaml');
    assert.equal(made.state, 'anchored');
    assert.equal(made.article, 'fresh.md');
    assert.deepEqual([made.passages[0]?.start, made.passages[0]?.end], [5, 9]);
    const lines = text.split('\n');
    assert.deepEqual(lines.slice(0, 8), [
      'version: 1',
      'annotations:',
      `  - id: ${made.id}`,
      '    role: claim',
      '    speaker: 甲方',
      '    stance: favor',
      '    topic: closed-over-open',
      '    passages:',
    ]);
    assert.ok(
      text.includes(
        '      - exact: 闭源更强\n        prefix: 甲方说：“\n        suffix: "。”乙方说：“未必。”\\n"\n        start: 5\n        end: 9\n',
      ),
      text,
    );
    assert.ok(
      text.includes(
        '    date: "2024-07"\n    note: |-\n      第一行\n      第二行\n    tags: [a, "007"]\n',
      ),
      text,
    );
    assert.match(text, /\n {4}created: "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"\n/);
  });

  it('takes the selections, without white space at their ends, several cursors as one annotation', async () => {
    const editor = await open(EN);
    const first = rangeOf(editor.document, '“Closed models are simply stronger,” ');
    const second = rangeOf(editor.document, ' “and they are cheaper to run.”');
    editor.selections = [
      new vscode.Selection(second.start, second.end),
      new vscode.Selection(first.end, first.start),
    ];
    const made = await run('annotate', {
      role: 'claim',
      speaker: 'Model Makers’ Guild',
      stance: 'favor',
    });
    assert.deepEqual(
      made.passages.map(({ exact }) => exact),
      ['“Closed models are simply stronger,”', '“and they are cheaper to run.”'],
    );
  });

  it('takes the sentence at the cursor where nothing is selected', async () => {
    const editor = await open(EN);
    const inside = rangeOf(editor.document, 'had no view').start;
    editor.selection = new vscode.Selection(inside, inside);
    const made = await run('annotate', { role: 'evidence', speaker: null, stance: null });
    assert.equal(
      made.passages[0]?.exact,
      "Dr. No. 5 on the speakers' list, from the U.S. delegation, had no view.",
    );
    const chinese = await open(ZH);
    const at = rangeOf(chinese.document, '没有今天').start;
    chinese.selection = new vscode.Selection(at, at);
    const zh = await run('annotate', {
      role: 'rebuttal',
      speaker: '开放系统协会',
      stance: 'against',
    });
    assert.equal(
      zh.passages[0]?.exact,
      '对此，开放系统协会反驳说：“没有开源，就没有今天的互联网。”',
    );
  });

  it('counts code points, over text with LF line ends and without byte-order mark', async () => {
    await write('crlf.md', '\uFEFF第一行🚀\r\n第二行𠮷说：“对。”\r\n');
    const made = await annotate('crlf.md', '第二行𠮷说');
    assert.deepEqual([made.passages[0]?.start, made.passages[0]?.end], [5, 10]);
    assert.equal(made.passages[0]?.prefix, '第一行🚀\n');
  });

  it('makes the context long enough to be unique', async () => {
    const line = 'The same words stand here again and again and again and again.\n';
    await write('twice.md', `${line}${line}A difference.\n${line}${line}${line}`);
    const made = await annotate('twice.md', 'The same words', {}, 4);
    const text = await read('twice.md');
    const { prefix = '', exact = '', suffix = '' } = made.passages[0] ?? {};
    assert.equal(text.split(prefix + exact + suffix).length - 1, 1);
  });

  it('refuses what can’t be, and says why', async () => {
    const uri = file(EN);
    const fields = { uri, role: 'claim', speaker: null, stance: null };
    await rejects(
      run('annotate', { ...fields, ranges: [{ start: 5, end: 5 }] }),
      /empty or lies outside/,
    );
    await rejects(
      run('annotate', { ...fields, ranges: [{ start: 5, end: 500_000 }] }),
      /outside of the article/,
    );
    await rejects(
      run('annotate', {
        ...fields,
        ranges: [
          { start: 5, end: 10 },
          { start: 8, end: 12 },
        ],
      }),
      /must not overlap/,
    );
    await rejects(
      run('annotate', { ...fields, ranges: [{ start: 5, end: 10 }], role: 'opinion' }),
      /“opinion” is no role/,
    );
    await rejects(
      run('annotate', { ...fields, ranges: [{ start: 5, end: 10 }], stance: 'maybe' }),
      /“maybe” is no stance/,
    );
    await rejects(
      run('annotate', { ...fields, ranges: [{ start: 5, end: 10 }], date: '4 July' }),
      /must be a date/,
    );
    await rejects(
      run('annotate', {
        ...fields,
        uri: file(`${EN}.claims.yaml`),
        ranges: [{ start: 0, end: 3 }],
      }),
      /not an article/,
    );
    const untitled = await vscode.workspace.openTextDocument({
      content: 'Some words.',
      language: 'markdown',
    });
    await rejects(
      run('annotate', { ...fields, uri: untitled.uri, ranges: [{ start: 0, end: 4 }] }),
      /not saved yet/,
    );
    const editor = await open(EN);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'x'));
    await rejects(run('annotate', { ...fields, ranges: [{ start: 5, end: 10 }] }), /not saved yet/);
  });

  it('annotates an article of 5 MB', async () => {
    const text = Array.from(
      { length: 50_000 },
      (_, i) => `第${i}段：有人说“这是第${i}句话”，但没有人回答。这一段只是为了长。`,
    ).join('\n\n');
    await write('large.md', text);
    const made = await annotate('large.md', '这是第40000句话');
    assert.equal(
      Array.from(text).slice(made.passages[0]?.start, made.passages[0]?.end).join(''),
      '这是第40000句话',
    );
  });

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

  it('uses the codebook: roles, stances, canonical names', async () => {
    await write(
      'claims.codebook.yaml',
      'version: 1\nroles: [{id: question}]\nstances: [{id: undecided}]\nspeakers:\n  - name: 模型厂商公会\n    aliases: [Model Makers’ Guild]\n',
    );
    await write('coded.md', 'Who knows? Nobody.\n');
    try {
      const made = await until('the codebook', () =>
        annotate('coded.md', 'Who knows?', {
          role: 'question',
          stance: 'undecided',
          speaker: 'model makers’ guild',
        }).catch(() => undefined),
      );
      assert.equal(made.speaker, '模型厂商公会');
      await rejects(annotate('coded.md', 'Nobody', { role: 'answer' }), /question/);
    } finally {
      await vscode.workspace.fs.delete(file('claims.codebook.yaml'));
    }
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
