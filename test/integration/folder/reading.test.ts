import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { annotate, closeAll, file, open, rangeOf, until, write } from '../support';
import { change, fixesFor, problemsOf } from './sidecars';

const TEXT = '上周的会上，甲方说：“桥要先修，钱以后再说。”没有人反对。\n\n第二天下雨了。\n';

describe('reading', () => {
  afterEach(closeAll);

  it('has clause, sentence, quotation and paragraph for Expand Selection', async () => {
    const document = await vscode.workspace.openTextDocument(await write('expand.md', TEXT));
    const { start } = rangeOf(document, '先修');
    const [smallest] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [start],
    );
    const ladder: string[] = [];
    for (let range = smallest; range !== undefined; range = range.parent)
      ladder.push(document.getText(range.range));
    for (const words of [
      '桥要先修',
      '桥要先修，钱以后再说。',
      '“桥要先修，钱以后再说。”',
      TEXT.split('\n')[0],
    ])
      assert.ok(ladder.includes(words ?? ''), `${String(words)} is in ${JSON.stringify(ladder)}`);
    const lengths = ladder.map((words) => words.length);
    assert.deepEqual(
      lengths,
      [...lengths].sort((a, b) => a - b),
    );
  });

  it('shows articles without highlights of selections, and sidecars without boxes around signs', () => {
    const of = (name: string, languageId: string) =>
      vscode.workspace.getConfiguration('editor', { uri: file(name), languageId });
    for (const language of ['markdown', 'plaintext']) {
      assert.equal(of('a.md', language).get('selectionHighlight'), false);
      assert.equal(of('a.md', language).get('occurrencesHighlight'), 'off');
    }
    const boxes = of('a.md.claims.yaml', 'claims-yaml').get('unicodeHighlight.ambiguousCharacters');
    assert.equal(boxes, false);
  });

  it('warns of values that no codebook has, and says which was meant', async () => {
    await write('unknown-values.md', TEXT);
    await annotate('unknown-values.md', '没有人反对', { stance: 'against' });
    change('unknown-values.md.claims.yaml', 'stance: against', 'stance: agianst');
    const problem = await until('the problem', () =>
      problemsOf('unknown-values.md.claims.yaml').find(({ message }) =>
        message.includes('agianst'),
      ),
    );
    assert.match(
      problem.message,
      /The stance “agianst” is not in the codebook\. Did you mean “against”\?/,
    );
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
  });

  it('shows changed words in Problems as information, with what can be done', async () => {
    await write('changed-words.md', TEXT);
    await annotate('changed-words.md', '桥要先修，钱以后再说');
    await write('changed-words.md', TEXT.replace('以后', '过些时候'));
    await open('changed-words.md');
    const problem = await until('the problem', () =>
      problemsOf('changed-words.md.claims.yaml').find(({ code }) => code === 'changed'),
    );
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Information);
    const actions = await fixesFor('changed-words.md.claims.yaml', /was found, but other words/);
    for (const title of ['Accept the present words', 'Show it in the article'])
      assert.ok(
        actions.some((action) => action.title === title),
        title,
      );
  });
});
