import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';

const EN = 'open-or-closed.md';
const ZH = '开源与闭源.md';
const SIDECAR = `${EN}.claims.yaml`;
const CODEBOOK = `version: 1
speakers:
  - name: 模型协会
    aliases: [Model Guild]
  - name: Guild of Insurers
`;

describe('a sidecar somebody types in', () => {
  const session = useWindow();
  const suggestions = () =>
    session.window.page.locator('.suggest-widget.visible .monaco-list-row .label-name');

  /** Types by keys, and waits for a suggestion that comes by itself. */
  const typeUntil = async (text: string, suggestion: string) => {
    await session.window.page.keyboard.type(text);
    await eventually(`“${suggestion}” to be suggested`, async () =>
      (await suggestions().allTextContents()).includes(suggestion),
    );
  };

  before(async () => {
    session.files.write('claims.codebook.yaml', CODEBOOK);
    session.files.write(
      SIDECAR,
      'version: 1\nannotations:\n  - id: a1\n    role: claim\n    passages:\n      - exact: a tax on the impatient\n',
    );
    session.files.write(
      `${ZH}.claims.yaml`,
      'version: 1\nannotations:\n  - id: b1\n    role: claim\n    speaker: \n    passages:\n      - exact: 开源\n',
    );
    await session.window.showContainer('Claim Annotator');
    await session.window.openFile(SIDECAR);
    await session.window.editor.goTo(4, 16);
    await session.window.editor.focus();
  });

  it('is offered keys and values while typing, without asking for them', async () => {
    await session.window.press('Enter');
    await typeUntil('sp', 'speaker');
    await session.window.press('Enter');
    // The value is asked for at once.
    await typeUntil('gui', 'Guild of Insurers');
    // Not the half word itself, which is in use as soon as the sidecar is read anew.
    await session.window.tree('Claim Annotator').row('gui');
    await session.window.press('Escape');
    await session.window.press('Control+Space');
    await eventually('the suggestions', async () => (await suggestions().count()) > 0);
    assert.deepEqual(await suggestions().allTextContents(), ['Guild of Insurers', '模型协会']);
    await session.window.press('Enter');
    await session.window.press('Enter');
    await typeUntil('sta', 'stance');
    await session.window.press('Enter');
    await typeUntil('a', 'against');
    await session.window.press('Enter');
    await session.window.editor.save();
    assert.match(
      session.files.read(SIDECAR) ?? '',
      /role: claim\n {4}speaker: Guild of Insurers\n {4}stance: against\n {4}passages:/,
    );
  });

  it('is offered Chinese speakers by the initials of pinyin', async () => {
    await session.window.openFile(`${ZH}.claims.yaml`);
    await session.window.editor.goTo(5, 14);
    await session.window.editor.focus();
    await typeUntil('mxx', '模型协会');
    await session.window.press('Enter');
    await session.window.editor.save();
    assert.match(session.files.read(`${ZH}.claims.yaml`) ?? '', /speaker: 模型协会\n/);
  });
});
