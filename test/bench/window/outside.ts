/** Runs inside VS Code's extension host while other programs change all files of the workspace. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as vscode from 'vscode';
import { CorpusView } from '../../../src/core/corpus/view/corpusView';
import type { TestApi } from '../../../src/extension';
import { BRANCH_SPEAKER } from './branches';
import { pause, watched } from './clock';
import { FIGURES_PREFIX, type OutsideFigures, type Watched } from './figures';

/** So long nothing else may come before all is taken for done, in milliseconds. */
const CALM = 8_000;
/** What takes longer than that never comes to its end, in milliseconds. */
const PATIENCE = 180_000;

/** What VS Code calls once the window is up. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<TestApi>('claim-annotator.claim-annotator');
  if (extension === undefined) throw new Error('The extension is not there.');
  const { services } = await extension.activate();
  const { index } = services;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  await vscode.commands.executeCommand('claimAnnotator.annotations.focus');
  await index.loadWorkspace();
  const isIdle = () => Object.keys(index.progress).length === 0;
  await until(isIdle);
  await pause(5_000);
  const { corpus } = index;
  const [articles, annotations] = [corpus.articleKeys().length, corpus.size];

  const program = async (name: string, ...args: readonly string[]) => {
    const child = spawn(name, args, { cwd: folder, stdio: 'inherit' });
    const [code] = (await once(child, 'exit')) as [number | null];
    assert.equal(code, 0, `${name} ${args.join(' ')}`);
  };
  const during = async (change: () => Promise<void>, isRight: () => boolean): Promise<Watched> => {
    let right = 0;
    const { blocks, milliseconds } = await watched(async () => {
      await change();
      await until(isRight);
      right = performance.now();
      // What follows from it belongs to it.
      await until(isIdle);
      await pause(CALM);
    });
    assert.ok(isRight(), 'it is still right afterwards');
    return { blocks, milliseconds: milliseconds - (performance.now() - right) };
  };
  const bySpeaker = new CorpusView(corpus, 'speaker', {}, { publishedOf: () => undefined });
  const branchCount = () => {
    Array.from(bySpeaker.fill());
    return bySpeaker.countOf(BRANCH_SPEAKER);
  };
  const checkout = (branch: string) => program('git', 'checkout', '-q', branch);

  // To count groups takes as long as what is measured: that is done once it is over.
  const changed = await during(
    () => checkout('changed'),
    () => corpus.size === annotations + articles,
  );
  assert.equal(branchCount(), articles);
  const back = await during(
    () => checkout('main'),
    () => corpus.size === annotations,
  );
  assert.equal(branchCount(), 0);
  const lost = await during(
    () => checkout('lost'),
    () => corpus.missingCount === articles,
  );
  const found = await during(
    () => checkout('main'),
    () => corpus.missingCount === 0,
  );
  const figures: OutsideFigures = { changed, back, lost, found };
  console.log(FIGURES_PREFIX + JSON.stringify(figures));
}

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`It never became so: ${String(isSo)}`);
    await pause(100);
  }
}
