import * as l10n from '@vscode/l10n';
import { groupRows, type Grouping } from '../../core/corpus/query/group';
import { allRows } from '../../core/corpus/query/rows';
import { shownText } from '../../core/text/shownText';
import { cacheOption } from '../cacheOption';
import { command, EXIT, paths } from '../command';
import { openCorpus, type OpenedCorpus } from '../corpus/openCorpus';
import { tellTrouble } from '../sidecarTrouble';
import { Progress } from '../terminal';

/** By what is counted. */
const COUNTED = ['role', 'stance', 'speaker', 'topic', 'article'] as const satisfies Grouping[];

/** How many annotations have a value; null: not set. */
interface Count {
  readonly value: string | null;
  readonly count: number;
}

/** All numbers, the largest first. */
type Stats = Readonly<Record<(typeof COUNTED)[number], readonly Count[]>> & {
  readonly annotations: number;
};

/** `claims stats`: how many annotations there are of each kind. */
export const stats = command(() => ({
  usage: 'stats [paths..]',
  describe: l10n.t('counts annotations by role, stance, speaker, topic and article'),
  options: (yargs) =>
    yargs
      .positional('paths', paths(l10n.t('folders, articles or sidecars')))
      .option('json', { type: 'boolean', describe: l10n.t('as JSON') })
      .options(cacheOption()),
  run: async ({ paths: given, json, cache }, terminal) => {
    const progress = new Progress(terminal, l10n.t('Reading:'));
    const opened = await openCorpus(given, {
      cwd: terminal.cwd,
      program: terminal.program,
      withCache: cache,
      onProgress: (done, total) => progress.report(done, total),
    });
    progress.end();
    const counted = countAll(opened);
    terminal.out(json ? `${JSON.stringify(counted, undefined, 2)}\n` : printStats(counted));
    opened.keep();
    return (await tellTrouble(opened, terminal)) ? EXIT.failed : EXIT.fine;
  },
}));

function countAll({ corpus, publishedOf }: OpenedCorpus): Stats {
  const rows = [...allRows(corpus)];
  const counts = COUNTED.map((by) => {
    const groups = groupRows(rows, by, { corpus, publishedOf });
    const all = groups.map(({ value = null, rows: { length } }) => ({ value, count: length }));
    // Those that count the same stay in order.
    return [by, all.sort((a, b) => b.count - a.count)];
  });
  return {
    annotations: rows.length,
    ...(Object.fromEntries(counts) as Omit<Stats, 'annotations'>),
  };
}

function printStats(counted: Stats): string {
  const width = String(counted.annotations).length;
  const titles: Readonly<Record<(typeof COUNTED)[number], string>> = {
    role: l10n.t('By role'),
    stance: l10n.t('By stance'),
    speaker: l10n.t('By speaker'),
    topic: l10n.t('By topic'),
    article: l10n.t('By article'),
  };
  const sections = COUNTED.map((by) => {
    const lines = counted[by].map(
      ({ value, count }) =>
        `${String(count).padStart(width + 2)}  ${shownText(value ?? l10n.t('(none)'))}\n`,
    );
    return `\n${titles[by]}\n${lines.join('')}`;
  });
  return `${l10n.t('Annotations: {0}', counted.annotations)}\n${sections.join('')}`;
}
