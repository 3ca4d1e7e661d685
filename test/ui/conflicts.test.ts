import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';

const EN = 'open-or-closed.md';
const entry = (id: string, exact: string, more: string) =>
  `  - id: ${id}\n    role: claim\n    speaker: Guild\n${more}    passages:\n      - exact: ${exact}\n`;

describe('two versions in the window', () => {
  const session = useWindow({ settings: { 'workbench.colorTheme': 'Default Dark Modern' } });
  const tree = () => session.window.tree('Claim Annotator');
  const sidecar = () => session.files.read(`${EN}.claims.yaml`) ?? '';
  const picture = (name: string) =>
    session.window.screenshot(`${process.env['UI_PICTURES'] ?? 'out'}/${name}.png`);

  it('of a file that git left half merged become one by the quick fix', async () => {
    const { window, files } = session;
    files.write(
      `${EN}.claims.yaml`,
      `version: 1\nannotations:\n<<<<<<< HEAD\n${entry('v1', 'Closed models are simply stronger', '    stance: favor\n')}=======\n${entry('v1', 'Closed models are simply stronger', '    stance: neutral\n')}${entry('v2', 'open models lower the cost of', '    stance: against\n')}>>>>>>> colleague\n`,
    );
    await window.openFile(`${EN}.claims.yaml`);
    await window.problems((rows) => rows.some((row) => row.includes('Git could not merge')));
    await picture('conflict-file');
    await window.quickFix('Git could not merge', 'Merge both versions');
    const text = await session.files.until(
      `${EN}.claims.yaml`,
      (text) => text !== '' && !text.includes('<<<<'),
    );
    assert.match(text, /stance: favor\n[^]*conflicts:\n +- \{field: stance, theirs: neutral\}/);
    assert.ok(text.includes('id: v2'));
  });

  it('of a field are listed on top and shown in the hover, each a click away', async () => {
    const { window } = session;
    await window.showContainer('Claim Annotator');
    await tree().until(
      (rows) =>
        rows[0]?.label === 'To be decided' &&
        rows[1]?.description.startsWith('two versions') === true,
    );
    await tree().click('Guild');
    await tree().click('open models lower the cost of');
    await window.editor.element.getByText('Open or closed?').first().waitFor();
    const text = await window.editor.hover('Closed models are simply stronger', 'Two versions');
    assert.match(text, /Two versions of Stance: “favor” or “neutral”/);
    await picture('conflict-hover');
    await tree().pressInline('Closed models are simply stronger', 'Decide Between Two Versions…');
    await window.quickInput.opened('Two versions of “Closed models are simply stronger”');
    await picture('conflict-choose');
    await window.quickInput.choose('neutral');
    await eventually(
      'the decision',
      () => sidecar().includes('stance: neutral') && !sidecar().includes('conflicts'),
    );
    await tree().until((rows) => rows.every(({ label }) => label !== 'To be decided'));
  });
});
