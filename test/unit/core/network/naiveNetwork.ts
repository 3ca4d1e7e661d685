import type { NetworkOptions } from '../../../../src/core/network/options';
import type { Statement } from '../../../../src/core/network/statement';

/** Networks straight from the formulas, cell by cell, however long that takes. */

const STANCES = ['against', 'favor'] as const;

/** Monday of the week of a day, which names the week as well as its number does. */
function weekOf(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  while (day.getUTCDay() !== 1) day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

function days(date: string): readonly [first: number, last: number] {
  const [year = 0, month, day] = date.split('-').map(Number);
  const number = (m: number, d: number) => year * 10_000 + m * 100 + d;
  return [number(month ?? 1, day ?? 1), number(month ?? 12, day ?? 31)];
}

function isSameTime(a: Statement, b: Statement, options: NetworkOptions): boolean {
  if (options.duplicates === 'acrossrange') return true;
  if (options.duplicates === 'document') return a.article === b.article;
  if (a.date === undefined || b.date === undefined) return false;
  if (options.duplicates === 'year') return a.date.slice(0, 4) === b.date.slice(0, 4);
  if (options.duplicates === 'month') return a.date.slice(0, 7) === b.date.slice(0, 7);
  if (a.date.length < 10 || b.date.length < 10) return a.date === b.date;
  return weekOf(a.date) === weekOf(b.date);
}

function counted(statements: readonly Statement[], options: NetworkOptions): Statement[] {
  const { since, until, duplicates } = options;
  const inTime = statements.filter(({ date }) => {
    if (since === undefined && until === undefined) return true;
    if (date === undefined) return false;
    const [first, last] = days(date);
    return (
      (since === undefined || last >= days(since)[0]) &&
      (until === undefined || first <= days(until)[1])
    );
  });
  if (duplicates === 'include') return inTime;
  const kept: Statement[] = [];
  const dated = inTime.filter(({ date }) => date !== undefined);
  const inOrder = [
    ...dated.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : a.date === b.date ? 0 : 1)),
    ...inTime.filter(({ date }) => date === undefined),
  ];
  for (const one of inOrder) {
    const isKnown = kept.some(
      (other) =>
        other.speaker === one.speaker &&
        other.topic === one.topic &&
        (options.aggregation === 'ignore' || other.stance === one.stance) &&
        isSameTime(other, one, options),
    );
    if (!isKnown) kept.push(one);
  }
  return kept;
}

export function naiveNetwork(statements: readonly Statement[], options: NetworkOptions) {
  const left = counted(statements, options);
  const names = (field: 'speaker' | 'topic') =>
    [...new Set(left.map((one) => one[field]))].sort((a, b) =>
      Buffer.compare(Buffer.from(a), Buffer.from(b)),
    );
  const nodes = options.kind === 'one-mode' ? options.nodes : 'speaker';
  const concept = nodes === 'speaker' ? 'topic' : 'speaker';
  const [rows, concepts] = [names(nodes), names(concept)];
  const x = (i: string, j: string, k: number) =>
    left.filter((one) => one[nodes] === i && one[concept] === j && one.stance === STANCES[k])
      .length;
  const sum = (value: (j: string, k: number) => number) =>
    concepts.reduce((total, j) => total + value(j, 0) + value(j, 1), 0);
  const n = (i: string) => sum((j, k) => x(i, j, k));
  if (options.kind === 'two-mode') {
    const matrix = rows.map((i) =>
      concepts.map((j) => {
        const [against, favor] = [x(i, j, 0), x(i, j, 1)];
        const value = {
          ignore: favor + against,
          subtract: favor - against,
          combine: (favor > 0 ? 1 : 0) + (against > 0 ? 2 : 0),
        }[options.aggregation];
        const column = rows.reduce((total, row) => total + x(row, j, 0) + x(row, j, 1), 0);
        return value / { no: 1, activity: n(i), prominence: column }[options.normalization];
      }),
    );
    return { rows, columns: concepts, matrix };
  }
  const matrix = rows.map((a) =>
    rows.map((b) => {
      if (a === b) return 0;
      const congruence = sum((j, k) => x(a, j, k) * x(b, j, k));
      const conflict = sum((j, k) => x(a, j, k) * x(b, j, 1 - k));
      const value = {
        congruence,
        conflict,
        subtract: congruence - conflict,
        ignore: concepts.reduce(
          (total, j) => total + (x(a, j, 0) + x(a, j, 1)) * (x(b, j, 0) + x(b, j, 1)),
          0,
        ),
      }[options.aggregation];
      const by = {
        no: 1,
        average: (n(a) + n(b)) / 2,
        jaccard:
          sum((j, k) => (x(b, j, k) === 0 ? x(a, j, k) : 0)) +
          sum((j, k) => (x(a, j, k) === 0 ? x(b, j, k) : 0)) +
          congruence,
        cosine:
          Math.sqrt(sum((j, k) => x(a, j, k) ** 2)) * Math.sqrt(sum((j, k) => x(b, j, k) ** 2)),
        'cosine-dna': n(a) * n(b),
      }[options.normalization];
      return by === 0 ? 0 : value / by;
    }),
  );
  return { rows, columns: rows, matrix };
}
