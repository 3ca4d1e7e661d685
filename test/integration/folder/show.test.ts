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
  type Result,
  run,
  until,
  write,
} from '../support';

async function hoverAt(name: string, words: string): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(file(name));
  await vscode.window.showTextDocument(document);
  return until('the hover', async () => {
    const texts = (await hoversAt(document, words)).filter((text) =>
      text.includes('claimAnnotator.'),
    );
    return texts.length > 0 ? texts : undefined;
  });
}

describe('seeing and going', () => {
  afterEach(closeAll);

  it('says everything in the hover, overlapping annotations each', async () => {
    await write(
      'hover.md',
      'The guild says that closed models are cheaper to run than open ones.\n',
    );
    const claim = await annotate('hover.md', 'closed models are cheaper to run than open ones', {
      speaker: 'The guild',
      stance: 'favor',
      topic: 'closed-over-open',
      date: '2024-07-04',
      note: 'see *the table*',
      tags: ['cost'],
    });
    const evidence = await annotate('hover.md', 'cheaper to run', {
      role: 'evidence',
      links: [{ type: 'supports', target: claim.id }],
    });
    const [outer = '', inner = ''] = await hoverAt('hover.md', 'cheaper');
    for (const part of [
      '**claim** · **The guild** · ▲ favor',
      'closed\\-over\\-open',
      '2024\\-07\\-04',
      'see \\*the table\\*',
      'cost',
      'Edit',
      'Delete',
      'Show in sidebar',
      'supports this\\:',
    ])
      assert.ok(outer.includes(part), `${part} in ${outer}`);
    assert.ok(
      inner.includes('No speaker') && inner.includes('supports') && inner.includes(claim.id),
      inner,
    );
    assert.ok(outer.includes(evidence.id));
  });

  it('shows text from files as text: no markup, HTML, image or command', async () => {
    await write('hostile.md', 'Harmless words stand here.\n');
    const evil =
      '[x](command:workbench.action.quit) <img src=x onerror=alert(1)> ![p](http://127.0.0.1/p.png) $(trash) `c` | <b>b</b> http://example.org';
    await annotate('hostile.md', 'Harmless words', { speaker: evil, note: evil, topic: evil });
    const [text = ''] = await hoverAt('hostile.md', 'Harmless');
    assert.ok(!text.includes('](command:workbench'), text);
    assert.ok(
      !text.includes('<img') &&
        !text.includes('<b>') &&
        !text.includes('![p]') &&
        !text.includes('$(trash) \\`'),
      text,
    );
    const links = [...text.matchAll(/(?<!\\)\]\((?!command:claimAnnotator\.)/g)];
    assert.deepEqual(
      links.map(([link]) => link),
      [],
    );
  });

  it('goes to passages, in reading order and round the end', async () => {
    await write('walk.md', 'One here. Two here. Three here.\n');
    const three = await annotate('walk.md', 'Three here');
    await annotate('walk.md', 'One here');
    const two = await annotate('walk.md', 'Two');
    await run('goTo', { id: two.id });
    const selected = () =>
      vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection);
    assert.equal(selected(), 'Two');
    await run('next');
    assert.equal(selected(), 'Three here');
    await run('next');
    assert.equal(selected(), 'One here');
    await run('previous');
    assert.equal(selected(), 'Three here');
    await run('delete', { id: three.id });
    await run('previous');
    assert.equal(selected(), 'Two');
    await rejects(run('goTo', { id: three.id }), /no annotation/);
  });

  it('offers the roles in the light bulb for a selection', async () => {
    const { document } = await open('open-or-closed.md');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, 'Not everybody'),
    );
    assert.deepEqual(
      actions.map(({ title }) => title).filter((title) => title.startsWith('Annotate as')),
      ['Annotate as claim', 'Annotate as evidence', 'Annotate as rebuttal'],
    );
  });

  it('registers every command of the manifest, and no other', async () => {
    const manifest = vscode.extensions.getExtension('claim-annotator.claim-annotator')
      ?.packageJSON as { contributes: { commands: { command: string }[] } };
    const contributed = manifest.contributes.commands.map(({ command }) => command).sort();
    const registered = (await vscode.commands.getCommands(true))
      .filter((id) => /^claimAnnotator\.[a-zA-Z]+$/.test(id) && id !== 'claimAnnotator.annotations')
      .sort();
    assert.deepEqual(registered, contributed);
  });

  it('gives other extensions an API', async () => {
    const api = await vscode.extensions
      .getExtension<{
        version: 1;
        list(uri?: vscode.Uri): Promise<Result[]>;
        annotate(args: object): Promise<Result>;
        onDidChangeAnnotations: vscode.Event<void>;
      }>('claim-annotator.claim-annotator')
      ?.activate();
    assert.equal(api?.version, 1);
    const uri = await write('api.md', 'Called from elsewhere.\n');
    let changes = 0;
    const listener = api.onDidChangeAnnotations(() => {
      changes++;
    });
    const made = await api.annotate({
      uri,
      ranges: [{ start: 0, end: 6 }],
      role: 'claim',
      speaker: null,
      stance: null,
    });
    assert.deepEqual(
      (await api.list(uri)).map(({ id }) => id),
      [made.id],
    );
    assert.ok(changes > 0);
    listener.dispose();
  });
});

describe('exporting', () => {
  it('gives one article or the workspace, with the places of now, the same bytes each time', async () => {
    await write(
      'sub/export.md',
      '---\ntitle: 标题\nauthor: 某报编辑部\ndate: 2024-07-11\n---\n\n甲方说：“闭源更强。”🚀乙方说：“未必。”\n',
    );
    const made = await annotate('sub/export.md', '未必', {
      speaker: '乙方',
      stance: 'against',
      role: 'rebuttal',
    });
    const document = await vscode.workspace.openTextDocument(file('sub/export.md'));
    await write('sub/export.md', (await read('sub/export.md')).replace('甲方', '一位甲方'));
    await until('the reload', () => document.getText().includes('一位甲方'));
    const destination = file('out/claims.json');
    const exported = await run<{
      articles: { path: string; title?: string; published?: string }[];
      annotations: Result[];
      codebook: { speakers: object[] };
    }>('exportJson', { scope: 'workspace', destination });
    const article = exported.articles.find(({ path }) => path === 'sub/export.md');
    assert.deepEqual([article?.title, article?.published], ['标题', '2024-07-11']);
    const annotation = exported.annotations.find(({ id }) => id === made.id) as unknown as Record<
      string,
      unknown
    >;
    const [passage] = annotation.passages as Record<string, unknown>[];
    const start = made.passages[0]?.start ?? 0;
    assert.deepEqual(
      [passage?.state, passage?.start, passage?.stored, passage?.line, passage?.column],
      ['anchored', start + 2, { start, end: start + 2 }, 7, 20],
    );
    assert.deepEqual(
      JSON.parse(await read('out/claims.json')),
      JSON.parse(JSON.stringify(exported)),
    );
    const first = await read('out/claims.json');
    await run('exportJson', { scope: 'workspace', destination });
    assert.equal(await read('out/claims.json'), first);
    const single = await run<{ articles: object[]; annotations: Result[] }>('exportJson', {
      scope: 'article',
      uri: file('sub/export.md'),
      destination: null,
    });
    assert.deepEqual([single.articles.length, single.annotations.length], [1, 1]);
  });
});
