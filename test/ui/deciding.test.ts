import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';

const EN = 'open-or-closed.md';

describe('deciding in the window', () => {
  const session = useWindow();
  const tree = () => session.window.tree('Claim Annotator');
  const sidecar = () => session.files.read(`${EN}.claims.yaml`) ?? '';

  before(() => {
    session.files.write(
      `${EN}.claims.yaml`,
      [
        'version: 1',
        'annotations:',
        '  - id: lost1',
        '    role: claim',
        '    speaker: Guild',
        '    passages:',
        '      - exact: closed systems were never any good to anybody',
        '  - id: changed1',
        '    role: evidence',
        '    speaker: Association',
        '    passages:',
        '      - exact: open models greatly lower the cost of entry',
        '        prefix: "Not everybody agrees. According to the Open Systems Association, "',
        '        suffix: ".\\nThe municipal IT office, which runs both kinds"',
        '        start: 300',
        '        end: 343',
        '  - id: changed2',
        '    role: claim',
        '    speaker: The municipal IT office',
        '    passages:',
        '      - exact: We tried both of them, and the open one won.',
        '        prefix: "which runs both kinds, told the audience: “"',
        '',
      ].join('\n'),
    );
  });

  it('lists on top what has no place, with a badge', async () => {
    await session.window.openFile(EN);
    await session.window.showContainer('Claim Annotator');
    const rows = await tree().until((all) => all.length >= 4);
    assert.deepEqual(
      rows.slice(0, 3).map(({ label, description }) => [label, description]),
      [
        ['To be decided', '1'],
        [
          'closed systems were never any good to anybody',
          'not found · Guild · (2024-07-08) · Open or closed?',
        ],
        ['Changed words', '2'],
      ],
    );
    await session.window.page.locator('.activitybar .badge-content', { hasText: '3' }).waitFor();
    await session.window.screenshot(`${process.env['UI_PICTURES'] ?? 'out'}/deciding-sidebar.png`);
  });

  it('shows old and new words in the hover, and accepts the new ones', async () => {
    const text = await session.window.editor.hover(
      'open models lower the cost of entry',
      'Quoted as',
    );
    assert.match(text, /Quoted as: “open models greatly lower the cost of entry”/);
    assert.match(text, /Now: “open models lower the cost of entry”/);
    await session.window.screenshot(`${process.env['UI_PICTURES'] ?? 'out'}/deciding-hover.png`);
    await session.window.editor.hoverBox('Quoted as').getByRole('link', { name: 'Accept' }).click();
    await eventually(
      'the new words',
      () =>
        sidecar().includes('exact: open models lower the cost of entry') &&
        sidecar().includes('original: open models greatly lower the cost of entry'),
    );
  });

  it('marks changed words in the text, and goes through them one after the other', async () => {
    await session.window.editor.appearance('We tried both', ({ boxes }) =>
      boxes.some(({ style }) => style['outline-style'] === 'dashed'),
    );
    await tree().pressInline('Changed words', 'Review Changed Words');
    await session.window.quickInput.opened(/Changed words · The municipal IT office/);
    const [accept] = await session.window.quickInput.rows();
    assert.equal(accept?.label, 'Accept the present words');
    assert.match(accept.detail, /“We tried both, and the open one won\./);
    await session.window.screenshot(`${process.env['UI_PICTURES'] ?? 'out'}/deciding-review.png`);
    await session.window.quickInput.accept();
    await session.window.quickInput.closed();
    await eventually('the new words', () =>
      sidecar().includes('original: We tried both of them, and the open one won.'),
    );
    await tree().until((rows) => rows.every(({ label }) => label !== 'Changed words'));
    const text = await session.window.editor.hover('We tried both', 'First quoted as');
    assert.match(text, /First quoted as: “We tried both of them/);
  });

  it('attaches what was lost to the words selected', async () => {
    await session.window.editor.select('Closed models are simply stronger');
    await tree().chooseFromContextMenu(
      'closed systems were never any good to anybody',
      'Choose Place of Annotation…',
    );
    await session.window.quickInput.opened(/Where is “closed systems were never any good/);
    await session.window.screenshot(`${process.env['UI_PICTURES'] ?? 'out'}/deciding-choose.png`);
    await session.window.quickInput.choose('Take the words selected in the editor');
    await session.window.quickInput.closed();
    await eventually('the place', () =>
      sidecar().includes('exact: Closed models are simply stronger'),
    );
    assert.match(sidecar(), /original: closed systems were never any good to anybody/);
    await tree().until((rows) => rows.every(({ label }) => label !== 'To be decided'));
  });

  it('lets choose among several places, each with its line and surroundings', async () => {
    session.files.write(
      `${EN}.claims.yaml`,
      'version: 1\nannotations:\n  - id: twice1\n    role: claim\n    speaker: Guild\n    passages:\n      - exact: open models\n',
    );
    await tree().until((rows) =>
      rows.some(({ description }) => description.startsWith('several places · Guild')),
    );
    // A click shows one of the places, and leaves the focus in the sidebar.
    await tree().click('open models');
    await session.window.editor.status(/Ln 1[03]/);
    await tree().pressInline('open models', 'Choose Place of Annotation…');
    await session.window.quickInput.opened('Where is “open models” now?');
    const rows = await session.window.quickInput.rows();
    assert.deepEqual(
      rows.map(({ label, description }) => `${label} ${description}`.trim()),
      ['open models line 10', 'open models line 13', 'Take the words selected in the editor'],
    );
    assert.match(rows[1]?.detail ?? '', /Open Systems Association, open models lower the cost/);
    await session.window.screenshot(`${process.env['UI_PICTURES'] ?? 'out'}/deciding-several.png`);
    await session.window.quickInput.press('ArrowDown');
    await session.window.quickInput.accept();
    await session.window.quickInput.closed();
    await eventually('the place', () => /prefix: .*Open Systems Association, "\n/.test(sidecar()));
    await session.window.editor.appearance('open models lower', ({ boxes }) =>
      boxes.some(({ style }) => style['border-bottom-style'] === 'solid'),
    );
    await tree().until((all) => all.every(({ label }) => label !== 'To be decided'));
  });
});
