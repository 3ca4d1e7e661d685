import type { Case } from './cases';
import type { Outcome, Verdict } from './measure';

const HEADER =
  'group                              n   exact overlap partial  wrong missed  ambig orphan-ok  right of sure';

/** From this confidence on a place is sure. */
const SURE = 0.9;

/** Rows of the summary under `real`: what they are called, and what belongs to them. */
const REAL_ROWS: readonly (readonly [string, (one: Case) => boolean])[] = [
  ['Chinese', ({ lang }) => lang === 'zh'],
  ['English', ({ lang }) => lang === 'en'],
  ['edited inside', ({ kind }) => kind === 'edited-inside'],
  ['moved', ({ kind }) => kind === 'moved'],
  ['deleted', ({ kind }) => kind === 'deleted'],
  ['phrase elsewhere', ({ kind, sub }) => kind === 'deleted' && sub === 'phrase-elsewhere'],
];

/** A part of the summary: what was measured, and how it came out. */
export interface Section {
  readonly title: string;
  readonly outcomes: readonly Outcome[];
}

/**
 * The whole evaluation in one table: a few rows for each section of recorded cases, and a row for
 * each kind of made ones. Columns as in {@link verdictTable}.
 */
export function summaryTable(sections: readonly Section[]): string {
  const lines = [HEADER];
  for (const { title, outcomes } of sections) {
    lines.push(title);
    const add = (name: string, test: (one: Case) => boolean): void => {
      const chosen = outcomes.filter(({ trial }) => test(trial.case));
      if (chosen.length > 0) lines.push(verdictLine(`  ${name}`, chosen));
    };
    const isReal = ({ source }: Case): boolean => source === 'real';
    add('real', isReal);
    for (const [name, test] of REAL_ROWS) add(`· ${name}`, (one) => isReal(one) && test(one));
    add('synthetic', ({ source }) => source === 'synth');
    const kinds = outcomes.map(({ trial }) => trial.case).filter(({ source }) => source === 'hard');
    for (const kind of new Set(kinds.map((one) => one.kind))) add(kind, (one) => one.kind === kind);
  }
  return lines.join('\n');
}

/**
 * A table of verdicts by group, in per cent: exact, overlap (≥ 0.8), partial and missed of the
 * passages that still stand; wrong and ambiguous of all; orphan-ok of those that are gone. Last,
 * how many places were sure, and how many of these right.
 */
export function verdictTable(outcomes: readonly Outcome[]): string {
  const lines = [HEADER];
  const add = (name: string, chosen: readonly Outcome[]): void => {
    if (chosen.length > 0) lines.push(verdictLine(name, chosen));
  };
  const where = (test: (outcome: Outcome) => boolean): Outcome[] => outcomes.filter(test);
  const real = where(({ trial }) => trial.case.source === 'real');
  add('real', real);
  for (const lang of ['zh', 'en'])
    add(
      `  ${lang}`,
      real.filter(({ trial }) => trial.case.lang === lang),
    );
  const kinds = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { kind, sub } = outcome.trial.case;
    for (const name of new Set([
      kind,
      kind === 'deleted' || kind === 'edited-inside' ? `  ${kind}/${sub}` : kind,
    ])) {
      kinds.set(name, [...(kinds.get(name) ?? []), outcome]);
    }
  }
  const sorted = [...kinds].sort(([a], [b]) => (a.trim() < b.trim() ? -1 : 1));
  for (const [name, group] of sorted) if (!/^(synth|hard)/.test(name)) add(`  ${name}`, group);
  add(
    'synthetic',
    where(({ trial }) => trial.case.source === 'synth'),
  );
  for (const [name, group] of sorted) if (/^(synth|hard)/.test(name)) add(`  ${name}`, group);
  return lines.join('\n');
}

/** The same, in two lines: real and synthetic. */
export function verdictSummary(outcomes: readonly Outcome[]): string {
  return ['real', 'synth']
    .map((source) =>
      verdictLine(
        source,
        outcomes.filter(({ trial }) => trial.case.source === source),
      ),
    )
    .join('\n');
}

function verdictLine(name: string, outcomes: readonly Outcome[]): string {
  const count = (...verdicts: Verdict[]): number =>
    outcomes.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const all = outcomes.length;
  const gone = outcomes.filter(({ trial }) => trial.case.truth === null).length;
  const columns = [
    percent(count('exact'), all - gone),
    percent(count('exact', 'good'), all - gone),
    percent(count('partial'), all - gone),
    percent(count('wrong'), all),
    percent(count('missed'), all - gone),
    percent(count('ambiguous'), all),
    percent(count('orphan-ok'), gone),
  ];
  const sure = outcomes.filter(({ confidence }) => confidence >= SURE);
  const right = sure.filter(({ bestIsRight }) => bestIsRight).length;
  return `${name.padEnd(29)} ${String(all).padStart(6)} ${columns.map((column) => column.padStart(6)).join(' ')}    ${String(right)} of ${String(sure.length)}`;
}

const EDGES = [0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01];

/**
 * How often the best place was right, by the confidence in it. Passages without any place are left
 * out.
 */
export function calibrationTable(outcomes: readonly Outcome[]): string {
  const lines = ['confidence        n   mean  right'];
  const line = (name: string, chosen: readonly Outcome[]): void => {
    const mean = chosen.reduce((sum, { confidence }) => sum + confidence, 0) / chosen.length;
    const right = chosen.filter(({ bestIsRight }) => bestIsRight).length;
    lines.push(
      `${name.padEnd(13)} ${String(chosen.length).padStart(5)} ${percent(mean, 1).padStart(6)} ${percent(right, chosen.length).padStart(6)}`,
    );
  };
  const located = outcomes.filter(({ confidence }) => confidence > 0);
  for (let index = 0; index + 1 < EDGES.length; index += 1) {
    const [from, to] = [EDGES[index]!, EDGES[index + 1]!];
    const chosen = located.filter(({ confidence }) => confidence >= from && confidence < to);
    if (chosen.length > 0) line(`${String(from)} – ${to > 1 ? '1' : String(to)}`, chosen);
  }
  line(
    'all ≥ 0.9',
    located.filter(({ confidence }) => confidence >= 0.9),
  );
  line(
    '  searched',
    located.filter(
      ({ confidence, trial }) => confidence >= 0.9 && trial.finding.verbatim === undefined,
    ),
  );
  return lines.join('\n');
}

function percent(part: number, of: number): string {
  return of === 0 ? '-' : ((100 * part) / of).toFixed(1);
}
