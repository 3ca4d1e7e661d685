import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';

const ZH = '开源与闭源.md';
const CODEBOOK = `version: 1
speakers:
  - name: Yann LeCun
  - name: 李彦宏
    aliases: [Robin Li, 百度创始人]
  - name: Leo Chen
`;

describe('the box that asks who says it', () => {
  const session = useWindow();
  const pick = () => session.window.quickInput;
  /** Types as fast as a person does, and Enter right behind it. */
  const answer = async (typed: string) => {
    await session.window.page.keyboard.type(typed, { delay: 30 });
    await session.window.press('Enter');
  };
  /** The speaker that was taken, as the next question names it; then gives up. */
  const taken = async (): Promise<string> => {
    const placeholder = await eventually('the question for the stance', async () => {
      const text = await pick().placeholder();
      return text.startsWith('Which stance') ? text : undefined;
    });
    await pick().cancel();
    await pick().closed();
    return /does (.*) take/.exec(placeholder)?.[1] ?? '(none)';
  };
  const ask = async () => {
    await session.window.editor.focus();
    await session.window.press('Shift+Alt+Digit1');
    await pick().opened();
    await pick().row('Yann LeCun');
  };

  before(async () => {
    session.files.write('claims.codebook.yaml', CODEBOOK);
    await session.window.openFile(ZH);
    await session.window.editor.select('闭源模型的推理成本更低');
  });

  for (const [typed, speaker] of [
    ['le', 'Leo Chen'],
    ['lec', 'Yann LeCun'],
    ['Robin', '李彦宏'],
    ['百度', '李彦宏'],
    ['lyh', '李彦宏'],
  ] as const)
    it(`takes ${speaker} for “${typed}” and Enter`, async () => {
      await ask();
      await answer(typed);
      assert.equal(await taken(), speaker);
    });

  it('makes a new speaker of a name that nobody has', async () => {
    await ask();
    await answer('Yanis');
    assert.equal(await taken(), 'Yanis');
  });

  it('has known speakers first, then the new one, and last the open one', async () => {
    await ask();
    await session.window.page.keyboard.type('le');
    await pick().row('New speaker: le');
    assert.deepEqual(
      (await pick().rows()).map(({ label, focused }) => (focused ? `> ${label}` : label)),
      ['> Leo Chen', 'Yann LeCun', 'New speaker: le', 'Leave the speaker open'],
    );
    await pick().cancel();
    await pick().closed();
  });
});
