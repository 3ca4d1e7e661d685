import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { packArticles } from '../../../src/core/corpus/packed/packArticles';
import type { TestApi } from '../../../src/extension';
import { AnnotationIndex } from '../../../src/workspace/annotations/annotationIndex';
import { IndexWatcher } from '../../../src/workspace/annotations/indexWatcher';
import { ArticlePlaces } from '../../../src/workspace/articles/articlePlaces';
import type { CorpusReader, SidecarsRead } from '../../../src/workspace/corpus/corpusReader';
import { HeldSidecars } from '../../../src/workspace/corpus/heldSidecars';
import { file, until } from '../support';

const NOTHING: SidecarsRead = {
  packed: packArticles([]),
  found: [],
  careful: [],
  gone: [],
  stale: [],
  done: 0,
  total: 0,
};

/** What is read of the sidecar of an article. */
function readOf(key: string): SidecarsRead {
  const passages = [{ exact: 'words' }];
  const annotations = [{ id: 'ghost1', role: 'claim', passages }];
  const packed = packArticles([{ name: key, metadata: {}, annotations, lines: [2] }]);
  return { ...NOTHING, packed, found: ['missing'] };
}

describe('what happens to sidecars while they are on their way', () => {
  const ghost = file('ghosts/inner/a.md').toString();
  let owned: { dispose(): unknown }[] = [];
  let looks = 0;
  let isThere = true;
  /** Hands over what was read of the ghost. */
  let handOver: () => void = () => undefined;

  /** An index of its own, which reads from a reader that keeps it waiting. */
  async function indexOf() {
    const extension = vscode.extensions.getExtension<TestApi>('claim-annotator.claim-annotator');
    const services = (await extension?.activate())?.services as TestApi['services'];
    const { sidecars, open, closed, codebooks, logError } = services;
    const events = {
      create: new vscode.EventEmitter<vscode.Uri>(),
      change: new vscode.EventEmitter<vscode.Uri>(),
      delete: new vscode.EventEmitter<vscode.Uri>(),
    };
    const reader: CorpusReader = {
      prepare: () => undefined,
      readAll: async (_folders, take) => {
        await new Promise<void>((resolve) => (handOver = resolve));
        take(readOf(ghost));
      },
      readChanged: (_folders, take) => {
        looks += 1;
        take(isThere ? NOTHING : { ...NOTHING, gone: [ghost] });
        return Promise.resolve();
      },
      readSome: () => Promise.resolve(),
      check: () => Promise.resolve(),
      dispose: () => undefined,
    };
    const places = new ArticlePlaces(sidecars, open, closed);
    const held = new HeldSidecars(sidecars, open, closed);
    const index = new AnnotationIndex(sidecars, places, held, codebooks, reader, logError);
    const files = {
      onDidCreate: events.create.event,
      onDidChange: events.change.event,
      onDidDelete: events.delete.event,
    };
    const watcher = new IndexWatcher(index, sidecars, open, files, logError);
    owned = [places, index, watcher, ...Object.values(events)];
    return { index, events };
  }

  beforeEach(() => {
    looks = 0;
    isThere = true;
  });
  afterEach(() => {
    for (const one of owned) one.dispose();
  });

  it('they vanish by themselves where their folder is deleted meanwhile', async () => {
    const { index, events } = await indexOf();
    const loading = index.loadWorkspace();
    await until('it to be read', () => index.isReading);
    isThere = false;
    events.delete.fire(file('ghosts'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    handOver();
    await loading;
    await until('the ghost to vanish', () => looks > 0 && !index.corpus.hasId('ghost1'), 2_000);
  });

  it('it is looked at all, now and when all is calm, where very much changes', async () => {
    const { index, events } = await indexOf();
    const loading = index.loadWorkspace();
    await until('it to be read', () => index.isReading);
    handOver();
    await loading;
    assert.ok(index.corpus.hasId('ghost1'));
    for (let n = 0; n < 60; n++) events.change.fire(file(`articles/unknown${n}.md`));
    await until('a look', () => looks > 0, 2_000);
    isThere = false;
    await until('the other one', () => !index.corpus.hasId('ghost1'), 6_000);
  });
});
