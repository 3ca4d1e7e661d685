import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { annotate, exists, file, open, read, type, until, write } from '../support';
import {
  SIDECAR,
  answers,
  establish,
  heard,
  isWithoutArticle,
  listedAt,
  listenToWindow,
  move,
  remove,
  said,
  sidecarsIn,
  tagged,
  textOf,
} from './articleMoves';

describe('moving articles', () => {
  listenToWindow();

  describe('outside of VS Code', () => {
    /**
     * One more lost article, of which the analyst is told in the same round: what was not told by
     * then never will be.
     */
    async function sentinel(name: string): Promise<void> {
      await establish(`${name}-1.md`, `Sentinel words of ${name} that stand nowhere else.\n`);
      await annotate(`${name}-1.md`, `words of ${name} that stand nowhere else`);
      await annotate(`${name}-1.md`, 'Sentinel');
      await remove(`${name}-1.md`);
      await write(`${name}-2.md`, `Other words of ${name} that stand nowhere else.\n`);
      await heard(new RegExp(`${name}-1\\.md is gone`));
    }

    it('follows an article by itself when one new file holds all its passages, and takes that back', async () => {
      const made = await tagged('follow/a.md');
      const before = await read(`follow/a.md${SIDECAR}`);
      await move('follow/a.md', 'follow/b.markdown');
      assert.equal(
        await heard(/went along/),
        'follow/a.md is follow/b.markdown now: its annotations went along.',
      );
      await listedAt('follow/b.markdown', made);
      assert.deepEqual(
        [await sidecarsIn('follow'), await read(`follow/b.markdown${SIDECAR}`)],
        [[`b.markdown${SIDECAR}`], before],
      );
      answers.push([/went along/, 'Undo']);
      await move('follow/b.markdown', 'follow/c.md');
      await until(
        'the undo',
        async () => said.length > 1 && (await exists(`follow/b.markdown${SIDECAR}`)),
      );
      await until('the sidecar without article', () => isWithoutArticle('follow/b.markdown'));
    });

    it('waits until git is done: files that it moves one after the other aren’t where they will be', async () => {
      const made = await tagged('busy/a.md');
      await write('.git/index.lock', '');
      try {
        await move('busy/a.md', 'busy/passing.md');
        // Long enough to follow, if it didn't wait: the test above takes that long.
        await new Promise((resolve) => setTimeout(resolve, 6_000));
        assert.deepEqual(await sidecarsIn('busy'), [`a.md${SIDECAR}`]);
        await move('busy/passing.md', 'busy/b.md');
      } finally {
        await remove('.git');
      }
      assert.equal(
        await heard(/went along/),
        'busy/a.md is busy/b.md now: its annotations went along.',
      );
      await listedAt('busy/b.md', made);
    });

    it('lists what has no article, and offers files that hold its words', async () => {
      const made = await tagged('offer/a.md');
      await write('offer/elsewhere/there.md', textOf('offer'));
      await remove('offer/a.md');
      await until('the sidecar without article', () => isWithoutArticle('offer/a.md'));
      assert.deepEqual(
        vscode.languages.getDiagnostics(file(`offer/a.md${SIDECAR}`)).map(({ message }) => message),
        ['There is no article a.md: was it moved, renamed or deleted? Its annotations are kept.'],
      );
      answers.push([/stand in offer\/elsewhere/, 'Move Annotations There']);
      await until('the move', async () => exists(`offer/elsewhere/there.md${SIDECAR}`));
      await listedAt('offer/elsewhere/there.md', made);
      assert.ok(!(await exists(`offer/a.md${SIDECAR}`)));
    });

    it('doesn’t choose between two files', async () => {
      await tagged('two/a.md');
      await write('two/b.md', textOf('two'));
      await write('two/c.md', textOf('two'));
      await remove('two/a.md');
      await heard(
        /two\/a\.md is gone; quotations that stand in two\/[bc]\.md: 2 of 2, and as many in another file/,
      );
      assert.deepEqual(await sidecarsIn('two'), [`a.md${SIDECAR}`]);
    });

    it('doesn’t follow to a file that lacks one quotation', async () => {
      await tagged('lacks/a.md');
      await write('lacks/b.md', textOf('lacks').replace(/ The union [^.]*\./, ''));
      await remove('lacks/a.md');
      await heard(/lacks\/a\.md is gone; 1 of its 2 quotations stand in lacks\/b\.md/);
      assert.deepEqual(await sidecarsIn('lacks'), [`a.md${SIDECAR}`]);
    });

    it('has nothing to do where the sidecar came along, or the article came back', async () => {
      const [along, back] = [await tagged('along/a.md'), await tagged('along/back.md')];
      await move('along/a.md', 'along/b.md');
      await move(`along/a.md${SIDECAR}`, `along/b.md${SIDECAR}`);
      await remove('along/back.md');
      await write('along/back.md', textOf('along'));
      await sentinel('along/sentinel');
      await listedAt('along/b.md', along);
      await listedAt('along/back.md', back);
      assert.deepEqual(
        said.filter((text) => !text.includes('sentinel')),
        [],
      );
    });

    it('doesn’t follow to a file that has annotations of its own by then', async () => {
      await tagged('own/a.md');
      const theirs =
        'version: 1\nannotations:\n  - id: own1\n    role: claim\n    passages:\n      - exact: Nobody asked the passengers\n';
      await move('own/a.md', 'own/b.md');
      await write(`own/b.md${SIDECAR}`, theirs);
      await sentinel('own/sentinel');
      assert.ok(await exists(`own/a.md${SIDECAR}`));
      assert.equal(await read(`own/b.md${SIDECAR}`), theirs);
      assert.deepEqual(
        said.filter((text) => !text.includes('sentinel')),
        [],
      );
    });

    it('takes an article that is only shown in an editor any more for gone, until it is saved', async () => {
      const made = await tagged('shown/a.md');
      const editor = await open('shown/a.md');
      await type(editor, (edit) => edit.insert(new vscode.Position(0, 0), 'Typed. '));
      await remove('shown/a.md');
      await until('the sidecar without article', () => isWithoutArticle('shown/a.md'));
      await listedAt('shown/a.md', made);
      await editor.document.save();
      await until('no problem', () => !isWithoutArticle('shown/a.md'));
    });
  });
});
