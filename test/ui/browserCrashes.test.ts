import { strict as assert } from 'node:assert';
import { launchBrowser } from '../host/browser';
import { sharedServer } from '../host/server';
import { crashBrowser } from '../stress/browserCrashes';
import { Random } from '../stress/scenario';

describe('a VS Code in the browser that is killed while it writes', () => {
  it('has every acknowledged change when it is started again', async function () {
    this.timeout(120_000);
    const browser = await launchBrowser();
    try {
      const figures = await crashBrowser(await sharedServer(), browser, 3, new Random(7));
      assert.deepEqual(
        figures.filter(({ holds }) => !holds),
        [],
      );
    } finally {
      await browser.close();
    }
  });
});
