import { strict as assert } from 'node:assert';
import { launchBrowser } from '../host/browser';
import { sharedServer } from '../host/server';
import { Random } from '../stress/scenario';
import { writeInWindows } from '../stress/windows';

describe('two windows and a plain program on one sidecar', () => {
  it('lose nothing of what each of them does', async function () {
    this.timeout(180_000);
    const browser = await launchBrowser();
    try {
      const figures = await writeInWindows(await sharedServer(), browser, 90, new Random(7));
      assert.deepEqual(
        figures.filter(({ holds }) => !holds),
        [],
      );
    } finally {
      await browser.close();
    }
  });
});
