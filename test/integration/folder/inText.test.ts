import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { annotate, closeAll, file, open, read, run, until, write, type Result } from '../support';

const ARTICLE = 'inText.md';
const PLAIN = 'inText.txt';
const TEXT =
  '# 渡口 $(edit)\n\n船工说：“渡口不能关。”镇长说桥修好了。\n\n## 后来\n\n无人过河。\n\n## 空\n\n完。\n';

const configuration = () => vscode.workspace.getConfiguration('claimAnnotator');

/** What symbols say, as nested names. */
type Names = (string | [string, Names])[];
function names(symbols: readonly vscode.DocumentSymbol[]): Names {
  return symbols.map(({ name, detail, children }) =>
    children.length > 0 ? [name, names(children)] : detail === '' ? name : `${name} (${detail})`,
  );
}
const symbolsOf = async (name: string) =>
  (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    file(name),
  )) ?? [];

describe('what stands in the text of an article', () => {
  const made: Result[] = [];
  before(async () => {
    await write(ARTICLE, TEXT);
    await write(PLAIN, 'Ferries\n=======\n\nNobody came.\n');
    await open(ARTICLE);
    made.push(
      await annotate(ARTICLE, '渡口不能关', { speaker: '老周 $(x)', stance: 'against' }),
      await annotate(ARTICLE, '桥修好了', { speaker: '镇长', stance: 'favor', role: 'rebuttal' }),
      await annotate(ARTICLE, '无人过河', { role: 'evidence' }),
    );
  });
  after(async () => {
    for (const name of ['lineHints.enabled', 'codeLens.enabled'])
      await configuration().update(name, undefined, vscode.ConfigurationTarget.Global);
    for (const { id } of made) await run('delete', { id });
    await closeAll();
  });

  it('is in the outline under its headings, beside Markdown’s own', async function () {
    // The extension for Markdown takes its time to start.
    this.timeout(50_000);
    let seen: Names = [];
    const isThere = (name: string) => seen.some((one) => Array.isArray(one) && one[0] === name);
    const isComplete = async () => {
      seen = names(await symbolsOf(ARTICLE));
      // It follows what was tagged last some tenths of a second later.
      const isLast = JSON.stringify(seen).includes('无人过河');
      return isLast && isThere('渡口 $\u200b(edit)') && isThere('# 渡口 $(edit)');
    };
    await until('the outline', isComplete, 40_000).catch((error: unknown) => {
      throw new Error(`Other symbols: ${JSON.stringify(seen)}`, { cause: error });
    });
    const symbols = seen;
    const ours = symbols.filter((one) => Array.isArray(one) && !one[0].startsWith('#'));
    assert.deepEqual(ours, [
      [
        '渡口 $\u200b(edit)',
        [
          '渡口不能关 (老周 $\u200b(x) · claim · ▼ against)',
          '桥修好了 (镇长 · rebuttal · ▲ favor)',
          ['后来', ['无人过河 (No speaker · evidence)']],
        ],
      ],
    ]);
  });

  it('is in the outline of plain text, and no more once it is deleted', async () => {
    await open(PLAIN);
    const { id } = await annotate(PLAIN, 'Nobody came.');
    await until('the outline', async () => {
      const all = names(await symbolsOf(PLAIN));
      return JSON.stringify(all) === '[["Ferries",["Nobody came. (No speaker · claim)"]]]';
    });
    await run('delete', { id });
    await until('no outline', async () => (await symbolsOf(PLAIN)).length === 0);
    await open(ARTICLE);
  });

  it('says who speaks at line ends, if that is wished for', async () => {
    const hints = (range = new vscode.Range(0, 0, 20, 0)) =>
      vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        file(ARTICLE),
        range,
      );
    assert.deepEqual(await hints(), []);
    await configuration().update('lineHints.enabled', true, vscode.ConfigurationTarget.Global);
    const shown = await until('the hints', async () => {
      const all = await hints();
      return all.length > 0 ? all : undefined;
    });
    const labels = shown.map(({ position, label }) => [
      position.line,
      (label as vscode.InlayHintLabelPart[]).map(({ value }) => value).join(''),
    ]);
    assert.deepEqual(labels, [
      [2, '老周 $\u200b(x) ▼ · 镇长 ▲'],
      [6, 'No speaker'],
    ]);
    assert.equal((await hints(new vscode.Range(4, 0, 8, 0))).length, 1);
  });

  it('stands above its paragraph, if that is wished for: a click edits', async () => {
    const lenses = () =>
      vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        file(ARTICLE),
        100,
      );
    assert.deepEqual(await lenses(), []);
    await configuration().update('codeLens.enabled', true, vscode.ConfigurationTarget.Global);
    const shown = await until('the lenses', async () => {
      const all = await lenses();
      return all.length > 0 ? all : undefined;
    });
    assert.deepEqual(
      shown.map(({ range, command }) => [range.start.line, command?.title]),
      [
        [2, '老周 $\u200b(x) · claim · ▼ against'],
        [2, '镇长 · rebuttal · ▲ favor'],
        [6, 'No speaker · evidence'],
      ],
    );
    assert.deepEqual(
      [shown[1]?.command?.command, (shown[1]?.command?.arguments?.[0] as { id: string }).id],
      ['claimAnnotator.edit', made[1]?.id],
    );
  });

  it('isn’t typed into under the reading lock, but tagged', async () => {
    const { document } = await open(ARTICLE);
    await vscode.commands.executeCommand('claimAnnotator.startReadingLock');
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(document.getText(), TEXT);
    const tagged = await annotate(ARTICLE, '完');
    assert.match(await read(`${ARTICLE}.claims.yaml`), /exact: 完\n/);
    await run('delete', { id: tagged.id });
    await vscode.commands.executeCommand('claimAnnotator.leaveReadingLock');
    await vscode.commands.executeCommand('type', { text: 'x' });
    await until('the letter', () => document.getText() !== TEXT);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
