import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';

const ZH = '渡口.md';
const EN = 'ferry.md';
const OTHER = '渡口二.md';
const ARTICLES = {
  [ZH]: `---
title: 渡口之争
date: 2024-07-11
---

# 渡口之争

2024年7月4日，航运公司总经理林岚在会上表示：“摆渡的成本还会下降，明年票价不会再涨。”她还说：“渡口关了，山里的孩子就上不了学。”

“桥修好了，渡口就该关。”专家周建国说，“两边都留着，镇里养不起。”

周建国认为，老人可以坐公共汽车过桥。林岚则认为，公共汽车一天只有两班，等于没有。

周建国强调：“安全才是最要紧的事。”

林岚指出，渡口二十年没有出过事故。
`,
  [OTHER]: '昨天的会上，有人又说：“摆渡的成本还会下降，明年票价不会再涨。”\n',
  [EN]: `# The ferry

“The bridge will be finished in May,” said Helen Brook, the mayor. “Nobody will need the ferry then.”

According to Tom Rivers, who runs the boats, most passengers are pupils. “They can't walk ten miles,” Rivers said.

Brook said the town could not pay for both.
`,
};
/** What is tagged: the article, the words, and who says them. */
const PASSAGES: readonly (readonly [article: string, words: string, speaker: string])[] = [
  [ZH, '摆渡的成本还会下降，明年票价不会再涨', '林岚'],
  [ZH, '渡口关了，山里的孩子就上不了学', '林岚'],
  [ZH, '桥修好了，渡口就该关', '周建国'],
  [ZH, '两边都留着，镇里养不起', '周建国'],
  [ZH, '老人可以坐公共汽车过桥', '周建国'],
  [ZH, '公共汽车一天只有两班，等于没有', '林岚'],
  [ZH, '安全才是最要紧的事', '周建国'],
  [ZH, '渡口二十年没有出过事故', '林岚'],
  [EN, 'The bridge will be finished in May', 'Helen Brook'],
  [EN, 'Nobody will need the ferry then', 'Helen Brook'],
  [EN, 'most passengers are pupils', 'Tom Rivers'],
  [EN, "They can't walk ten miles", 'Tom Rivers'],
  [EN, 'the town could not pay for both', 'Helen Brook'],
];

describe('two keystrokes a passage', () => {
  const session = useWindow();
  const pick = () => session.window.quickInput;
  const sidecar = (article: string) => session.files.read(`${article}.claims.yaml`) ?? '';
  const blockOf = (article: string, words: string) =>
    sidecar(article)
      .split(/\n(?= {2}- id:)/)
      .find((block) => block.includes(`exact: ${words}`) || block.includes(`exact: "${words}`));

  before(async () => {
    for (const [name, text] of Object.entries(ARTICLES)) session.files.write(name, text);
    await session.window.openFile(ZH);
  });

  /** Presses the keys that tag the words selected; says how many, and takes favor where asked. */
  const keysFor = async (article: string, words: string, speaker: string): Promise<number> => {
    const { window } = session;
    await window.press('Shift+Alt+Digit1');
    await pick().opened(words.slice(0, 12));
    let first = '';
    await eventually(
      () => `${speaker} to stand first for “${words}”, not ${first}`,
      async () => {
        const [row] = await pick().rows();
        first = row?.label ?? '';
        return row?.focused === true && (first === speaker || first.startsWith(`${speaker} · `));
      },
    );
    await pick().press('Enter');
    let keys = 2;
    await eventually(`“${words}” to be tagged`, async () => {
      const placeholder = (await pick().box.isVisible()) ? await pick().placeholder() : '';
      if (keys === 2 && placeholder.startsWith('Which stance')) {
        keys += 1;
        await pick().press('Enter');
      }
      return blockOf(article, words) !== undefined;
    });
    await pick().closed();
    return keys;
  };

  it('takes the speaker whom the article names, with cue, day and stance; nobody types a name', async function () {
    this.timeout(180_000);
    const counts: number[] = [];
    const wrong: string[] = [];
    let open = ZH;
    for (const [article, words, speaker] of PASSAGES) {
      if (article !== open) await session.window.openFile(article);
      open = article;
      await session.window.editor.select(words);
      await session.window.editor.focus();
      counts.push(await keysFor(article, words, speaker));
      const said = /\n {4}speaker: (.*)/.exec(blockOf(article, words) ?? '')?.[1];
      if (said !== speaker) wrong.push(`${words}: ${said ?? 'nobody'} instead of ${speaker}`);
    }
    assert.deepEqual(wrong, []);
    const sorted = [...counts].sort((a, b) => a - b);
    assert.equal(sorted[Math.floor(sorted.length / 2)], 2, counts.join(' '));
    assert.ok(
      counts.every((count) => count <= 3),
      counts.join(' '),
    );
    const first = blockOf(ZH, '摆渡的成本还会下降，明年票价不会再涨') ?? '';
    assert.match(first, /date: "2024-07-04"/);
    assert.match(first, /cue: .*林岚/);
    assert.doesNotMatch(blockOf(ZH, '两边都留着，镇里养不起') ?? '', /date:/);
  });

  it('marks the cue while the box is open, and takes the second row at Alt+2', async () => {
    const { window } = session;
    await window.openFile(ZH);
    await window.editor.select('渡口二十年没有出过事故');
    await window.editor.focus();
    await window.press('Shift+Alt+Digit2');
    await pick().opened();
    await pick().row('林岚 · favor');
    await eventually('the cue to be marked', async () => {
      const look = await window.editor.appearance('林岚指出');
      return look.boxes.some(({ style }) => style['border-left-style'] === 'solid');
    });
    const rows = await pick().rows();
    await window.press('Alt+2');
    await pick().closed();
    await eventually('the evidence', () => sidecar(ZH).includes('role: evidence'));
    const second = rows[1]?.label.split(' · ')[0] ?? '';
    assert.match(sidecar(ZH), new RegExp(`role: evidence\\n {4}speaker: ${second}\\n`));
    const look = await window.editor.appearance('林岚指出');
    assert.ok(!look.boxes.some(({ style }) => style['border-left-style'] === 'solid'));
    await window.editor.focus();
    await window.press('Shift+Alt+KeyZ');
    await eventually('it to be undone', () => !sidecar(ZH).includes('role: evidence'));
  });

  it('puts what is typed above what is suggested', async () => {
    const { window } = session;
    await window.editor.select('渡口二十年没有出过事故');
    await window.editor.focus();
    await window.press('Shift+Alt+Digit2');
    await pick().opened();
    await pick().row('林岚 · favor');
    await pick().type('周');
    const rows = await eventually('names that begin so', async () => {
      const all = await pick().rows();
      return all[0]?.label.startsWith('周建国') === true ? all : undefined;
    });
    assert.ok(!rows.some(({ label }) => label.startsWith('林岚')));
    await pick().type('+');
    // The rows for 周 stay until the new ones come; he is among both.
    await eventually(
      'whom the article names to be first again',
      async () => (await pick().rows())[0]?.label === '林岚 · favor',
    );
    await pick().row('周建国 · favor');
    await pick().cancel();
    await pick().closed();
  });

  it('takes the quotation at a bare cursor, and shows which words these are', async () => {
    const { window } = session;
    await window.editor.select('渡口关了');
    await window.press('ArrowRight');
    const boxes = async () => (await window.editor.appearance('孩子就上不了学')).boxes.length;
    const before = await boxes();
    await window.press('Shift+Alt+Digit3');
    await pick().opened('渡口关了，山里的孩子就上不了学。');
    await eventually('the passage to be marked', async () => (await boxes()) > before);
    await pick().cancel();
    await pick().closed();
    await eventually('the mark to go', async () => (await boxes()) === before);
  });

  it('offers a repeated statement with all that was said of it, and links it', async () => {
    const { window } = session;
    await window.openFile(OTHER);
    await window.editor.select('摆渡的成本还会下降，明年票价不会再涨');
    await window.editor.focus();
    await window.press('Shift+Alt+Digit1');
    await pick().opened();
    const row = 'As in 渡口之争: 林岚 · favor · 2024-07-04, link as restates';
    await pick().row(row);
    await pick().choose(row);
    await pick().closed();
    await eventually('the annotation', () => sidecar(OTHER).includes('restates'));
    assert.match(
      sidecar(OTHER),
      /speaker: 林岚\n {4}stance: favor\n[^]*date: "2024-07-04"\n[^]*type: restates, target: \w+/,
    );
  });

  it('asks nothing where the article leaves no doubt, if that is wished for', async () => {
    const { window } = session;
    session.settings({ 'claimAnnotator.tagWithoutAsking': true });
    await session.reload();
    await window.openFile(ZH);
    await window.editor.select('明年票价不会再涨');
    await window.editor.focus();
    await window.press('Shift+Alt+Digit2');
    await eventually('the evidence', () => sidecar(ZH).includes('role: evidence'));
    await window.page
      .locator('.statusbar-item', { hasText: 'Tagged as evidence · 林岚 · favor' })
      .waitFor();
    await window.editor.focus();
    await window.press('Shift+Alt+KeyZ');
    await eventually('it to be undone', () => !sidecar(ZH).includes('role: evidence'));
  });
});
