import assert from 'node:assert/strict';
import { USUAL_SEED } from '../../host/seed';
import { Random, type Scenario } from '../../stress/scenario';

/** Declares a test that runs the short version of a scenario and looks at each figure. */
export function holds(scenario: Scenario): void {
  it(scenario.title, async function () {
    // Many processes, on a computer that may have other work.
    this.timeout(180_000);
    const figures = await scenario.run('short', new Random(USUAL_SEED));
    assert.deepEqual(
      figures.filter((figure) => !figure.holds),
      [],
    );
    assert.ok(figures.length > 0);
  });
}
