import assert from 'node:assert/strict';
import { folderNames } from '../../../../../src/core/text/names/folderNames';

const named = (...paths: string[]) =>
  folderNames(paths.map((path) => ({ name: path.split('/').at(-1) ?? '', path })));

describe('folderNames', () => {
  it('leaves names alone that are told apart already', () => {
    assert.deepEqual(named('/a/north', '/a/south'), ['north', 'south']);
    assert.deepEqual(named('/a/north'), ['north']);
    assert.deepEqual(named(), []);
  });

  it('adds the folders that namesakes lie in, as few as will do', () => {
    assert.deepEqual(named('/x/2023/papers', '/x/2024/papers', '/x/notes'), [
      'papers (2023)',
      'papers (2024)',
      'notes',
    ]);
    assert.deepEqual(named('/x/2023/zh/papers', '/x/2024/zh/papers', '/x/2024/en/papers'), [
      'papers (2023-zh)',
      'papers (2024-zh)',
      'papers (en)',
    ]);
  });

  it('is the same in any order, and tells a folder from one that lies above', () => {
    assert.deepEqual(named('/x/2024/papers', '/x/2023/papers'), ['papers (2024)', 'papers (2023)']);
    assert.equal(new Set(named('/papers', '/papers/papers')).size, 2);
  });
});
