import assert from 'node:assert/strict';
import { readCodebook } from '../../../../src/core/codebook/readCodebook';
import { RefusedError } from '../../../../src/core/model/problem';
import { renameInCodebook } from '../../../../src/core/rename/renameInCodebook';
import { renamedCodebook } from '../../../../src/core/rename/renamedCodebook';
import { renamedAnnotation, type Renaming } from '../../../../src/core/rename/renaming';
import { requireKnownTarget } from '../../../../src/core/rename/targetName';
import type { Annotation } from '../../../../src/core/model/types';

const same = (speaker: string) => speaker;

const ANNOTATION: Annotation = {
  id: 'a1',
  role: 'clam',
  stance: 'pro',
  passages: [{ exact: '桥要修' }],
  links: [
    { type: 'answers', target: 'b2' },
    { type: 'rebuts', target: 'b2' },
    { type: 'answers', target: 'c3' },
  ],
};

const BOOK = `version: 1
roles:
  - id: claim
  # typed in a hurry
  - id: clam # wrong
    label: Claim
  - {id: question}
links: [{id: answers, label: Answers}]
views:
  - {name: a, filter: {role: [clam, question], linked: [">answers", "<answers", "<rebuts"]}}
`;

describe('renaming roles, stances and link types', () => {
  it('changes them in annotations, and makes no link twice', () => {
    const renamed = (renaming: Renaming) => renamedAnnotation(ANNOTATION, renaming, same);
    assert.equal(renamed({ field: 'role', from: 'clam', to: 'claim' })?.role, 'claim');
    assert.equal(renamed({ field: 'stance', from: 'pro', to: 'favor' })?.stance, 'favor');
    assert.deepEqual(renamed({ field: 'link', from: 'answers', to: 'rebuts' })?.links, [
      { type: 'rebuts', target: 'b2' },
      { type: 'rebuts', target: 'c3' },
    ]);
    assert.equal(renamed({ field: 'role', from: 'claim', to: 'clam' }), undefined);
    assert.equal(renamed({ field: 'link', from: 'supports', to: 'rebuts' }), undefined);
  });

  it('takes the entry out of the codebook where the other one is there, else renames it', () => {
    const inBook = (renaming: Renaming) => {
      const made = renameInCodebook(BOOK, renaming);
      const { codebook, problems } = readCodebook(made);
      assert.deepEqual(problems, []);
      assert.deepEqual(codebook, renamedCodebook(readCodebook(BOOK).codebook, renaming));
      return made;
    };
    assert.equal(
      inBook({ field: 'role', from: 'clam', to: 'claim' }),
      BOOK.replace('  - id: clam # wrong\n    label: Claim\n', '').replace('[clam,', '[claim,'),
    );
    assert.equal(
      inBook({ field: 'role', from: 'question', to: 'doubt' }),
      BOOK.replaceAll('question', 'doubt'),
    );
    // One of the default set is there, also where the codebook doesn't list it.
    assert.equal(
      inBook({ field: 'link', from: 'answers', to: 'rebuts' }),
      BOOK.replace('[{id: answers, label: Answers}]', '[]')
        .replace('">answers"', '">rebuts"')
        .replace('"<answers"', '"<rebuts"'),
    );
  });

  it('refuses a name that no codebook would have', () => {
    const books = [readCodebook(BOOK).codebook];
    const wrong: Renaming = { field: 'role', from: 'claim2', to: 'thesis' };
    assert.throws(() => requireKnownTarget(wrong, books), /thesis.*claim, clam, question/);
    assert.throws(() => requireKnownTarget(wrong, []), RefusedError);
    for (const right of [
      { field: 'role', from: 'clam', to: 'thesis' },
      { field: 'stance', from: 'pro', to: 'favor' },
      { field: 'speaker', from: 'A', to: 'B' },
    ] as const)
      assert.doesNotThrow(() => requireKnownTarget(right, books));
  });
});
