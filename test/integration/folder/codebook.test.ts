import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { TestApi } from '../../../src/extension';
import { annotate, closeAll, exists, file, open, read, run, until, write } from '../support';

const BOOK = 'claims.codebook.yaml';
const A = 'book/a.md';
const TEXT = '# 渡口\n\n老周说：“渡口不能关。”镇长说：“桥修好了，渡口就该关。”\n';
const OURS =
  '# ours\r\nversion: 1\r\nowner: Ann # unknown to us\r\ntopics: [{id: 关渡口}]\r\nspeakers:\r\n  # the ferryman\r\n  - name: 老周 # of the ferry\r\n';

const { rejects } = assert;

describe('the codebook, from the window', () => {
  let services: TestApi['services'];
  let had: string | undefined;
  const speakers = () => services.codebooks.vocabulary.speakers.map(({ name }) => name);
  const put = async (text: string) => {
    await write(BOOK, text);
    await until('the codebook to be read', () =>
      services.codebooks.all().some((one) => one.text === text),
    );
  };

  before(async () => {
    const extension = vscode.extensions.getExtension<TestApi>('claim-annotator.claim-annotator');
    services = (await extension?.activate())?.services as TestApi['services'];
    had = (await exists(BOOK)) ? await read(BOOK) : undefined;
    if (had !== undefined) await vscode.workspace.fs.delete(file(BOOK));
    await until('no codebook', () => services.codebooks.all().length === 0);
    await write(A, TEXT);
  });
  afterEach(closeAll);
  after(async () => {
    await run('filter', { filter: null });
    await run('groupBy', { by: 'speaker' });
    if (had !== undefined) await put(had);
    else if (await exists(BOOK)) {
      await vscode.workspace.fs.delete(file(BOOK));
      await until('the codebook to go', () => services.codebooks.all().length === 0);
    }
  });

  it('is made from what is in use, once, and goes when that is taken back', async () => {
    await annotate(A, '渡口不能关', { speaker: '老周', stance: 'against', topic: '关渡口' });
    assert.deepEqual(await run<object>('makeCodebook', {}), { codebook: BOOK });
    const made = await read(BOOK);
    assert.match(
      made,
      /^version: 1\nroles:\n {2}- id: claim\n {2}- id: evidence\n {2}- id: rebuttal\n/,
    );
    assert.match(made, /topics:\n(?: {2}- .*\n)*? {2}- id: 关渡口\n/);
    assert.match(made, / {2}- name: 老周\n/);
    await rejects(run('makeCodebook', {}), /claims\.codebook\.yaml/);
    assert.equal(await read(BOOK), made);
    await run('undo', {});
    assert.equal(await exists(BOOK), false);
    await run('redo', {});
    assert.equal(await read(BOOK), made);
    await run('undo', {});
  });

  it('changes by lines: comments, unknown keys, order and line ends stay', async () => {
    await put(OURS);
    const entry = { section: 'speakers', name: '老周' };
    await run('editCodebook', { ...entry, changes: { type: 'person', affiliation: '渡口' } });
    const typed = `${OURS}    type: person\r\n    affiliation: 渡口\r\n`;
    assert.equal(await read(BOOK), typed);
    await run('addAlias', { name: '老周', alias: '周大河' });
    const aliased = typed.replace('    type', '    aliases: [周大河]\r\n    type');
    assert.equal(await read(BOOK), aliased);
    assert.equal(services.codebooks.canonical('周大河'), '老周');
    await run('addAlias', { name: '镇长', alias: 'Mayor: the' });
    const two = `${aliased}  - name: 镇长\r\n    aliases: ["Mayor: the"]\r\n`;
    assert.equal(await read(BOOK), two);
    await rejects(run('addAlias', { name: '镇长', alias: '周大河' }), /周大河.*老周/);
    await run('moveUp', { field: 'stance', value: 'against' });
    assert.equal(await read(BOOK), `${two}stances:\r\n  - id: against\r\n  - id: favor\r\n`);
    await run('editCodebook', { section: 'topics', name: '关渡口', changes: null });
    assert.match(await read(BOOK), /topics: \[\]\r\n/);
    for (const back of [
      `${two}stances:\r\n  - id: against\r\n  - id: favor\r\n`,
      two,
      aliased,
      typed,
      OURS,
    ]) {
      await run('undo', {});
      assert.equal(await read(BOOK), back);
    }
  });

  it('is never written over where it is broken: the refusal says where', async () => {
    const broken = 'version: 1\nspeakers:\n  - {name: 老周\n';
    await put(broken);
    for (const change of [
      run('editCodebook', { section: 'roles', name: 'x', changes: {} }),
      run('addAlias', { name: '老周', alias: 'x' }),
      run('saveView', { name: 'x' }),
      run('setAside', { finding: { kind: 'turn', ids: ['a', 'b'] }, reason: 'x' }),
      run('makeCodebook', {}),
    ])
      await rejects(change, /claims\.codebook\.yaml/);
    await rejects(run('editCodebook', { section: 'roles', name: 'x', changes: {} }), /Line [34]/);
    assert.equal(await read(BOOK), broken);
    await rejects(run('editCodebook', { section: 'moods', name: 'x', changes: {} }), /section/);
    await rejects(run('editCodebook', { section: 'roles', changes: {} }), /name/);
  });

  it('is changed in its editor where it is open, and unsaved typing stays unsaved', async () => {
    await put(OURS);
    const editor = await open(BOOK);
    await run('addAlias', { name: '老周', alias: '周伯' });
    assert.match(await read(BOOK), /aliases: \[周伯\]\r\n/);
    assert.equal(editor.document.isDirty, false);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# typed\n'));
    await run('addAlias', { name: '老周', alias: '船工' });
    assert.equal(editor.document.isDirty, true);
    assert.match(editor.document.getText(), /^# typed\r\n[^]*aliases: \[周伯, 船工\]/);
    assert.doesNotMatch(await read(BOOK), /船工/);
    assert.ok(speakers().includes('老周'));
  });

  it('is changed all the same where another program writes it while VS Code is about to save', async () => {
    await put(OURS);
    const editor = await open(BOOK);
    const theirs = OURS.replace('owner: Ann', 'owner: Ann and Bob');
    const faster = vscode.workspace.onWillSaveTextDocument(({ document }) => {
      if (document !== editor.document) return;
      faster.dispose();
      writeFileSync(document.uri.fsPath, theirs);
    });
    await run('addAlias', { name: '老周', alias: '周伯' });
    const text = await read(BOOK);
    assert.match(text, /owner: Ann and Bob #[^]*aliases: \[周伯\]\r\n/);
    assert.equal(editor.document.getText(), text);
    assert.equal(editor.document.isDirty, false);
  });

  it('keeps views by name, and gives them back', async () => {
    await put(OURS);
    const { view } = services;
    await rejects(run('openView', { name: '反驳' }), /No view is saved/);
    await run('filter', { filter: { role: 'rebuttal', topic: [null, '关渡口'] } });
    await run('groupBy', { by: 'argument' });
    await run('sortBy', { by: 'date' });
    assert.deepEqual(await run<object>('saveView', { name: '反驳' }), { codebook: BOOK });
    const saved =
      'views:\r\n  - name: 反驳\r\n    filter: {role: [rebuttal], topic: [null, 关渡口]}\r\n    groupBy: argument\r\n    sortBy: date\r\n';
    assert.equal(await read(BOOK), OURS + saved);
    const shown = view.settings;
    await run('filter', { filter: null });
    await run('groupBy', { by: 'topic' });
    await run('sortBy', { by: 'position' });
    await run('saveView', { name: '所有' });
    await run('openView', { name: '反驳' });
    assert.deepEqual(view.settings, shown);
    await run('openView', { name: '所有' });
    assert.deepEqual(view.settings, { filter: {}, groupBy: 'topic', sortBy: 'position' });
    await run('saveView', { name: '反驳' });
    assert.match(
      await read(BOOK),
      / {2}- name: 反驳\r\n {4}groupBy: topic\r\n {4}sortBy: position\r\n/,
    );
    await rejects(run('openView', { name: '没有' }), /没有.*反驳, 所有/);
    await run('removeView', { name: '反驳' });
    await rejects(run('openView', { name: '反驳' }), /所有/);
    await run('undo', {});
    await run('openView', { name: '反驳' });
  });

  it('keeps findings that are set aside, with a reason, and takes them back', async () => {
    await put(OURS);
    const [one, two] = [
      { kind: 'unsupported', ids: ['a1'] },
      { kind: 'turn', ids: ['a1', 'b2'] },
    ];
    await rejects(run('setAside', { finding: one, reason: ' ' }), /reason/);
    await run('setAside', { findings: [one, two], reason: '引文里就有证据: yes' });
    const at = /at: "[-0-9T:]+Z"/g;
    const by = /\r\n {4}by: .*/g;
    const told = (await read(BOOK)).replace(by, '').replace(at, 'at: T');
    const entry = (kind: string, ids: string) =>
      `  - kind: ${kind}\r\n    ids: [${ids}]\r\n    reason: "引文里就有证据: yes"\r\n    at: T\r\n`;
    const lines = `findings:\r\n${entry('unsupported', 'a1')}${entry('turn', 'a1, b2')}`;
    assert.equal(told, OURS + lines);
    await run('bringBack', { finding: { kind: 'turn', ids: ['b2', 'a1'] } });
    const left = (await read(BOOK)).replace(by, '').replace(at, 'at: T');
    assert.equal(left, `${OURS}findings:\r\n${entry('unsupported', 'a1')}`);
    await rejects(run('bringBack', { finding: two }), /not set aside/);
    await run('undo', {});
    await run('undo', {});
    assert.equal(await read(BOOK), OURS);
  });

  it('offers to add what it lacks, and to replace it here and everywhere', async () => {
    await put(`${OURS}roles: [{id: claim}]\r\n`);
    const [c, d] = ['book/c.md', 'book/d.md'];
    for (const name of [c, d]) {
      await write(name, TEXT);
      const { id } = await annotate(name, '渡口不能关', { topic: '关渡囗' });
      const sidecar = await read(`${name}.claims.yaml`);
      await write(`${name}.claims.yaml`, sidecar.replace('role: claim', 'role: clam'));
      await until('the change', () =>
        services.index.corpus.withId(id).some(({ annotation }) => annotation.role === 'clam'),
      );
    }
    const sidecar = file(`${c}.claims.yaml`);
    await open(`${c}.claims.yaml`);
    const fixes = async () => {
      const rows = vscode.languages
        .getDiagnostics(sidecar)
        .filter(({ code }) => typeof code === 'string' && code.startsWith('unknown-'));
      const [first] = rows;
      if (first === undefined) return [];
      return vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        sidecar,
        first.range,
      );
    };
    const titles = async () => (await fixes()).map(({ title }) => title);
    await until('the fixes', async () => (await titles()).length >= 8);
    assert.deepEqual((await titles()).slice(0, 4), [
      'Replace by “claim”',
      'Replace by “claim” everywhere…',
      'Add “clam” to the codebook',
      'Replace “clam” everywhere by another one…',
    ]);
    const take = async (title: string) => {
      const { command } = (await fixes()).find((fix) => fix.title === title) ?? {};
      assert.ok(command, title);
      await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    };
    await take('Replace by “claim”');
    assert.match(await read(`${c}.claims.yaml`), /role: claim\n/);
    await take('Add “关渡囗” to the codebook');
    assert.match(await read(BOOK), /topics: \[\{id: 关渡口\}, \{id: 关渡囗\}\]\r\n/);
    await until('nothing to be left', async () => (await titles()).length === 0);
    const renamed = await run<object>('rename', { field: 'role', from: 'clam', to: 'claim' });
    assert.deepEqual(renamed, { annotations: 1, articles: 1 });
    assert.match(await read(`${d}.claims.yaml`), /role: claim\n/);
    await rejects(run('rename', { field: 'stance', from: 'favor', to: 'x' }), /favor, against/);
  });

  it('tells of new speakers where one works, and of likely slips everywhere', async () => {
    await put('version: 1\nspeakers:\n  - name: 摆渡人协会\n');
    const [e, f] = ['book/slips.md', 'book/news.md'];
    await write(e, TEXT);
    await annotate(e, '渡口不能关', { speaker: '摆渡人协汇' });
    await write(f, TEXT);
    for (const speaker of ['镇长', '镇长', '校长']) await annotate(f, '渡口不能关', { speaker });
    const speakersIn = (name: string) =>
      vscode.languages
        .getDiagnostics(file(`${name}.claims.yaml`))
        .filter(({ code }) => code === 'unknown-speaker');
    await until('both files', () => speakersIn(e).length + speakersIn(f).length === 3);
    assert.deepEqual(
      speakersIn(f).map(({ message, severity }) => [message, severity]),
      ['镇长', '校长'].map((name) => [
        `The speaker “${name}” is not in the codebook.`,
        vscode.DiagnosticSeverity.Information,
      ]),
    );
    const [row] = speakersIn(e);
    assert.match(row?.message ?? '', /Did you mean “摆渡人协会”/);
    await open(`${e}.claims.yaml`);
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      file(`${e}.claims.yaml`),
      row?.range,
    );
    const alias = fixes.find(({ title }) => title.startsWith('Add “摆渡人协汇” as another name'));
    assert.ok(alias?.command);
    await vscode.commands.executeCommand(
      alias.command.command,
      ...(alias.command.arguments as unknown[]),
    );
    assert.match(await read(BOOK), /- name: 摆渡人协会\n {4}aliases: \[摆渡人协汇\]\n/);
    await until('it to be known', () => speakersIn(e).length === 0);
    const listed = await run<object[]>('list', { filter: { speaker: '摆渡人协会' } });
    assert.equal(listed.length, 1);
  });

  it('copies the quotations of a group whole, with their sources', async () => {
    await put(OURS);
    const text = '---\ntitle: 桥与渡口\ndate: 2024-07-11\n---\n\n摆渡人说：“两岸的人都靠它。”\n';
    await write('book/e (1).md', text);
    await annotate('book/e (1).md', '两岸的人都靠它', { speaker: '摆渡人', date: '2024' });
    const copied = await run<string>('copyQuotes', { field: 'speaker', value: '摆渡人' });
    assert.equal(
      copied,
      '> 两岸的人都靠它\n>\n> — 摆渡人, [桥与渡口](book/e%20%281%29.md), 2024\n',
    );
    assert.equal(await vscode.env.clipboard.readText(), copied);
    assert.equal(await run('copyQuotes', { field: 'tag', value: 'nobody' }), undefined);
    await rejects(run('copyQuotes', { field: 'mood', value: 'x' }), /"speaker"/);
  });
});
