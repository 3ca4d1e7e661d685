import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { describePassage } from '../../../src/core/placing/describePassage';
import { insertAnnotation, newSidecar } from '../../../src/core/sidecar/editSidecar';
import { CodePointMap } from '../../../src/core/text/codePoints';
import type { TestApi } from '../../../src/extension';
import { annotate, file, open, read, run, until, write } from '../support';

const COUNT = 150;
const WORDS = ['灯塔每晚亮两次', 'the lamp is lit twice a night', '守夜人说油不够了'];
const textOf = (n: number) => `# 第${n}夜\n\n${WORDS.join('。\n\nNote: ')}。\n`;
/** Some in a folder of their own; in new folders within new folders, watchers miss much. */
const name = (n: number) => (n % 7 === 2 ? `第2组/night${n}.md` : `night${n}.md`);

/** A sidecar with an annotation of each of some words, as another program writes it. */
function sidecarOf(n: number, speaker: string): string {
  const text = textOf(n);
  const map = new CodePointMap(text);
  return WORDS.reduce((present, exact, i) => {
    const start = text.indexOf(exact);
    const passages = [describePassage(text, { start, end: start + exact.length }, map)];
    return insertAnnotation(present, i, { id: `n${n}w${i}`, role: 'claim', speaker, passages });
  }, newSidecar()).text;
}

describe('hundreds of sidecars that nobody works on', () => {
  let services: TestApi['services'];
  let changes = 0;
  let listener: vscode.Disposable;

  const countOf = (speaker: string) =>
    [...services.index.corpus.all()].filter(({ annotation }) => annotation.speaker === speaker)
      .length;
  const isIdle = () => Object.keys(services.index.progress).length === 0;
  const problemsOf = (n: number) => vscode.languages.getDiagnostics(file(`${name(n)}.claims.yaml`));

  async function writeAll(speaker: string, from = 0): Promise<void> {
    for (let n = from; n < COUNT; n++) await write(`${name(n)}.claims.yaml`, sidecarOf(n, speaker));
  }

  before(async function () {
    this.timeout(60_000);
    const extension = vscode.extensions.getExtension<TestApi>('claim-annotator.claim-annotator');
    services = (await extension?.activate())?.services as TestApi['services'];
    await services.index.loadWorkspace();
    listener = services.index.onDidChange(() => (changes += 1));
    await vscode.workspace.fs.createDirectory(file('第2组'));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    for (let n = 0; n < COUNT; n++) await write(name(n), textOf(n));
    await writeAll('守灯人');
    await until('all to be read', () => countOf('守灯人') === COUNT * 3, 30_000);
    await until('all to be looked into', isIdle, 30_000);
  });

  after(async () => {
    listener.dispose();
    for (let n = 0; n < COUNT; n++)
      for (const ending of ['', '.claims.yaml'])
        await vscode.workspace.fs.delete(file(`${name(n)}${ending}`));
    await vscode.workspace.fs.delete(file('第2组'), { recursive: true });
    await until('all to be gone', () => countOf('守灯人') === 0 && countOf('Keeper') === 0);
  });

  it('are known, looked into, and not held as whole files', () => {
    const items = services.index.corpus.ofArticle(file(name(3)).toString());
    assert.deepEqual(
      items.map(({ annotation, state }) => [annotation.passages[0]?.exact, state]),
      WORDS.map((exact) => [exact, 'anchored']),
    );
    const held = services.sidecars.articles().filter(({ path }) => /night\d+\.md$/.test(path));
    assert.deepEqual(held, []);
  });

  it('are read again when another program changes them all, and told in few events', async () => {
    const before = changes;
    await writeAll('Keeper', 50);
    await until('the new speaker', () => countOf('Keeper') === (COUNT - 50) * 3, 15_000);
    assert.equal(countOf('守灯人'), 150);
    assert.ok(changes - before < 60, `${changes - before} events for ${COUNT - 50} sidecars`);
  });

  it('tell of lost words at the entry’s line, before and after the sidecar is opened', async () => {
    await write(name(60), textOf(60).replace(WORDS[1] ?? '', ''));
    const [lost] = await until('the problem', () =>
      problemsOf(60).length > 0 ? problemsOf(60) : undefined,
    );
    const lines = (await read(`${name(60)}.claims.yaml`)).split('\n');
    assert.match(lines[lost?.range.start.line ?? 0] ?? '', /id: n60w1/);
    assert.equal(services.sidecars.isKnown(file(name(60)).toString()), false);

    const editor = await open(`${name(60)}.claims.yaml`);
    const held = await until('the sidecar to be held', () => services.sidecars.get(file(name(60))));
    assert.equal(held.problems.length, 0);
    const [there] = await until('the problem with its column', () =>
      problemsOf(60).some(({ range }) => range.start.character > 0) ? problemsOf(60) : undefined,
    );
    assert.equal(there?.range.start.line, lost?.range.start.line);
    assert.equal(there?.message, lost?.message);
    assert.match(editor.document.lineAt(there?.range.start.line ?? 0).text, /id: n60w1/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await write(name(60), textOf(60));
    await until('the problem to go', () => problemsOf(60).length === 0);
  });

  it('say where one of them is broken, and lose it only until it is mended', async () => {
    await write(`${name(70)}.claims.yaml`, 'annotations: [');
    await until('the problem', () => problemsOf(70).length > 0);
    assert.equal(services.index.corpus.ofArticle(file(name(70)).toString()).length, 0);
    await write(`${name(70)}.claims.yaml`, sidecarOf(70, 'Keeper'));
    await until('the annotations', () => services.index.corpus.hasId('n70w2'));
    await until('no problem', () => problemsOf(70).length === 0);
  });

  it('are left alone while looking into articles is stopped, and looked into later', async () => {
    await run('stopChecking', {});
    await write(name(80), textOf(80).replace(WORDS[2] ?? '', ''));
    await until('it to wait', () => services.index.progress.checking?.isStopped);
    assert.deepEqual(problemsOf(80), []);
    await run('goOnChecking', {});
    await until('the problem', () => problemsOf(80).length === 1);
    await write(name(80), textOf(80));
    await until('it to go', () => problemsOf(80).length === 0);
  });

  it('are changed by id, and let go of again: with places, and with undo', async () => {
    for (let n = 0; n < 90; n++) await run('edit', { id: `n${n}w0`, changes: { stance: 'favor' } });
    const held = services.sidecars.articles().filter(({ path }) => /night\d+\.md$/.test(path));
    assert.ok(held.length <= 70, `${held.length} are held`);
    const [item] = services.index.corpus.withId('n1w0');
    assert.equal(item?.annotation.stance, 'favor');
    assert.match(await read(`${name(1)}.claims.yaml`), /stance: favor/);
    for (let n = 0; n < 90; n++) await run('undo', {});
    assert.doesNotMatch(await read(`${name(1)}.claims.yaml`), /stance/);
    await until('the index to say so', () => {
      const [now] = services.index.corpus.withId('n1w0');
      return now !== undefined && now.annotation.stance === undefined;
    });
  });

  it('keep the context of passages when one is changed that was only listed', async () => {
    const before = await read(`${name(140)}.claims.yaml`);
    const [item] = services.index.corpus.withId('n140w1');
    assert.ok(item);
    assert.equal(item.annotation.passages[0]?.prefix, undefined, 'lists don’t need it');
    await run('edit', { id: 'n140w1', changes: { note: '注' } });
    const after = await read(`${name(140)}.claims.yaml`);
    assert.equal(after.match(/prefix:/g)?.length, before.match(/prefix:/g)?.length);
    assert.match(after, /note: 注/);
  });

  it('follow when a folder goes and comes back', async () => {
    const all = services.index.corpus.size;
    await vscode.workspace.fs.rename(file('第2组'), file('away2'));
    const countIn = (article: string) =>
      services.index.corpus.ofArticle(file(article).toString()).length;
    await until(
      'the folder’s new place, and no other',
      () => countIn('away2/night2.md') === 3 && services.index.corpus.size === all,
    );
    assert.equal(countIn(name(2)), 0);
    await vscode.workspace.fs.rename(file('away2'), file('第2组'));
    await until(
      'it to be back',
      () => services.index.corpus.size === all && services.index.corpus.hasId('n2w0'),
    );
  });

  it('are open to annotating as any other', async () => {
    const made = await annotate(name(100), 'Note: ', { speaker: 'Keeper' });
    assert.equal(made.state, 'anchored');
    assert.equal(services.index.corpus.ofArticle(file(name(100)).toString()).length, 4);
    await run('undo', {});
    await until('it to go', () => services.index.corpus.withId(made.id).length === 0);
  });
});
