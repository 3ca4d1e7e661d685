import { strict as assert } from 'node:assert';
import { useWindow } from './session';
import { Tree } from './tree';

const NEWS = 'pier-news.md';
const LETTER = 'pier-letter.md';
const REPEATED = 'the pier must stay open in winter';
/** Longer than the sidebar is wide, and than VS Code's own search in trees sees. */
const LONG =
  'Nobody has counted the passengers since the spring, and so nobody knows how many of them come only for the lighthouse keeper’s marmalade';
const ARTICLES = {
  [NEWS]: `Ada Quill said that ${REPEATED}. The harbour office counted four hundred guests. ${LONG}, she added.\n`,
  [LETTER]: `As Ada Quill told the paper, ${REPEATED}, and so it must.\n`,
};

const entry = (id: string, role: string, speaker: string, exact: string, more = '') =>
  `  - id: ${id}\n    role: ${role}\n    speaker: ${speaker}\n    passages:\n      - exact: ${exact}\n${more}`;

/** Each question is answered in three gestures: a command or key, an answer, a click. */
describe('questions asked in the window', () => {
  const session = useWindow();
  const pick = () => session.window.quickInput;
  const tree = () => session.window.tree('Claim Annotator');
  const findings = () => new Tree(session.window.page, 'Findings');
  const selected = (words: string) => session.window.editor.status(`(${words.length} selected)`);

  before(async () => {
    const { files, window } = session;
    for (const [name, text] of Object.entries(ARTICLES)) files.write(name, text);
    files.write(
      `${NEWS}.claims.yaml`,
      `version: 1\nannotations:\n${entry('a1quill', 'claim', 'Ada Quill', REPEATED)}${entry(
        'a2office',
        'evidence',
        'Harbour office',
        'The harbour office counted four hundred guests',
        '    links:\n      - {type: supports, target: a1quill}\n',
      )}${entry('a3quill', 'claim', 'Ada Quill', LONG)}`,
    );
    files.write(
      `${LETTER}.claims.yaml`,
      `version: 1\nannotations:\n${entry('b1quill', 'evidence', 'Ada Quill', REPEATED)}`,
    );
    await window.openFile(NEWS);
    await window.showContainer('Claim Annotator');
    await tree().row('Ada Quill');
  });

  it('which claims have no evidence: a command, a list, a click', async () => {
    await session.window.command('Claims: Show What Is Missing');
    await findings().expand('Claims without evidence');
    const rows = await findings().until((all) => all.some(({ level }) => level === 2));
    const claims = rows.filter(({ level }) => level === 2).map(({ label }) => label);
    assert.deepEqual(claims, [LONG]);
    await findings().click(LONG);
    await selected(LONG);
    await findings().collapse('Claims without evidence');
  });

  it('where this is repeated: a command at the cursor, an Enter', async () => {
    await session.window.editor.goTo(1, 30);
    await session.window.command('Claims: Find Same Statements');
    await pick().opened(`The same as “${REPEATED}”`);
    const [first, ...others] = await pick().rows();
    assert.deepEqual(
      [first?.label, first?.description, first?.detail, others.length],
      [REPEATED, 'evidence · Ada Quill', LETTER, 0],
    );
    await pick().accept();
    await pick().closed();
    await session.window.editor.contains('told the paper');
    await selected(REPEATED);
  });

  it('where words stand inside quotations: a command, the words, a click', async () => {
    await session.window.command('Claims: Show Only…');
    await pick().type('marmalade');
    await pick().accept();
    await pick().closed();
    await tree().until((all) => all.length === 2 && all[1]?.label === 'Ada Quill');
    await tree().expand('Ada Quill');
    await tree().row(LONG);
    await tree().click(LONG);
    await selected(LONG);
    await session.window.command('Claims: Clear Filter');
    await tree().row('Harbour office');
  });
});
