import { SpeakerNames } from '../../src/core/codebook/speakerNames';
import { readCodebook } from '../../src/core/codebook/readCodebook';
import { RefusedError, type Problem } from '../../src/core/model/problem';
import { sameValue } from '../../src/core/model/sameValue';
import type { Annotation } from '../../src/core/model/types';
import { insertAnnotation } from '../../src/core/sidecar/editSidecar';
import { readSidecar, readSidecarInSteps } from '../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../src/core/sidecar/sidecarFile';
import type { Figure } from './scenario';

/** Nothing may keep an editor waiting longer, in milliseconds. */
const LONGEST = 2000;

const ADDED: Annotation = { id: 'added', role: 'claim', passages: [{ exact: 'added' }] };

/** What was found out in all cases. */
export class Tally {
  private cases = 0;
  private longest = { time: 0, name: '' };
  private readonly crashes: string[] = [];
  private readonly without: string[] = [];
  private readonly lost: string[] = [];

  /** Tries one case in one go: whatever it throws, but for a refusal, is a crash. */
  try(name: string, run: () => void): void {
    this.trySteps(name, () => this.timed(name, run));
  }

  /**
   * The same for a case that lets others have their turn in between, and takes the time of each of
   * its steps itself.
   */
  trySteps(name: string, run: () => void): void {
    this.cases++;
    try {
      run();
    } catch (error) {
      if (!(error instanceof RefusedError)) this.crashes.push(`${name}: ${String(error)}`);
    }
  }

  /** Runs one step, in the time of its own: on a busy computer, others' time isn't ours. */
  timed<T>(name: string, run: () => T): T {
    const [started, used] = [performance.now(), process.cpuUsage()];
    try {
      return run();
    } finally {
      const { user, system } = process.cpuUsage(used);
      const time = Math.min(performance.now() - started, (user + system) / 1000);
      if (time > this.longest.time) this.longest = { time, name };
    }
  }

  /** A case that must hold: nothing lost, nothing polluted. */
  holds(name: string, what: boolean): void {
    if (!what) this.lost.push(name);
  }

  /**
   * Looks at a file's problems: each says something of a place in the text, and what isn't read has
   * one.
   */
  problems(name: string, text: string, problems: readonly Problem[], needed: boolean): void {
    const placed = problems.every(
      ({ message, range }) =>
        message !== '' &&
        message.length < 500 &&
        0 <= range.start &&
        range.start <= range.end &&
        range.end <= text.length,
    );
    if (!placed || (needed && problems.length === 0)) this.without.push(name);
  }

  figures(): Figure[] {
    const none = (name: string, found: readonly string[]): Figure => ({
      name,
      value: [String(found.length), ...found.slice(0, 5)].join('; '),
      holds: found.length === 0,
    });
    return [
      { name: 'cases', value: String(this.cases), holds: this.cases > 1_000 },
      none('crashes', this.crashes),
      {
        name: 'longest time, in ms',
        value: `${Math.round(this.longest.time)} (${this.longest.name})`,
        holds: this.longest.time < LONGEST,
      },
      none('cases without a place for their problem', this.without),
      none('cases in which something was lost', this.lost),
    ];
  }
}

/** Reads a text as a sidecar, step by step, and as a codebook. */
export function tryText(tally: Tally, name: string, text: string): SidecarFile | undefined {
  let file: SidecarFile | undefined;
  tally.trySteps(`${name}, sidecar`, () => {
    const steps = readSidecarInSteps(text);
    while (file === undefined) {
      const step = tally.timed(`${name}, sidecar`, () => steps.next());
      if (step.done === true) file = step.value;
    }
    tally.problems(
      name,
      text,
      file.problems,
      file.refusal !== undefined || file.entries.some(({ annotation }) => annotation === undefined),
    );
    tally.holds(`${name}, text kept`, file.text === text);
  });
  tally.try(`${name}, codebook`, () => {
    const { codebook, problems } = readCodebook(text);
    tally.problems(`${name}, codebook`, text, problems, false);
    new SpeakerNames(codebook.speakers).of('甲');
  });
  return file;
}

/**
 * Reads a text, and adds an annotation to it: that is refused, or everything is there as before.
 */
export function tryEdit(tally: Tally, name: string, text: string): void {
  const file = tryText(tally, name, text);
  if (file === undefined) return;
  tally.try(`${name}, edit`, () => {
    if (file.refusal !== undefined) return;
    const after = readSidecar(insertAnnotation(file, file.entries.length, ADDED).text);
    const [before, now] = [file, after].map(({ entries }) =>
      entries.map(({ annotation, id }) => annotation ?? id),
    );
    tally.holds(
      `${name}, edit`,
      sameValue(now, [...(before ?? []), ADDED]) && sameValue(after.article, file.article),
    );
  });
}
