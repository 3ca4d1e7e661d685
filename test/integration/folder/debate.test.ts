import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { TestApi } from '../../../src/extension';
import { TableEdits } from '../../../src/features/debate/table/tableEdits';
import { TableSession } from '../../../src/features/debate/table/tableSession';
import { annotate, closeAll, file, read, run, until, write } from '../support';

const A = 'debate/a.md';
const B = 'debate/b.md';
const FILTER = { article: ['debate/*'] };

describe('the debate’s tab', () => {
  let services: TestApi['services'];
  let table: TableSession;
  let ids: string[];
  const sidecar = (name: string) => read(`${name}.claims.yaml`);
  const refTo = (name: string, n: number) => ({ article: file(name).toString(), id: ids[n] ?? '' });
  const speakers = () => {
    const { version, lines } = table.info;
    return table
      .lines({ version, from: 0, count: lines })
      .lines.map((line) => (line.kind === 'row' ? line.cells.speaker : line.label));
  };

  before(async () => {
    const extension = vscode.extensions.getExtension<TestApi>('claim-annotator.claim-annotator');
    services = (await extension?.activate())?.services as TestApi['services'];
    await write(A, '---\ndate: 2024-05-06\n---\n\n甲方说要修。乙方说不修。\n');
    await write(B, 'The other side waits.\n');
    ids = [
      (await annotate(A, '甲方说要修', { speaker: '甲方' })).id,
      (await annotate(A, '乙方说不修', { speaker: '乙方' })).id,
      (await annotate(B, 'The other side waits', { speaker: 'Bo' })).id,
    ];
    table = new TableSession(services, () => FILTER);
  });
  afterEach(closeAll);

  it('is opened by the command, once', async () => {
    await run('showDebate');
    await run('showDebate');
    const ours = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(
          ({ input }) =>
            input instanceof vscode.TabInputWebview &&
            input.viewType.endsWith('claimAnnotator.debate'),
        );
    await until('the tab', () => ours().length > 0);
    assert.equal(ours().length, 1);
  });

  it('has rows sorted and grouped as they are asked for, and takes changes over', async () => {
    await table.show({ order: [{ column: 'speaker', descending: true }], filters: {} });
    assert.equal(table.info.count, 3);
    assert.equal(speakers()[2], 'Bo');
    await services.editor.changeFields(file(B), ids[2] ?? '', { speaker: '丙方' });
    await table.takeOver({ articles: new Set([file(B).toString()]), annotations: 'many' });
    assert.deepEqual([...speakers()].sort(), ['丙方', '乙方', '甲方'].sort());
    await table.show({ order: [], groupBy: 'article', filters: {} });
    assert.equal(table.info.lines, 5);
  });

  it('writes what is typed into cells, in one row or in all that are selected', async () => {
    const edits = new TableEdits(services);
    await edits.editOne('stance', refTo(A, 0), 'favor');
    await edits.editOne('date', refTo(A, 0), '5月3日');
    await edits.editOne('tags', refTo(A, 0), '费用、cost');
    assert.match(
      await sidecar(A),
      /stance: favor\n[^]*\n {4}date: "2024-05-03"\n {4}tags: \[费用, cost\]\n/,
    );
    await assert.rejects(edits.editOne('stance', refTo(A, 0), 'maybe'), /maybe/);
    await assert.rejects(edits.editOne('date', refTo(A, 0), 'soon'), /soon/);
    await table.show({ order: [], filters: {} });
    await table.select({ how: 'all', from: 0, to: 0 });
    assert.equal(table.info.selected, 3);
    await edits.editMany('topic', await table.selectedRefs(), '修桥');
    await until(
      'the topic of all',
      async () =>
        (await sidecar(A)).split('topic: 修桥').length === 3 && (await sidecar(B)).includes('修桥'),
    );
    await run('undo');
    assert.doesNotMatch((await sidecar(A)) + (await sidecar(B)), /修桥/);
  });
});
