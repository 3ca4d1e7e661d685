import assert from 'node:assert/strict';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { LineIndex } from '../../../../src/core/text/lines';

/** A sidecar's problems as `line:column code`, with `!` where the file is not to be written. */
export function problemsOf(text: string): string[] {
  const { problems, refusal } = readSidecar(text);
  const lines = new LineIndex(text);
  return problems.map((problem) => {
    const { line, column } = lines.at(problem.range.start);
    assert.ok(
      problem.range.start <= problem.range.end && problem.range.end <= text.length,
      problem.message,
    );
    assert.ok(problem.message.length > 0);
    return `${line}:${column} ${problem.code}${problem === refusal ? '!' : ''}`;
  });
}

export const head = 'version: 1\nannotations:\n';

export const good = '  - id: good1\n    role: claim\n    passages:\n      - exact: 好\n';

export const idsOf = (text: string) =>
  readSidecar(text).entries.map(({ annotation, id }) =>
    annotation === undefined ? `(${id ?? ''})` : annotation.id,
  );

export const only = (text: string) => {
  const { entries, problems } = readSidecar(text);
  assert.deepEqual(problems, [], text);
  assert.equal(entries.length, 1, text);
  return entries[0]?.annotation;
};
