/** Runs inside VS Code's extension host, beside the extension, and times it. */
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { findRows } from '../../../src/core/corpus/query/findRows';
import { groupRows } from '../../../src/core/corpus/query/group';
import { CorpusView } from '../../../src/core/corpus/view/corpusView';
import type { TestApi } from '../../../src/extension';
import { median } from '../measure';
import { activeDuring, memory, pause, watched } from './clock';
import { FIGURES_PREFIX, type WindowFigures } from './figures';

/** Whether to see how memory grows: set when this is bundled. */
declare const LONG_DAY: boolean;

/** How many annotations are made, changed and deleted. */
const EDITS = 15;

/** What VS Code calls once the window is up. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<TestApi>('claim-annotator.claim-annotator');
  if (extension === undefined) throw new Error('The extension is not there.');
  const api = await extension.activate();
  const { index } = api.services;
  const figures: Partial<Record<keyof WindowFigures, unknown>> = {};
  figures.idle = (await watched(() => pause(3_000))).blocks;

  const before = memory();
  const loading = await watched(async () => {
    await vscode.commands.executeCommand('claimAnnotator.annotations.focus');
    await index.loadWorkspace();
  });
  figures.load = loading.milliseconds;
  figures.loadBlocks = loading.blocks;
  await pause(1_000);
  figures.megabytes = memory() - before;

  const checking = await watched(async () => {
    while (index.progress.checking !== undefined) await pause(200);
  });
  figures.check = checking.milliseconds;
  figures.checkBlocks = checking.blocks;
  await pause(2_000);

  figures.annotations = index.corpus.size;
  figures.group = await timeGroup(api);
  figures.regroup = timeRegrouping(api);
  figures.edits = await timeEdits(api);
  if (LONG_DAY) figures.growth = await growthOverADay(api);
  console.log(FIGURES_PREFIX + JSON.stringify(figures));
}

async function timeEdits(api: TestApi): Promise<WindowFigures['edits']> {
  const [uri] = await vscode.workspace.findFiles('**/*.md', null, 1);
  if (uri === undefined) throw new Error('There is no article.');
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  await pause(1_000);
  const [make, change, remove] = [[], [], []] as [number[], number[], number[]];
  for (let i = 0; i < EDITS; i++) {
    const start = document.getText().length - 30 - i;
    const ranges = [{ start, end: start + 6 }];
    let id = '';
    make.push(
      await activeDuring(async () => {
        const made = await api.annotate({
          uri,
          ranges,
          role: 'claim',
          speaker: '新说话人',
          stance: null,
        });
        id = made?.id ?? '';
      }),
    );
    const changes = { stance: 'favor' };
    change.push(await activeDuring(() => command('edit', { uri, id, changes })));
    remove.push(await activeDuring(() => command('delete', { uri, id })));
  }
  return { make: median(make), change: median(change), remove: median(remove) };
}

/** Shows the first annotation of the smallest group that has a thousand, or the largest one. */
async function timeGroup(api: TestApi): Promise<number> {
  const { corpus } = api.services.index;
  const view = new CorpusView(corpus, 'speaker', {}, { publishedOf: () => undefined });
  Array.from(view.fill());
  const groups = view.values().sort((a, b) => view.countOf(a) - view.countOf(b));
  const speaker = groups.find((one) => view.countOf(one) >= 1_000) ?? groups.at(-1);
  const [item] = view.itemsOf(speaker);
  if (item === undefined) throw new Error('There is no annotation.');
  // To read the annotation's own sidecar isn't part of it.
  await api.services.sidecars.loadSidecar(item.uri);
  await pause(500);
  return activeDuring(() => command('showInSidebar', { uri: item.uri, id: item.annotation.id }));
}

function timeRegrouping(api: TestApi): number {
  const { corpus } = api.services.index;
  const context = { corpus, publishedOf: () => undefined };
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    groupRows(findRows(corpus, {}, context), 'topic', context);
    return performance.now() - start;
  });
  return median(times);
}

/** How much more memory is kept after a long day than after its first hour, as a share. */
async function growthOverADay(api: TestApi): Promise<number> {
  const { corpus } = api.services.index;
  const articles = corpus.articleKeys().slice(0, 200);
  const work = async (edits: number, opened: number) => {
    for (let i = 0; i < edits; i++) {
      const items = corpus.ofArticle(articles[i % articles.length] ?? '');
      const { uri, annotation } = items[i % items.length] ?? {};
      if (annotation !== undefined)
        await command('edit', { uri, id: annotation.id, changes: { note: `${i}` } });
    }
    for (const key of articles.slice(0, opened)) {
      await vscode.window.showTextDocument(vscode.Uri.parse(key));
      await pause(20);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    }
    await pause(3_000);
    return memory();
  };
  const first = await work(200, 20);
  return (await work(2_000, 200)) / first - 1;
}

async function command(name: string, argument: object): Promise<void> {
  await vscode.commands.executeCommand(`claimAnnotator.${name}`, argument);
}
