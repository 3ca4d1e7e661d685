import assert from 'node:assert/strict';
import { moveAnnotations, startsIn, undoMove } from '../../../../src/core/placing/moveAnnotations';
import { RefusedError } from '../../../../src/core/model/problem';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../../../src/core/sidecar/sidecarFile';
import { runAtOnce } from '../../../../src/core/text/steps';
import { ArticleText } from '../../../../src/core/text/articleText';

const article = new ArticleText(
  'First the minister speaks. Then the union answers. Next the mayor laughs. In the end nobody listens.\n',
);
const entry = (id: string, exact: string, more = '') =>
  `  - id: ${id}\n    role: claim\n    passages:\n      - exact: ${exact}\n${more}`;
const sidecar = (...entries: string[]) =>
  readSidecar(`version: 1\nannotations:\n${entries.join('')}`);
const idsOf = ({ text }: { text: string }) =>
  [...text.matchAll(/- id: (\w+)/g)].map(([, id]) => id).join(' ');
const move = (from: SidecarFile, to: SidecarFile) =>
  moveAnnotations(from, to, runAtOnce(startsIn(article, [to, from])));

describe('moveAnnotations', () => {
  it('puts each at its reading place, and leaves all other lines alone', () => {
    const to = sidecar(
      '  # about the union\n',
      entry('u1', 'the union answers'),
      entry('n1', 'nobody listens', '    note: mine # kept\n'),
    );
    // In another order, and with stored numbers of the other article.
    const from = sidecar(
      entry('y1', 'the mayor laughs'),
      entry('m1', 'the minister speaks', '    odd: value # a comment\n'),
    );
    const moved = move(from, to);
    assert.equal(idsOf(moved), 'm1 u1 y1 n1');
    for (const line of [...to.text.split('\n'), ...from.text.split('\n')])
      assert.ok(moved.text.includes(line), line);
  });

  it('fills a sidecar without annotations', () => {
    assert.equal(
      idsOf(
        move(
          sidecar(entry('m1', 'the minister speaks')),
          readSidecar('version: 1\nannotations: []\n'),
        ),
      ),
      'm1',
    );
  });

  it('takes what stands there already for the same, and keeps both sides of what differs', () => {
    const same = entry('m1', 'the minister speaks');
    const to = sidecar(same, entry('u1', 'the union answers', '    stance: favor\n'));
    const moved = move(
      sidecar(same, entry('u1', 'the union answers', '    stance: against\n')),
      to,
    );
    assert.equal(idsOf(moved), 'm1 u1');
    const stances = [
      moved.entries[1]?.annotation?.stance,
      ...(moved.entries[1]?.annotation?.conflicts ?? []).map(({ theirs }) => theirs),
    ];
    assert.deepEqual(stances.sort(), ['against', 'favor']);
  });

  it('refuses what it would have to leave behind', () => {
    const to = sidecar(entry('u1', 'the union answers'));
    const refused = (text: string) =>
      assert.throws(
        () => move(readSidecar(text), to),
        (error) => error instanceof RefusedError && /left behind/.test(error.message),
      );
    refused(
      `version: 1\nannotations:\n${entry('m1', 'the minister speaks')}  - id: b1\n    role: claim\n`,
    );
    refused(
      `version: 1\nannotations:\n${entry('m1', 'the minister speaks')}${entry('m1', 'the mayor laughs')}`,
    );
    refused(`version: 2\nannotations:\n${entry('m1', 'the minister speaks')}`);
    refused('version: 1\nannotations: 5\n');
  });
});

describe('takeMoveBack', () => {
  const from = sidecar(entry('m1', 'the minister speaks'), entry('u1', 'the union answers'));
  const before = sidecar(entry('u1', 'the union answers'), entry('n1', 'nobody listens'));
  const after = move(from, before);

  it('leaves the file as it was', () => {
    assert.equal(undoMove(from, before, after, after).text, before.text);
  });

  it('keeps what came in the meantime', () => {
    const present = readSidecar(
      after.text.replace('exact: nobody listens\n', 'exact: nobody listens\n    note: new\n'),
    );
    assert.equal(
      undoMove(from, before, after, present).text,
      before.text.replace('exact: nobody listens\n', 'exact: nobody listens\n    note: new\n'),
    );
  });
});
