import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
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
  until,
  write,
} from '../support';

describe('when something is wrong', () => {
  afterEach(closeAll);

  it('keeps and lists the annotations of an article that is gone', async () => {
    const made = { id: 'g1' };
    const sidecar =
      'version: 1\nannotations:\n  - id: g1\n    role: claim\n    passages:\n      - {exact: gone tomorrow, start: 12, end: 25}\n';
    await write('gone.md.claims.yaml', sidecar);
    const listed = await until('the orphan', async () =>
      (await run<Result[]>('list')).find(({ id, state }) => id === made.id && state === 'orphaned'),
    );
    assert.equal(listed.passages[0]?.exact, 'gone tomorrow');
    assert.equal(listed.passages[0].start, undefined);
    const told = () =>
      vscode.languages.getDiagnostics(file('gone.md.claims.yaml')).map(({ message }) => message);
    await until('the problem', () => told().length > 0);
    assert.deepEqual(told(), [
      'There is no article gone.md: was it moved, renamed or deleted? Its annotations are kept.',
    ]);
    await rejects(
      run('goTo', { id: made.id }),
      /gone\.md can’t be opened: was it moved or deleted\?/,
    );
    const exported = await run<{ annotations: Result[]; articles: { path: string }[] }>(
      'exportJson',
      { destination: null },
    );
    assert.ok(
      exported.annotations.some(({ id }) => id === made.id) &&
        exported.articles.some(({ path }) => path === 'gone.md'),
    );
    assert.equal(await read('gone.md.claims.yaml'), sidecar);
  });

  it('says that a sidecar can’t be written, and keeps nothing half done', async () => {
    await write('locked.md', 'Nothing can be written beside this.\n');
    await vscode.workspace.fs.createDirectory(file('locked.md.claims.yaml'));
    await rejects(annotate('locked.md', 'Nothing'), /locked\.md\.claims\.yaml/);
    assert.deepEqual(await run<Result[]>('list', { uri: file('locked.md') }).catch(() => []), []);
    const names = (await vscode.workspace.fs.readDirectory(file('.'))).map(([name]) => name);
    assert.deepEqual(
      names.filter((name) => name.endsWith('.tmp')),
      [],
    );
    await vscode.workspace.fs.delete(file('locked.md.claims.yaml'), { recursive: true });
  });

  it('reads lone carriage returns as line ends', async () => {
    await write('cr.md', 'Erste Zeile.\rZweite Zeile 🚀.\rDritte Zeile.\r');
    const made = await annotate('cr.md', 'Dritte Zeile');
    assert.deepEqual(
      [made.passages[0]?.start, made.passages[0]?.prefix],
      [29, 'Erste Zeile.\nZweite Zeile 🚀.\n'],
    );
    const { document } = await open('cr.md');
    const [listed] = await run<Result[]>('list', { uri: document.uri });
    assert.equal(listed?.state, 'anchored');
  });

  it('annotates an article in GB18030 as VS Code shows it, and notes the encoding', async () => {
    // “闭源更强。” in GB18030.
    await write(
      'gb.txt',
      new Uint8Array([0xb1, 0xd5, 0xd4, 0xb4, 0xb8, 0xfc, 0xc7, 0xbf, 0xa1, 0xa3, 0x0a]),
    );
    const document = await vscode.workspace.openTextDocument(file('gb.txt'), {
      encoding: 'gb18030',
    });
    assert.equal(document.getText(), '闭源更强。\n');
    const made = await run('annotate', {
      uri: document.uri,
      ranges: [{ start: 0, end: 4 }],
      role: 'claim',
      speaker: null,
      stance: null,
    });
    assert.equal(made.passages[0]?.exact, '闭源更强');
    assert.match(
      await read('gb.txt.claims.yaml'),
      /^version: 1\narticle:\n {2}encoding: gb18030\nannotations:\n/,
    );
  });

  it('reports a broken codebook and goes on without its broken entries', async () => {
    await write('claims.codebook.yaml', 'version: 1\nroles:\n  - id: question\n  - label: no id\n');
    const [problem] = await until('the problem', () => {
      const found = vscode.languages.getDiagnostics(file('claims.codebook.yaml'));
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual([problem?.range.start.line, problem?.message], [3, '“id” is missing.']);
    await write('asked.md', 'Who is right?\n');
    assert.equal(
      (await annotate('asked.md', 'Who is right?', { role: 'question' })).role,
      'question',
    );
    await vscode.workspace.fs.delete(file('claims.codebook.yaml'));
    await until(
      'no problem',
      () => vscode.languages.getDiagnostics(file('claims.codebook.yaml')).length === 0,
    );
  });

  it('refuses a sidecar that is no UTF-8, and leaves it alone', async () => {
    await write('utf16.md', 'Some words.\n');
    const bytes = new Uint8Array([0xff, 0xfe, 0x76, 0x00, 0x65, 0x00]);
    await write('utf16.md.claims.yaml', bytes);
    await rejects(annotate('utf16.md', 'words'), /utf16\.md\.claims\.yaml:1:1: Not UTF-8/);
    assert.deepEqual(
      [...(await vscode.workspace.fs.readFile(file('utf16.md.claims.yaml')))],
      [...bytes],
    );
  });

  it('annotates an article in UTF-16, and finds the words again when it is closed', async () => {
    const text = '\uFEFF闭源更强吗？🚀未必。\n';
    await write(
      'utf16-article.md',
      new Uint8Array(Uint16Array.from(text, (_, i) => text.charCodeAt(i)).buffer),
    );
    const document = await vscode.workspace.openTextDocument(file('utf16-article.md'));
    const made = await run('annotate', {
      uri: document.uri,
      ranges: [{ start: 7, end: 9 }],
      role: 'rebuttal',
      speaker: null,
      stance: null,
    });
    assert.equal(made.passages[0]?.exact, '未必');
    await closeAll();
    const listed = (await run<Result[]>('list', { uri: document.uri })).map(
      ({ passages: [one] }) => [one?.state, one?.start, one?.end],
    );
    assert.deepEqual(listed, [['anchored', 7, 9]]);
  });

  it('refuses a sidecar and a codebook in GB18030, and leaves them alone', async () => {
    // “作者：甲” in GB18030.
    const bytes = new Uint8Array([0xd7, 0xf7, 0xd5, 0xdf, 0xa3, 0xba, 0xbc, 0xd7, 0x0a]);
    await write('gb-sidecar.md', 'Some words.\n');
    for (const name of ['gb-sidecar.md.claims.yaml', 'claims.codebook.yaml'])
      await write(name, bytes);
    await rejects(
      annotate('gb-sidecar.md', 'words'),
      /gb-sidecar\.md\.claims\.yaml:1:1: Not UTF-8/,
    );
    await until('the codebook’s problem', () =>
      vscode.languages
        .getDiagnostics(file('claims.codebook.yaml'))
        .some(
          ({ message }) =>
            message === 'Could not be read: not UTF-8: save the file with the encoding UTF-8',
        ),
    );
    for (const name of ['gb-sidecar.md.claims.yaml', 'claims.codebook.yaml']) {
      assert.deepEqual([...(await vscode.workspace.fs.readFile(file(name)))], [...bytes]);
      await vscode.workspace.fs.delete(file(name));
    }
    await until(
      'no problem',
      () => vscode.languages.getDiagnostics(file('claims.codebook.yaml')).length === 0,
    );
  });

  it('reads no article, sidecar or codebook of 100 MB, says so, and goes on with all others', async () => {
    const huge = 'The model is open. '.repeat((100 << 20) / 19);
    const sidecar =
      'version: 1\nannotations:\n  - id: huge1\n    role: claim\n    passages:\n      - {exact: The model is open., start: 19, end: 37}\n';
    // VS Code would take most of the test's time to write them.
    const put = (name: string, text: string) => writeFileSync(file(name).fsPath, text);
    put('huge.md', huge);
    await write('huge.md.claims.yaml', sidecar);
    await write('small.md', 'The model is closed.\n');
    put('small.md.claims.yaml', `${sidecar}#${huge}`);
    put('claims.codebook.yaml', `version: 1\n#${huge}`);
    const told = async (name: string, message: RegExp) => {
      const text = await until(`a problem of ${name}`, () =>
        vscode.languages
          .getDiagnostics(file(name))
          .map((one) => one.message)
          .find((one) => message.test(one)),
      );
      assert.match(text, message);
    };
    await run('list');
    await told('huge.md.claims.yaml', /^huge\.md can’t be read \(larger than 50 MB\)\./);
    await told('small.md.claims.yaml', /^Could not be read: larger than 32 MB$/);
    await told('claims.codebook.yaml', /^Could not be read: larger than 16 MB$/);
    await write('next-to-huge.md', 'The model is free.\n');
    const made = await annotate('next-to-huge.md', 'model is free');
    const exported = await run<{ annotations: Result[] }>('exportJson', { destination: null });
    const [other, unplaced] = [made.id, 'huge1'].map((id) =>
      exported.annotations.find((one) => one.id === id),
    );
    assert.deepEqual(
      [other?.state, unplaced?.state, unplaced?.passages[0]?.start],
      ['anchored', 'orphaned', undefined],
    );
    await rejects(run('goTo', { id: 'huge1' }), /huge\.md can’t be read/);
    await rejects(
      run('reattach', { id: 'huge1', ranges: [{ start: 0, end: 9 }] }),
      /huge\.md can’t be read/,
    );
    await rejects(
      run('annotate', {
        uri: file('huge.md'),
        ranges: [{ start: 0, end: 9 }],
        role: 'claim',
        speaker: null,
        stance: null,
      }),
      /huge\.md can’t be read/,
    );
    await rejects(
      annotate('small.md', 'closed'),
      /small\.md\.claims\.yaml:1:1: Could not be read: larger than 32 MB/,
    );
    assert.equal(await read('huge.md.claims.yaml'), sidecar);
    assert.equal(
      (await vscode.workspace.fs.stat(file('small.md.claims.yaml'))).size,
      sidecar.length + 1 + huge.length,
    );
    for (const name of [
      'huge.md',
      'huge.md.claims.yaml',
      'small.md.claims.yaml',
      'claims.codebook.yaml',
    ])
      await vscode.workspace.fs.delete(file(name));
    await until('no problem', () =>
      ['huge.md.claims.yaml', 'small.md.claims.yaml', 'claims.codebook.yaml'].every(
        (name) => vscode.languages.getDiagnostics(file(name)).length === 0,
      ),
    );
  });

  it('lets no sidecar grow to a size at which it couldn’t be read any more', async () => {
    const entry = (i: number, note: string) =>
      `  - id: big${i}\n    role: claim\n    note: ${note}\n    passages: [{exact: grows}]\n`;
    const start = `version: 1\nannotations:\n${Array.from({ length: 8 }, (_, i) => entry(i, 'x'.repeat(3_990_000))).join('')}`;
    const sidecar =
      start + entry(8, 'x'.repeat((32 << 20) - start.length - entry(8, '').length - 20));
    await write('grows.md', 'It grows and grows.\n');
    await write('grows.md.claims.yaml', sidecar);
    await rejects(
      annotate('grows.md', 'and grows'),
      /grows\.md\.claims\.yaml would become larger than 32 MB\. Nothing was changed\./,
    );
    assert.ok((await read('grows.md.claims.yaml')) === sidecar);
    await run('delete', { id: 'big7' });
    assert.equal((await annotate('grows.md', 'and grows')).state, 'anchored');
    await vscode.workspace.fs.delete(file('grows.md.claims.yaml'));
  });

  it('takes the wrong kind of arguments for an error, without a dialog', async () => {
    await rejects(run('annotate', 'claim'), /must be an object/);
    await rejects(run('annotate', { uri: 5, role: 'claim', speaker: null, stance: null }), /uri/);
    await rejects(run('edit', { id: 7 }), /“id” must be text/);
    await rejects(run('exportJson', { scope: 'everything' }), /scope/);
    assert.ok(!(await exists('undefined')));
  });
});
