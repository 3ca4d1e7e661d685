import { strict as assert } from 'node:assert';
import { useWindow } from './session';

describe('sidecars that are hidden from the explorer', () => {
  const session = useWindow();

  it('are read all the same', async () => {
    session.files.write(
      'open-or-closed.md.claims.yaml',
      'version: 1\nannotations:\n  - id: h1\n    role: claim\n    speaker: Guild\n    passages:\n      - exact: Closed models\n',
    );
    const hidden = { '**/*.claims.yaml': true };
    session.settings({ 'files.exclude': hidden, 'search.exclude': hidden });
    await session.reload();
    assert.ok(!(await session.window.explorerRows()).some((name) => name.endsWith('.claims.yaml')));
    await session.window.showContainer('Claim Annotator');
    assert.equal((await session.window.tree('Claim Annotator').row('Guild')).description, '1');
  });
});
