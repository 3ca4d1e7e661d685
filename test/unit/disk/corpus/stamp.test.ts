import assert from 'node:assert/strict';
import { symlinkSync, utimesSync } from 'node:fs';
import { isSame, settledStamp, stampOf } from '../../../../src/disk/corpus/stamp.node';
import { folderForEach } from '../disk';
import { laterBy, write } from './articles';

describe('the stamp of a file', () => {
  const folder = folderForEach();
  const path = () => folder.file('文章.md');

  it('is the same for a file that wasn’t touched, and another one after any writing', () => {
    write(path(), 'one');
    utimesSync(path(), 1_700_000_000, 1_700_000_000);
    const before = stampOf(path());
    assert.ok(isSame(stampOf(path()), before));
    write(path(), 'two');
    utimesSync(path(), 1_700_000_000, 1_700_000_000);
    assert.ok(!isSame(stampOf(path()), before));
  });

  it('is relied on only where the file wasn’t changed just now, whatever time it carries', () => {
    for (const time of [1_700_000_000, -28_800, 0, 4_000_000_000]) {
      write(path(), 'one');
      // Node takes a negative number for the present time.
      utimesSync(path(), new Date(time * 1000), new Date(time * 1000));
      const stamp = stampOf(path()) ?? '';
      assert.ok(!isSame(settledStamp(stamp), stamp), `${time}`);
    }
    utimesSync(path(), new Date(-1), new Date(-1));
    const restore = laterBy(10_000);
    const stamp = stampOf(path()) ?? '';
    assert.ok(isSame(settledStamp(stamp), stamp));
    restore();
  });

  it('is relied on by nobody while the clock is behind the file', () => {
    write(path(), 'one');
    const stamp = stampOf(path()) ?? '';
    const restore = laterBy(-3_600_000);
    assert.ok(!isSame(settledStamp(stamp), stamp));
    restore();
  });

  it('tells a file that is gone from one that can’t be looked at', () => {
    assert.equal(stampOf(path()), undefined);
    write(folder.file('file'), '');
    assert.equal(stampOf(folder.file('file/文章.md')), undefined);
    symlinkSync('文章.md', path());
    const stamp = stampOf(path());
    assert.notEqual(stamp, undefined);
    assert.ok(!isSame(stamp, stamp), 'it is as none was before');
  });
});
