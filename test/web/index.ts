/** What VS Code's web worker extension host loads to run tests. */
import Mocha from 'mocha/mocha.mjs';
import { EVENT_PREFIX, reporterFor } from '../host/reporter';
import { runMocha, type TestFile } from '../host/runMocha';

/** The same as in test/integration/index.ts, with Mocha's build for browsers. */
export async function run(files: readonly TestFile[], grep?: string): Promise<void> {
  const reporter = reporterFor((event) => console.log(EVENT_PREFIX + JSON.stringify(event)));
  await runMocha(
    new Mocha({ reporter, timeout: 20_000, ...(grep ? { grep: new RegExp(grep) } : {}) }),
    files,
  );
}
