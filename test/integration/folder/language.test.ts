import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  annotate,
  closeAll,
  exists,
  file,
  hoversAt,
  open,
  rangeOf,
  read,
  type Result,
  run,
  type,
  until,
  write,
} from '../support';

const ARTICLE =
  'The guild says the old bridge will fall soon. 王芳说：“桥还能用二十年。” Nobody asked the river.\n';
const CODEBOOK = `version: 1
topics:
  - {id: old-bridge, statement: The old bridge will fall.}
speakers:
  - name: 王芳
    aliases: [Wang Fang, 芳姐]
    affiliation: 桥梁院
`;

describe('sidecars and codebooks as a language', () => {
  /** Another one for each test: what was typed into a sidecar stays in its editor for a while. */
  let article = '';
  let sidecar = '';
  let tests = 0;
  let claim: Result;
  let rebuttal: Result;

  beforeEach(async () => {
    article = `language${(tests += 1)}.md`;
    sidecar = `${article}.claims.yaml`;
    await write('claims.codebook.yaml', CODEBOOK);
    await write(article, ARTICLE);
    claim = await annotate(article, 'the old bridge will fall soon', {
      speaker: 'The guild',
      stance: 'favor',
      topic: 'old-bridge',
    });
    rebuttal = await annotate(article, '桥还能用二十年', {
      role: 'rebuttal',
      speaker: '王芳',
      topic: 'old-bridge',
      links: [{ type: 'rebuts', target: claim.id }],
    });
    await until('the codebook', async () => {
      const known = await annotate(article, 'Nobody asked', { speaker: '芳姐' });
      await run('delete', { id: known.id });
      return known.speaker === '王芳';
    });
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    for (const name of [sidecar, article, 'claims.codebook.yaml', 'other.md'])
      if (await exists(name)) await vscode.workspace.fs.delete(file(name));
    if (await exists('other.md.claims.yaml'))
      await vscode.workspace.fs.delete(file('other.md.claims.yaml'));
  });

  /** What is offered behind some words that stand once. */
  const offered = async (document: vscode.TextDocument, before: string, trigger?: string) => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      rangeOf(document, before).end,
      trigger,
    );
    return list.items;
  };
  const labelOf = ({ label }: vscode.CompletionItem) =>
    typeof label === 'string' ? label : label.label;
  const placesOf = async (command: string, document: vscode.TextDocument, words: string) => {
    const found = await vscode.commands.executeCommand<(vscode.LocationLink | vscode.Location)[]>(
      command,
      document.uri,
      rangeOf(document, words).end.translate(0, -1),
    );
    return Promise.all(
      found.map(async (one) => {
        const [uri, range] =
          'targetUri' in one ? [one.targetUri, one.targetRange] : [one.uri, one.range];
        const text = (await vscode.workspace.openTextDocument(uri)).getText(range);
        return `${vscode.workspace.asRelativePath(uri)}: ${text}`;
      }),
    );
  };

  /** What the hovers at the end of some words say. */
  const hoversIn = async (document: vscode.TextDocument, words: string) => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, words).end.translate(0, -1),
    );
    return hovers.flatMap(({ contents }) =>
      contents.map((one) => (one as vscode.MarkdownString).value),
    );
  };

  it('offers values while a line is half typed, and puts them in as YAML', async () => {
    const editor = await open(sidecar);
    const { document } = editor;
    const start = rangeOf(document, '    speaker: The guild').end;
    await type(editor, (edit) => edit.insert(start, '\n    reportedBy: [Wang'));
    const [item, ...others] = await offered(document, 'reportedBy: [Wang');
    assert.ok(item);
    assert.deepEqual([labelOf(item), others.length], ['王芳', 0]);
    assert.equal(item.insertText, '王芳');
    await type(editor, (edit) => edit.replace(item.range as vscode.Range, '王芳]'));

    await type(editor, (edit) => edit.insert(rangeOf(document, '王芳]').end, '\n    tags: ['));
    const speakers = await offered(document, 'speaker: ');
    assert.ok(speakers.map(labelOf).includes('王芳'));
    const keys = (await offered(document, '\n    tags'.trim())).map(labelOf);
    assert.ok(!keys.includes('speaker'));
  });

  it('offers the annotations of the topic, with their quotes, where a link’s target is typed', async () => {
    const editor = await open(sidecar);
    const { document } = editor;
    const end = rangeOf(document, '    topic: old-bridge').end;
    await type(editor, (edit) => edit.insert(end, '\n    links:\n      - {type: rebuts, target: '));
    const items = await offered(document, '- {type: rebuts, target: ');
    const item = items.find((one) => one.insertText === rebuttal.id);
    assert.ok(item, items.map(labelOf).join());
    assert.match((item.label as vscode.CompletionItemLabel).detail ?? '', /桥还能用二十年/);
    assert.ok(!items.some((one) => one.insertText === claim.id), 'not the annotation itself');
  });

  it('says in hovers whose words an id is, and what the codebook says of names', async () => {
    const { document } = await open(sidecar);
    await until('the index', async () => (await run<Result[]>('list')).length >= 2);
    const [target = ''] = await hoversAt(document, `target: ${claim.id}`.slice(0, 7));
    assert.match(target, /id of the annotation/);
    const texts = await hoversIn(document, `target: ${claim.id}`);
    assert.match(texts.join('\n'), /\*\*claim\*\* · \*\*The guild\*\* · ▲ favor/);
    assert.match(texts.join('\n'), /the old bridge will fall soon/);
    const [topic = ''] = await hoversIn(document, 'topic: old-bridge');
    assert.match(topic, /The old bridge will fall/);
    const [speaker = ''] = await hoversIn(document, 'speaker: 王芳');
    assert.match(speaker, /Wang Fang · 芳姐/);
    assert.match(speaker, /桥梁院/);
  });

  it('goes to the passage, the other end of a link, and the codebook; and back', async () => {
    const { document } = await open(sidecar);
    const definition = async (words: string) =>
      placesOf('vscode.executeDefinitionProvider', document, words);
    assert.deepEqual(await definition(rebuttal.id), [`${article}: 桥还能用二十年`]);
    assert.deepEqual(await definition('exact: 桥还'), [`${article}: 桥还能用二十年`]);
    assert.deepEqual(await definition(`${claim.id}}`), [
      `${article}: the old bridge will fall soon`,
    ]);
    assert.deepEqual(await definition('speaker: 王芳'), ['claims.codebook.yaml: 王芳']);
    assert.deepEqual(await definition('topic: old-bridge'), ['claims.codebook.yaml: old-bridge']);
    assert.deepEqual(
      await placesOf('vscode.executeDeclarationProvider', document, `${claim.id}}`),
      [`${sidecar}: ${claim.id}`],
    );

    await open(article);
    await run('showInSidecar', { id: rebuttal.id });
    const shown = vscode.window.activeTextEditor;
    assert.equal(shown?.document.uri.toString(), file(sidecar).toString());
    assert.match(
      shown.document.lineAt(shown.selection.start.line).text,
      new RegExp(`id: ${rebuttal.id}`),
    );
  });

  it('finds who links to an annotation, and where a speaker is named', async () => {
    await write('other.md', 'Wang Fang denies it all. So does everybody.\n');
    const other = await annotate('other.md', 'denies it all', {
      speaker: '王芳',
      links: [{ type: 'rebuts', target: claim.id }],
    });
    const { document } = await open(sidecar);
    const references = async (words: string) =>
      (await placesOf('vscode.executeReferenceProvider', document, words)).sort();
    assert.deepEqual(
      await references(claim.id),
      [
        `${sidecar}: ${claim.id}`,
        `${sidecar}: ${claim.id}`,
        `other.md.claims.yaml: ${claim.id}`,
      ].sort(),
    );
    assert.deepEqual(
      await references('speaker: 王芳'),
      [
        'claims.codebook.yaml: Wang Fang',
        'claims.codebook.yaml: 王芳',
        'claims.codebook.yaml: 芳姐',
        `${sidecar}: 王芳`,
        'other.md.claims.yaml: 王芳',
      ].sort(),
    );
    assert.equal(other.article, 'other.md');
  });

  it('renames a speaker in place, in all sidecars and the codebook, as one step', async () => {
    await write('other.md', 'Wang Fang denies it all.\n');
    await annotate('other.md', 'denies it all', { speaker: '王芳' });
    const { document } = await open('claims.codebook.yaml');
    const before = await Promise.all(
      [sidecar, 'other.md.claims.yaml', 'claims.codebook.yaml'].map(read),
    );
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      rangeOf(document, '王芳').start,
      '王芳（桥）',
    );
    assert.equal(edit.size, 0, 'it is done already');
    assert.match(await read(sidecar), /speaker: 王芳（桥）/);
    assert.match(await read('other.md.claims.yaml'), /speaker: 王芳（桥）/);
    assert.match(await read('claims.codebook.yaml'), /name: 王芳（桥）/);
    await run('undo');
    const after = await Promise.all(
      [sidecar, 'other.md.claims.yaml', 'claims.codebook.yaml'].map(read),
    );
    assert.deepEqual(after, before);
    await assert.rejects(
      vscode.commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        rangeOf(document, '芳姐').start,
        'x',
      ) as Promise<unknown>,
    );
  });

  it('has an outline with speaker and first words, and folds annotations', async () => {
    const { document } = await open(sidecar);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.find(({ name }) => name === 'annotations')?.children.map(({ name }) => name),
      ['The guild: the old bridge will fall soon', '王芳: 桥还能用二十年'],
    );
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const line = rangeOf(document, `- id: ${rebuttal.id}`).start.line;
    assert.equal(folds.find(({ start }) => start === line)?.end, document.lineCount - 2);
  });
});
