/** Runs inside VS Code's extension host, and times a speaker's renaming in 500 sidecars. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../../src/extension';
import { pause, watched } from './clock';
import { FIGURES_PREFIX, type RenamingFigures } from './figures';
import { RENAMED, RENAMED_IN_EACH, RENAMED_SIDECARS, RENAMED_TO } from './oneSpeaker';

const ALL = RENAMED_SIDECARS * RENAMED_IN_EACH;

/** What VS Code calls once the window is up. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<TestApi>('claim-annotator.claim-annotator');
  if (extension === undefined) throw new Error('The extension is not there.');
  const { services } = await extension.activate();
  const { index } = services;
  await vscode.commands.executeCommand('claimAnnotator.annotations.focus');
  await index.loadWorkspace();
  while (Object.keys(index.progress).length > 0) await pause(200);
  await pause(3_000);
  const args = { from: RENAMED, to: RENAMED_TO };
  const renamed = await watched(async () => {
    const result = await vscode.commands.executeCommand('claimAnnotator.renameSpeaker', args);
    assert.deepEqual(result, { annotations: ALL, articles: RENAMED_SIDECARS });
  });
  await pause(3_000);
  const undone = await watched(() =>
    Promise.resolve(vscode.commands.executeCommand('claimAnnotator.undo')),
  );
  const figures: RenamingFigures = { renamed, undone };
  console.log(FIGURES_PREFIX + JSON.stringify(figures));
}
