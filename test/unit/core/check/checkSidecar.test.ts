import assert from 'node:assert/strict';
import type { CheckContext } from '../../../../src/core/check/annotationFindings';
import { checkSidecar, type SidecarToCheck } from '../../../../src/core/check/checkSidecar';
import { AS_WRITTEN } from '../../../../src/core/check/conflictText';
import { EMPTY_CODEBOOK } from '../../../../src/core/codebook/codebook';
import { vocabularyOf } from '../../../../src/core/codebook/vocabulary';
import type { State } from '../../../../src/core/model/types';
import { annotationsOf } from '../../../../src/core/sidecar/questions';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';

const CONTEXT: CheckContext = {
  vocabulary: vocabularyOf(undefined),
  hasId: (id) => id === 'a' || id === 'b',
  copiesOf: () => [],
  words: AS_WRITTEN,
};

const SIDECAR = `version: 1
annotations:
  - id: a
    role: claim
    speaker: 甲方
    passages: [{exact: 桥}]
  - id: b
    role: claim
    passages: [{exact: 钱}]
`;

function findings(
  text: string,
  found: State | SidecarToCheck['trouble'],
  context: Partial<CheckContext> = {},
): string[] {
  const file = readSidecar(text);
  const isState = typeof found === 'string' && found !== 'missing';
  const states = new Map(isState ? annotationsOf(file).map(({ id }) => [id, found]) : []);
  const trouble = isState || found === undefined ? {} : { trouble: found };
  return checkSidecar(
    { file, articleName: 'a.md', states, ...trouble },
    { ...CONTEXT, ...context },
  ).map(
    ({ code, severity, range }) => `${severity} ${code} ${text.slice(range.start).split('\n')[0]}`,
  );
}

describe('checking a sidecar', () => {
  it('finds nothing where all is well', () => {
    assert.deepEqual(findings(SIDECAR, 'anchored'), []);
    assert.deepEqual(findings('version: 1\nannotations: []\n', 'missing'), []);
  });

  it('tells what became of passages at the dashes of their entries', () => {
    assert.deepEqual(findings(SIDECAR, 'orphaned'), [
      'error orphaned - id: a',
      'error orphaned - id: b',
    ]);
    assert.deepEqual(findings(SIDECAR, 'changed')[0], 'warning changed - id: a');
    assert.deepEqual(findings(SIDECAR, 'ambiguous')[1], 'warning ambiguous - id: b');
  });

  it('tells once that the article is gone or can’t be read', () => {
    assert.deepEqual(findings(SIDECAR, 'missing'), ['error missing-article version: 1']);
    const unreadable = findings(SIDECAR, { unreadable: 'no permission' });
    assert.deepEqual(unreadable, ['error unreadable-article version: 1']);
  });

  it('asks a codebook that has speakers for the speaker', () => {
    const listing = (aliases: string[]) =>
      vocabularyOf({ ...EMPTY_CODEBOOK, speakers: [{ name: 'Ann', aliases }] });
    const unknown = ['warning unknown-speaker - id: a'];
    assert.deepEqual(findings(SIDECAR, 'anchored', { vocabulary: listing([]) }), unknown);
    assert.deepEqual(findings(SIDECAR, 'anchored', { vocabulary: listing(['甲方']) }), []);
  });

  it('finds links without target, copied ids, conflicts and unknown values in the file’s order', () => {
    const links = '    links: [{type: refutes, target: a}, {type: rebuts, target: z}]\n';
    const conflicts = '    conflicts: [{field: stance, theirs: against}]\n';
    const text = SIDECAR + links + conflicts;
    assert.deepEqual(findings(text, 'anchored', { copiesOf: (id) => (id === 'a' ? ['c'] : []) }), [
      'warning copied-id - id: a',
      'warning conflict - id: b',
      'error dangling-link - id: b',
      'warning unknown-link - id: b',
    ]);
  });

  it('tells what can’t be read where it stands', () => {
    const [broken] = findings(SIDECAR.replace('role: claim', 'role: []'), 'anchored');
    assert.match(broken ?? '', /^error \S+ \[\]$/);
  });
});
