import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { TestApi } from '../../../src/extension';
import { annotate, closeAll, exists, file, read, run, until, write, type Result } from '../support';

const A = 'desk/a.md';
const B = 'desk/b.md';
const TEXT =
  '# 桥\n\n甲方说：“桥要先修。”乙方不同意。\n\nThe bridge can wait, said the other side.\n';
const BOOK = 'claims.codebook.yaml';

const { rejects } = assert;

describe('the analyst’s desk', () => {
  let services: TestApi['services'];
  const sidecarOf = (name: string) => read(`${name}.claims.yaml`);

  before(async () => {
    const extension = vscode.extensions.getExtension<TestApi>('claim-annotator.claim-annotator');
    services = (await extension?.activate())?.services as TestApi['services'];
    await write(A, TEXT);
    await write(B, TEXT);
  });
  afterEach(closeAll);
  after(async () => {
    await run('filter', { filter: null });
    await run('groupBy', { by: 'speaker' });
    await run('chooseTopic', { topic: null });
  });

  it('gives new annotations the topic that is chosen: the article’s, else the last one', async () => {
    await run('chooseTopic', { topic: '桥先修', uri: file(A) });
    assert.equal((await annotate(A, '桥要先修')).topic, '桥先修');
    assert.equal((await annotate(B, '桥要先修')).topic, '桥先修');
    await run('chooseTopic', { topic: 'wait', uri: file(B) });
    assert.equal((await annotate(A, '乙方不同意')).topic, '桥先修');
    assert.equal((await annotate(B, '乙方不同意')).topic, 'wait');
    assert.equal((await annotate(B, 'The bridge can wait', { topic: null })).topic, undefined);
  });

  it('groups, sorts and filters as commands say, and refuses what makes no sense', async () => {
    const { view } = services;
    await run('groupBy', { by: 'topic' });
    await run('filter', { filter: { article: 'desk/*' } });
    await view.whenFilled();
    const counts = () => view.groups.values().map((value) => [value, view.groups.countOf(value)]);
    const sorted = () => counts().sort((a, b) => String(a[0]).localeCompare(String(b[0])));
    assert.deepEqual(sorted(), [
      [undefined, 1],
      ['wait', 1],
      ['桥先修', 3],
    ]);
    const made = await annotate(A, 'said the other side', { topic: 'new' });
    await until('the new group', () => view.groups.countOf('new') === 1);
    await run('delete', { id: made.id, uri: file(A) });
    await until('the group to go', () => view.groups.countOf('new') === 0);
    await run('sortBy', { by: 'date' });
    assert.equal(view.settings.sortBy, 'date');
    await run('sortBy', { by: 'position' });
    await run('filter', { filter: null });
    assert.equal(view.isFiltered, false);
    await rejects(run('groupBy', { by: 'mood' }), /"speaker"/);
    await rejects(run('filter', { filter: { mood: 'x' } }), /mood/);
  });

  it('renames everywhere as one step, merges, and takes both back as one', async () => {
    const claim = await annotate(A, '甲方说', { speaker: '木匠' });
    await annotate(B, '甲方说', { speaker: '木匠', tags: ['桥'] });
    await annotate(B, '乙方不同意。', { speaker: '瓦匠' });
    const before = [await sidecarOf(A), await sidecarOf(B)];
    const result = await run<object>('rename', { field: 'speaker', from: '木匠', to: '石匠' });
    assert.deepEqual(result, { annotations: 2, articles: 2 });
    assert.match(await sidecarOf(A), /speaker: 石匠/);
    assert.deepEqual(await run<object>('renameSpeaker', { from: '石匠', to: '瓦匠' }), {
      annotations: 2,
      articles: 2,
    });
    assert.doesNotMatch(await sidecarOf(B), /石匠\n/);
    const undone = await run<{ annotations: number }>('undo', {});
    assert.equal(undone.annotations, 2);
    await run('undo', {});
    const strip = (text: string) => text.replace(/ +modified:.*\n/g, '');
    assert.deepEqual([await sidecarOf(A), await sidecarOf(B)].map(strip), before.map(strip));
    await run('redo', {});
    const [listed] = await run<Result[]>('list', { uri: file(A), filter: { speaker: '石匠' } });
    assert.equal(listed?.id, claim.id);
    await rejects(run('rename', { field: 'speaker', from: '谁', to: 'x' }), /谁/);
    await rejects(run('rename', { field: 'mood', from: 'a', to: 'b' }), /"speaker"/);
  });

  it('renames in the codebook too, and takes that back', async () => {
    const had = (await exists(BOOK)) ? await read(BOOK) : undefined;
    await write(BOOK, 'version: 1\nspeakers:\n  # who asks\n  - name: 石匠\n    aliases: [木匠]\n');
    await until('the codebook', () => services.codebooks.canonical('木匠') === '石匠');
    await run('rename', { field: 'speaker', from: '石匠', to: '修桥的人' });
    assert.match(await read(BOOK), /# who asks\n {2}- name: 修桥的人/);
    assert.match(await sidecarOf(A), /speaker: 修桥的人/);
    await run('undo', {});
    assert.match(await read(BOOK), /name: 石匠/);
    assert.match(await sidecarOf(A), /speaker: 石匠/);
    if (had === undefined) await vscode.workspace.fs.delete(file(BOOK));
    else await write(BOOK, had);
    await until('the codebook to go', () => services.codebooks.canonical('木匠') === '木匠');
  });

  it('tells what is missing, who turned and what says the same', async () => {
    const [early, late] = ['desk/early.md', 'desk/late.md'];
    await write(early, '---\ndate: 2024-07-11\n---\n\n船工说：“渡口不能关，关了谁也过不了河。”\n');
    await write(
      late,
      '---\ndate: 2025-02-01\n---\n\n船工改口说：“渡口可以关。”他以前说过：“渡口不能关，关了谁也过不了河。”\n',
    );
    const about = { speaker: '船工', topic: '关渡口' };
    const first = await annotate(early, '渡口不能关，关了谁也过不了河', {
      ...about,
      stance: 'against',
    });
    const second = await annotate(late, '渡口可以关', { ...about, stance: 'favor' });
    const again = await annotate(late, '渡口不能关，关了谁也过不了河', {
      ...about,
      role: 'rebuttal',
      stance: 'against',
      date: '2023',
      links: [{ type: 'rebuts', target: second.id }],
    });
    const filter = { speaker: '船工' };
    assert.deepEqual(await run<object>('gaps', { filter }), {
      unsupported: [first.id, second.id],
      untargeted: [],
      unanswered: [again.id],
      unattributed: [],
      dangling: [],
    });
    assert.deepEqual(await run<object>('turns', { filter }), [
      {
        ...about,
        from: { id: first.id, stance: 'against', date: '2024-07-11', dateOf: 'article' },
        to: { id: second.id, stance: 'favor', date: '2025-02-01', dateOf: 'article' },
      },
    ]);
    const same = await run<{ id: string }[]>('sameStatements', { id: first.id });
    assert.deepEqual(
      same.map(({ id }) => id),
      [again.id],
    );
    const groups = await run<{ ids: string[] }[]>('sameStatements', {});
    assert.ok(groups.some(({ ids }) => ids.includes(first.id) && ids.includes(again.id)));
    await rejects(run('gaps', { filter: { mood: 'x' } }), /mood/);
    await rejects(run('sameStatements', { id: 'nosuchid1' }), /nosuchid1/);
  });

  it('says who says a passage, and with which words', async () => {
    const text = '水务局局长陈立表示：“水价三年没有涨过。”\n';
    await write('desk/who.md', text);
    const start = text.indexOf('水价');
    const ranges = [{ start, end: start + 8 }];
    const [best] = await run<{ speaker: string; cue?: { text: string } }[]>('suggestSpeaker', {
      uri: file('desk/who.md'),
      ranges,
    });
    assert.equal(best?.speaker, '陈立');
    assert.ok(best.cue?.text.includes('表示'));
  });

  it('dates what was dated by its article anew, as said of the statement', async () => {
    const uri = file(A);
    const { id } = await annotate(A, 'said the other side.', {
      date: '2024-07-11',
      dateInferred: true,
    });
    await run('setDate', { id, uri, date: '2024-07-04' });
    assert.match(await sidecarOf(A), /date: "2024-07-04"\n(?! +dateInferred)/);
    await run('setDate', { id, uri, date: null });
    const [listed] = await run<Result[]>('list', { uri, filter: { text: 'said the other side.' } });
    assert.equal(listed !== undefined && 'date' in listed, false);
  });

  it('has up to date what says the same, after changes', async () => {
    const words = '摆渡船每天只开两班';
    const [one, other] = ['desk/ferry.md', 'desk/ferries.md'];
    for (const name of [one, other]) await write(name, `摆渡人说：“${words}。”\n`);
    const { id } = await annotate(one, words, { speaker: '摆渡人' });
    const same = async () => (await run<{ id: string }[]>('sameStatements', { id })).length;
    assert.equal(await same(), 0);
    const twin = await annotate(other, words, { speaker: '摆渡人' });
    await until('the twin to be found', async () => (await same()) === 1);
    await run('delete', { id: twin.id, uri: file(other) });
    await until('the twin to be gone', async () => (await same()) === 0);
  });
});
