import assert from 'node:assert/strict';
import { Progress, type Terminal } from '../../../src/cli/terminal';

function told(showsProgress: boolean, use: (progress: Progress) => void): string {
  let all = '';
  const terminal: Terminal = {
    cwd: '/',
    out: () => assert.fail('no data'),
    tell: (text) => {
      all += text;
    },
    showsProgress,
  };
  use(new Progress(terminal, 'Reading:'));
  return all;
}

describe('progress', () => {
  it('is one line on a terminal, which goes away at the end', () => {
    const all = told(true, (progress) => {
      progress.report(1, 3);
      progress.end();
      progress.end();
    });
    assert.equal(all, '\r\x1b[KReading: 1/3\r\x1b[K');
  });

  it('isn’t said too often, and never where nobody watches', () => {
    const count = (all: string) => all.split('Reading').length - 1;
    const many = (progress: Progress) => {
      for (let i = 1; i <= 1_000; i++) progress.report(i, 1_000);
      progress.end();
    };
    assert.ok(count(told(true, many)) < 100);
    assert.equal(told(false, many), '');
  });
});
