import { anchorAllInSteps, makeSelector, type Selector } from '../../src/core/anchoring';
import { makeRevision } from './anchoringTexts';
import { median, timeRow, type Effort, type Row } from './measure';

const LONG_QUOTE = 250_000;

/**
 * The search for a lost passage in huge texts: how long its longest step takes, in which no key is
 * heard. How long all of it takes stands beside that.
 *
 * @param goal for each, in milliseconds
 */
export function searchRows(goal: number, { runs, warmUp }: Effort): Row[] {
  const prose = makeRevision(5e6, 100, 3).now;
  const line = makeRevision(1e6, 100, 4).now.replaceAll('\n', ' ');
  const repeated = 'one line like all others 和别的一样 '.repeat(30_000);
  const cases: readonly (readonly [string, string, Selector])[] = [
    ['in 5 M characters', prose, lostIn(prose)],
    ['in 1 M line breaks', '\n'.repeat(1e6), lostIn('\n'.repeat(1e6))],
    ['in one line of 1 M characters', line, lostIn(line)],
    ['a quote of 250,000 characters, changed, in 5 M', prose, changedIn(prose)],
    ['the same where all lines are alike, in 1 M', repeated, changedIn(repeated)],
  ];
  return cases.map(([what, text, selector]) => {
    const longest: number[] = [];
    const all: number[] = [];
    for (let run = -warmUp; run < runs; run++) {
      const times = timesOfSteps(text, selector);
      if (run < 0) continue;
      longest.push(Math.max(...times));
      all.push(times.reduce((sum, time) => sum + time, 0));
    }
    return timeRow(
      `search for a lost passage, longest step: ${what} (all steps: ${Math.round(median(all))} ms)`,
      goal,
      { ours: median(longest) },
    );
  });
}

function timesOfSteps(text: string, selector: Selector): number[] {
  const times: number[] = [];
  const steps = anchorAllInSteps(text, [selector]);
  for (;;) {
    const started = performance.now();
    const { done } = steps.next();
    times.push(performance.now() - started);
    if (done === true) return times;
  }
}

/** A passage of other words than any in the text. */
function lostIn(text: string): Selector {
  const start = text.length >> 1;
  return { ...makeSelector(text, { start, end: start + 40 }), exact: 'THESE WORDS STAND NOWHERE' };
}

/** A long passage with one other character in its middle. */
function changedIn(text: string): Selector {
  const start = text.length >> 1;
  const end = start + LONG_QUOTE;
  const exact = `${text.slice(start, start + LONG_QUOTE / 2)}X${text.slice(start + LONG_QUOTE / 2, end)}`;
  return { exact, prefix: text.slice(start - 32, start), suffix: '', start, end };
}
