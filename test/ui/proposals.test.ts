import { strict as assert } from 'node:assert';
import { MODELS } from '../host/paths';
import { eventually } from './eventually';
import { useWindow } from './session';

const ARTICLE = '渡口提议.md';
const TEXT = `# 渡口之争

航运公司总经理林岚在会上表示：“摆渡的成本还会下降，明年票价不会再涨。”会开了两个小时。

专家周建国说：“桥修好了，渡口就该关。”

Ann Line said the ferry must stay.
`;
const ANSWER = [
  { quote: '明年票价不会再涨', speaker: '林岚', speakerWords: '林岚在会上表示', role: 'evidence' },
  { quote: '桥修好了，渡口就该关。', speaker: '周建国', role: 'rebuttal' },
  { quote: 'the ferry must stay', speaker: 'Ann Line', role: 'claim' },
  { quote: 'nobody said this', speaker: 'Ann Line', role: 'claim' },
]
  .map((entry) => `${JSON.stringify(entry)}\n`)
  .join('');
const COMMAND = 'Claims: Propose Annotations with a Language Model…';

describe('proposals of a language model, in the window', () => {
  const session = useWindow({ others: [MODELS] });
  const pick = () => session.window.quickInput;
  const sidecar = () => session.files.read(`${ARTICLE}.claims.yaml`) ?? '';
  const exact = () => [...sidecar().matchAll(/exact: (.*)/g)].map((match) => match[1]);

  before(async () => {
    session.files.write(ARTICLE, TEXT);
    await session.window.openFile(ARTICLE);
  });

  it('are offered where an extension brings models, and say where there is none yet', async () => {
    const offered = async () =>
      (await session.window.commandsFor(COMMAND)).some((title) => title.includes('Propose'));
    await eventually('the command', offered);
    await session.window.command(COMMAND);
    await session.window.notifications.shown(/There is no language model in this VS Code/);
    session.files.write('model-answer.txt', ANSWER);
  });

  it('say to whom what would be sent, and send nothing on Esc', async () => {
    await session.window.command(COMMAND);
    await pick().opened(`Have annotations proposed for ${ARTICLE}?`);
    await pick().row('Send to Ferry $\u200b(zap) 1');
    await session.window.screenshot('out/proposals-ask.png');
    const rows = await pick().rows();
    assert.match(JSON.stringify(rows), /The article’s text \(\d+ characters\)/);
    await pick().cancel();
    await pick().closed();
    assert.equal(session.files.read('model-asked.txt'), undefined);
  });

  it('are accepted, given another role, and rejected, by a key each', async () => {
    await session.window.command(COMMAND);
    await pick().opened(`Have annotations proposed for ${ARTICLE}?`);
    await pick().row('Send to Ferry $\u200b(zap) 1');
    await pick().press('Enter');
    await pick().opened('1 of 3 · 明年票价不会再涨');
    await pick().row('林岚');
    assert.match(await pick().placeholder(), /Enter: evidence · 1 claim.* · Tab, Delete: reject/);
    await session.window.editor.status('(8 selected)');
    await session.window.screenshot('out/proposals.png');
    await pick().press('Enter');
    await pick().opened('2 of 3 · 桥修好了，渡口就该关。');
    await pick().row('周建国');
    await pick().press('Delete');
    await pick().opened('3 of 3 · the ferry must stay');
    await pick().row('Ann Line');
    await session.window.page.keyboard.type('2');
    await pick().closed();
    await session.window.notifications.shown(
      /2 accepted, 1 rejected\. Left out: 1 whose words don’t stand in the article\./,
    );
    await eventually('the annotations', () => exact().length === 2);
    assert.deepEqual(exact(), ['明年票价不会再涨', 'the ferry must stay']);
    assert.match(sidecar(), /role: evidence\n {4}speaker: 林岚\n/);
    assert.match(sidecar(), /role: evidence\n {4}speaker: Ann Line\n/);
    assert.match(sidecar(), /origin: \{by: model, name: Ferry \$\(zap\) 1, at: /);
    assert.match(session.files.read('model-asked.txt') ?? '', /摆渡的成本还会下降/);
    assert.equal(session.files.read(ARTICLE), TEXT);
  });
});

describe('where no extension brings a language model, in the window', () => {
  const session = useWindow();

  it('proposals aren’t offered', async () => {
    await session.window.openFile('open-or-closed.md');
    await session.window.editor.select('Not everybody agrees');
    const titles = await session.window.commandsFor('Claims: Tag While Reading');
    assert.ok(titles.some((title) => title.includes('Tag While Reading')));
    const offered = await session.window.commandsFor(COMMAND);
    assert.ok(!offered.some((title) => title.includes('Propose Annotations')));
  });
});
