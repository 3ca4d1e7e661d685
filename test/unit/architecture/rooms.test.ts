import { strict as assert } from 'node:assert';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');

interface Rooms {
  readonly refuseImport: (from: string, specifier: string) => string | undefined;
}

describe('the rooms of src', () => {
  let rooms: Rooms;
  const refused = (from: string, specifier: string) =>
    rooms.refuseImport(join(ROOT, 'src', from), specifier);

  before(async () => {
    rooms = (await import(join(ROOT, 'scripts', 'rooms.mjs'))) as Rooms;
  });

  it('let imports go down', () => {
    assert.equal(refused('core/placing/liveArticle.ts', '../anchoring'), undefined);
    assert.equal(refused('core/placing/liveArticle.ts', './changeSet'), undefined);
    assert.equal(refused('features/hover/index.ts', '../services'), undefined);
    assert.equal(refused('features/hover/index.ts', 'vscode'), undefined);
    assert.equal(refused('disk/lock.node.ts', 'node:fs'), undefined);
  });

  it('refuse imports that go up, across, past a door, or out of the room', () => {
    const cases = [
      ['core/text/range.ts', '../placing/liveArticle', 'core/text must not import core/placing'],
      ['core/text/range.ts', 'vscode', 'must not know VS Code'],
      ['core/text/range.ts', 'node:fs', 'use Node'],
      [
        'core/placing/liveArticle.ts',
        '../anchoring/folding/foldText',
        'is entered by its index.ts',
      ],
      ['workspace/articles/openArticles.ts', '../../ui/notify', 'must not import ui'],
      ['workspace/sidecars/sidecarStore.ts', '../articles/openArticles', 'must not import'],
      ['features/hover/index.ts', '../edit', 'features/* must not import features/*'],
      ['stray.ts', './extension', 'none of the rooms'],
    ] as const;
    for (const [from, specifier, message] of cases)
      assert.ok(refused(from, specifier)?.includes(message), `${from} → ${specifier}`);
  });
});
