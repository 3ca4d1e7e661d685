import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  annotate,
  closeAll,
  exists,
  file,
  hoversAt,
  open,
  read,
  rejects,
  run,
  until,
  write,
} from '../support';
import { TestModels } from './models';

const TEXT = `# 渡口

航运公司总经理林岚表示：“摆渡的成本还会**下降**，明年不涨价。”

Tom Rivers said the ferry “can’t be closed before 2030”.

会后周建国认为，桥修好了渡口就该关。
`;
const said = (quote: string, speaker: string, more: object = {}) =>
  `${JSON.stringify({ quote, speaker, role: 'claim', ...more })}\n`;
const FIRST = said('摆渡的成本还会下降', '林岚', { speakerWords: '林岚表示', role: 'evidence' });
const SECOND = said("can't be closed before 2030", 'Tom Rivers');
const ORIGIN =
  /origin: \{by: model, name: Model \$\(zap\) one, at: "[-0-9T:]+Z", accepted: \{.*at: "[-0-9T:]+Z"\}\}\n/;
const THIRD = said('桥修好了渡口就该关', '周建国');

interface Outcome {
  readonly model: string;
  readonly accepted: number;
  readonly rejected: number;
  readonly dropped: Record<string, number>;
  readonly wasEnded: boolean;
  readonly failure?: string;
}

const selected = () => {
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  return document?.getText(selection) ?? '';
};
/** Each test has one of its own: what was rejected is remembered. */
let article = '';
let count = 0;
const sidecar = () => `${article}.claims.yaml`;
const document = () => vscode.workspace.openTextDocument(file(article));
const press = (command: string) => vscode.commands.executeCommand(command);
/** Presses a key until it has had its effect: a box is there a moment after what it is about. */
async function pressUntil(
  what: string,
  command: string,
  isDone: () => boolean | Promise<boolean>,
): Promise<void> {
  let pressed = 0;
  await until(what, async () => {
    if (await isDone()) return true;
    if (pressed++ % 25 === 0) await press(command);
    return await isDone();
  });
}
const enter = 'workbench.action.acceptSelectedQuickOpenItem';
const tab = 'claimAnnotator.pickSpeakerOnly';
const escape = 'workbench.action.closeQuickOpen';

describe('proposals of a language model', () => {
  let models: TestModels;

  before(() => (models = new TestModels()));
  after(() => models.dispose());
  beforeEach(async () => {
    models.asked.length = 0;
    models.counted.length = 0;
    models.maxInputTokens = 10_000;
    models.answer = () => undefined;
    await models.offer('one');
    article = `proposals-${++count}.md`;
    await write(article, TEXT);
    await open(article);
  });
  afterEach(async () => {
    await press(escape);
    await closeAll();
    for (const name of [sidecar(), article])
      if (await exists(name)) await vscode.workspace.fs.delete(file(name));
  });

  /** Starts it, and consents; what became of it is there once it is over. */
  async function begin(): Promise<{ outcome?: Outcome }> {
    const begun: { outcome?: Outcome } = {};
    void run<Outcome>('proposeAnnotations').then((outcome) => (begun.outcome = outcome));
    await pressUntil('the request', enter, () => models.asked.length > 0);
    return begun;
  }
  const shows = (words: string) => until(words, () => selected() === words);
  /** Presses a key for the last proposal. */
  const finish = async (begun: { outcome?: Outcome }, key: string): Promise<Outcome> => {
    await pressUntil('the end', key, () => begun.outcome !== undefined);
    return begun.outcome as Outcome;
  };

  it('are refused where there is no model', async () => {
    await models.offer();
    await rejects(run('proposeAnnotations', {}), /There is no language model/);
  });

  it('cost nobody a word before it was asked, also not to be counted', async () => {
    let outcome: Outcome | 'running' | undefined = 'running';
    void run<Outcome | undefined>('proposeAnnotations').then((value) => (outcome = value));
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual([models.asked, models.counted], [[], []]);
    await pressUntil('the end', escape, () => outcome !== 'running');
    assert.equal(outcome, undefined);
    assert.deepEqual([models.asked, models.counted], [[], []]);
  });

  it('are accepted and rejected one by one, with the words of the article', async () => {
    const made = said('完全不在文章里的话', '林岚') + said('明年不涨价', '不存在的人');
    models.answer = (say) => say('```json\n' + FIRST + SECOND + made + THIRD + FIRST + '```');
    const begun = await begin();
    await shows('摆渡的成本还会**下降**');
    await pressUntil('the second', enter, () => selected().includes('2030'));
    assert.equal(selected(), 'can’t be closed before 2030');
    await pressUntil('the third', tab, () => selected().includes('桥'));
    assert.deepEqual(await finish(begun, enter), {
      model: 'Model $(zap) one',
      accepted: 2,
      rejected: 1,
      dropped: { notInArticle: 1, speaker: 1, repeated: 1 },
      wasEnded: false,
    });
    const text = await read(sidecar());
    assert.match(text, /role: evidence\n {4}speaker: 林岚\n/);
    assert.match(text, /exact: 摆渡的成本还会\*\*下降\*\*\n/);
    assert.match(text, /cue: 林岚表示\n/);
    assert.match(text, ORIGIN);
    assert.doesNotMatch(text, /exact: .*2030/);
    const [hover = ''] = await hoversAt(await document(), '摆渡的成本');
    assert.match(hover, /Proposed by: Model .*language model.*accepted/);
    assert.doesNotMatch(hover, /(?<!\\)\$\(zap\)/);
  });

  it('have the stance on the topic at hand, and neither where they are about something else', async () => {
    await run('chooseTopic', { topic: 'keep the ferry', uri: file(article) });
    const about = { topic: 'keep the ferry', stance: 'against' };
    const other = said('摆渡的成本还会下降', '林岚', { stance: 'favor', topic: null });
    models.answer = (say) => say(other + said('桥修好了渡口就该关', '周建国', about));
    const begun = await begin();
    await shows('摆渡的成本还会**下降**');
    await pressUntil('the second', enter, () => selected().includes('桥'));
    await finish(begun, enter);
    await run('chooseTopic', { topic: null, uri: file(article) });
    assert.match(models.asked[0] ?? '', /The topic "keep the ferry"/);
    const text = await read(sidecar());
    assert.match(text, /speaker: 林岚\n {4}passages/);
    assert.match(text, /speaker: 周建国\n {4}stance: against\n {4}topic: keep the ferry\n/);
  });

  it('keep their origin when they are edited, and are gone with undo', async () => {
    models.answer = (say) => say(FIRST);
    const begun = await begin();
    await shows('摆渡的成本还会**下降**');
    await finish(begun, enter);
    const [made] = await run<{ id: string; origin: object }[]>('list', { uri: file(article) });
    assert.ok(made?.origin);
    const changes = { note: 'mine' };
    const edited = await run<{ origin: object }>('edit', { id: made.id, changes });
    assert.deepEqual(edited.origin, made.origin);
    await run('undo', {});
    await run('undo', {});
    assert.doesNotMatch(await read(sidecar()), /origin/);
  });

  it('aren’t offered where they are annotated, or were rejected before in this session', async () => {
    await annotate(article, '桥修好了渡口就该关', { speaker: '周建国' });
    models.answer = (say) => say(SECOND + THIRD);
    const begun = await begin();
    await shows('can’t be closed before 2030');
    assert.deepEqual((await finish(begun, tab)).dropped, { annotated: 1 });
    models.asked.length = 0;
    const again = await begin();
    await until('the end', () => again.outcome);
    assert.deepEqual(again.outcome?.dropped, { annotated: 1, rejected: 1 });
    assert.equal(again.outcome.accepted + again.outcome.rejected, 0);
  });

  it('can be looked at while others come, and no more come once it is ended', async () => {
    let isCancelled = false;
    models.answer = async (say, _prompt, token) => {
      say(FIRST);
      await until('the end', () => token.isCancellationRequested);
      isCancelled = true;
      say(SECOND);
    };
    const begun = await begin();
    await shows('摆渡的成本还会**下降**');
    await pressUntil('the sidecar', enter, () => exists(sidecar()));
    await press(escape);
    await until('the end', () => begun.outcome);
    assert.deepEqual([begun.outcome?.accepted, begun.outcome?.wasEnded], [1, true]);
    await until('the model to hear of it', () => isCancelled);
    assert.match(await read(sidecar()), ORIGIN);
    assert.equal(selected(), '摆渡的成本还会**下降**');
  });

  it('stay accepted where the model fails later', async () => {
    models.answer = async (say) => {
      say(FIRST);
      await new Promise((resolve) => setTimeout(resolve, 200));
      throw new Error('quota exceeded');
    };
    const begun = await begin();
    await shows('摆渡的成本还会**下降**');
    const { accepted, failure } = await finish(begun, enter);
    assert.equal(accepted, 1);
    assert.match(failure ?? '', /used up.*\(quota exceeded\)/);
    assert.match(await read(sidecar()), ORIGIN);
  });

  it('are asked for in parts that fit, with the speakers in the article and no others', async () => {
    await annotate(article, '明年不涨价', { speaker: '林岚' });
    await annotate(article, '会后', { speaker: '不在文中的人' });
    models.maxInputTokens = 2_400;
    await models.offer();
    await models.offer('small');
    const paragraphs = Array.from({ length: 12 }, (_, i) => `第${i}段。${'字'.repeat(120)}。`);
    await write(article, `${TEXT}\n${paragraphs.join('\n\n')}\n`);
    await until('the text', async () => (await document()).getText().includes('第11段'));
    const begun = await begin();
    await until('the end', () => begun.outcome);
    assert.ok(models.asked.length > 1, String(models.asked.length));
    assert.ok(models.asked.every((prompt) => prompt.length <= 2_400));
    for (const words of ['林岚表示', ...paragraphs])
      assert.equal(models.asked.filter((prompt) => prompt.includes(words)).length, 1, words);
    for (const prompt of models.asked) {
      assert.match(prompt, /Speakers known so far.*"林岚"/);
      assert.doesNotMatch(prompt, /不在文中的人/);
    }
  });
});
