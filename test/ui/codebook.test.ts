import { strict as assert } from 'node:assert';
import { useWindow } from './session';
import { Tree } from './tree';

const BOOK = 'claims.codebook.yaml';
const ARTICLE = '水价.md';
const TEXT =
  '---\ntitle: 水价之争\ndate: 2024-03-01\n---\n\n陈立说：“水价三年没有涨过。”居民代表说：“账单年年都在涨。”\n';
const SIDECAR = `version: 1
annotations:
  - id: a1chen
    role: claim
    speaker: 陈立
    stance: against
    topic: 水价上涨
    passages:
      - exact: 水价三年没有涨过
  - id: a2people
    role: rebuttal
    speaker: 居民代表
    topic: 水价上涨
    passages:
      - exact: 账单年年都在涨
`;

describe('the codebook, in the window', () => {
  const session = useWindow();
  const pick = () => session.window.quickInput;
  const tree = () => session.window.tree('Claim Annotator');
  const findings = () => new Tree(session.window.page, 'Findings');
  const inBook = (passes: RegExp) => session.files.until(BOOK, passes);

  before(async () => {
    const { files, window } = session;
    files.write(ARTICLE, TEXT);
    files.write(`${ARTICLE}.claims.yaml`, SIDECAR);
    await window.openFile(ARTICLE);
    await window.showContainer('Claim Annotator');
    await tree().row('陈立');
  });

  it('is made by one command from what is in use, and shown', async () => {
    await session.window.command('Claims: Make Codebook From What Is in Use');
    const made = await inBook(/speakers:/);
    assert.match(made, /topics:\n {2}- id: 水价上涨\nspeakers:\n {2}- name: 居民代表\n/);
    await session.window.page.locator(`.tab.active[data-resource-name="${BOOK}"]`).waitFor();
  });

  it('gets other names of speakers from their context menus', async () => {
    await tree().chooseFromContextMenu('陈立', 'Add Alias…');
    await pick().type('水务局局长');
    await pick().accept();
    await inBook(/- name: 陈立\n {4}aliases: \[水务局局长\]\n/);
    await session.window.command('Claims: Undo Annotation Change');
    await inBook(/- name: 陈立\n(?! {4})/);
  });

  it('gets a new topic with what it claims', async () => {
    await session.window.openFile(ARTICLE);
    await session.window.command('Claims: Choose Topic…');
    await pick().type('阶梯水价');
    await pick().row('New topic: 阶梯水价');
    await pick().accept();
    await pick().opened('New topic: 阶梯水价');
    await pick().type('用水越多单价应当越高');
    await pick().accept();
    await inBook(/- id: 阶梯水价\n {4}statement: 用水越多单价应当越高\n/);
    const status = session.window.page.locator('.statusbar-item');
    await status.filter({ hasText: '用水越多单价应当越高' }).waitFor();
  });

  it('is edited by keyboard: a list, an entry, a field', async () => {
    await session.window.command('Claims: Edit Codebook…');
    await pick().row('Topics');
    await pick().accept();
    await pick().type('水价上涨');
    await pick().accept();
    await pick().row('Label');
    await pick().type('Label');
    await pick().accept();
    await pick().opened('Label');
    await pick().type('涨价');
    await pick().accept();
    await inBook(/- id: 水价上涨\n {4}label: 涨价\n/);
    await pick().row('Move down');
    await pick().cancel();
    await pick().closed();
  });

  it('keeps what the sidebar shows as a view, and gives it back', async () => {
    const { window } = session;
    await window.command('Claims: Show Only…');
    await pick().type('role:rebuttal');
    await pick().accept();
    await pick().closed();
    await window.command('Claims: Save View…');
    await pick().type('反驳');
    await pick().accept();
    await inBook(/- name: 反驳\n {4}filter: \{role: \[rebuttal\]\}\n {4}groupBy: speaker\n/);
    await tree().pressInline('Role: rebuttal', 'Clear Filter');
    await tree().row('陈立');
    await window.command('Claims: Open View…');
    await pick().choose('反驳');
    const rows = await tree().until((all) => all[0]?.label === 'Role: rebuttal');
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['Role: rebuttal', '居民代表'],
    );
    await tree().pressInline('Role: rebuttal', 'Clear Filter');
  });

  it('keeps findings that are set aside, in a closed group with the reason', async () => {
    const { window } = session;
    await window.command('Claims: Show What Is Missing');
    await findings().expand('Claims without evidence');
    await findings().pressInline('水价三年没有涨过', 'Set Aside…');
    await pick().opened('Set the finding aside');
    await pick().type('公告里有数字');
    await pick().accept();
    await inBook(/- kind: unsupported\n {4}ids: \[a1chen\]\n {4}reason: 公告里有数字\n/);
    const closed = await findings().row('Set aside');
    assert.deepEqual([closed.description, closed.expanded], ['1', false]);
    await findings().expand('Set aside');
    const row = await findings().row('水价三年没有涨过');
    assert.match(row.description, /^公告里有数字 · 陈立/);
    assert.match(row.ariaLabel, /公告里有数字/);
    await findings().chooseFromContextMenu('水价三年没有涨过', 'Take Back Into Findings');
    await findings().row('Claims without evidence');
    assert.doesNotMatch(session.files.read(BOOK) ?? '', /kind: unsupported/);
  });
});
