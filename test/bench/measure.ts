/** How often each candidate is timed, and how often it runs before that. */
export interface Effort {
  readonly runs: number;
  readonly warmUp: number;
}

/**
 * Milliseconds that each candidate takes: the median of several runs, in turns, so that what else
 * the machine does meets all of them alike.
 */
export async function measure<K extends string>(
  candidates: Readonly<Record<K, () => unknown>>,
  { runs, warmUp }: Effort,
): Promise<Record<K, number>> {
  const names = Object.keys(candidates) as K[];
  const times = new Map(names.map((name): [K, number[]] => [name, []]));
  for (let run = -warmUp; run < runs; run++) {
    for (const name of names) {
      const started = performance.now();
      await candidates[name]();
      if (run >= 0) times.get(name)?.push(performance.now() - started);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    K,
    number
  >;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** A row of the table. Times in milliseconds. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly goal?: string;
  readonly floor?: string;
  readonly ratio?: string;
  readonly yaml?: string;
}

/**
 * A row of times, with what can't be beaten (`floor`) and what the `yaml` library takes, where
 * there is such.
 */
export function timeRow(
  what: string,
  goal: number | undefined,
  { ours, floor, yaml }: { readonly ours: number; readonly floor?: number; readonly yaml?: number },
): Row {
  return {
    what,
    ours: milliseconds(ours),
    ...(goal !== undefined && { goal: `≤ ${goal} ms` }),
    ...(floor !== undefined && { floor: milliseconds(floor), ratio: ratio(ours, floor) }),
    ...(yaml !== undefined && { yaml: milliseconds(yaml) }),
  };
}

/** The rows as a Markdown table. */
export function printTable(rows: readonly Row[]): string {
  const cells = rows.map(({ what, goal = '', ours, floor = '', ratio: times = '', yaml = '' }) => [
    what,
    goal,
    ours,
    floor,
    times,
    yaml,
  ]);
  return [
    ['', 'goal', 'ours', 'floor', 'ours ÷ floor', '`yaml` library'],
    ['---', '--:', '--:', '--:', '--:', '--:'],
    ...cells,
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

export function milliseconds(value: number): string {
  return `${digits(value)} ms`;
}

/** How many times as long the one takes as the other, as it is shown. */
export function ratio(ours: number, floor: number): string {
  return `${digits(ours / floor)} ×`;
}

function digits(value: number): string {
  return value.toFixed(value < 1 ? 2 : value < 20 ? 1 : 0);
}
