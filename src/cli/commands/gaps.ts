import * as l10n from '@vscode/l10n';
import { findGaps, GAPS, type Gap, type Gaps } from '../../core/corpus/findings/gaps';
import { runAtOnce } from '../../core/text/steps';
import { AnnotationLines } from '../annotationLines';
import { command } from '../command';
import type { OpenedCorpus } from '../corpus/openCorpus';
import { placeFound, type PlacedFound } from '../corpus/placeFound';
import { answerQuery, queryOptions } from '../query';
import type { Terminal } from '../terminal';

/** `claims gaps`: what is missing among the annotations. */
export const gaps = command(() => ({
  usage: 'gaps [paths..]',
  describe: l10n.t('lists what is missing: support, answers, speakers, targets of links'),
  options: (yargs) =>
    queryOptions(yargs).option('json', { type: 'boolean', describe: l10n.t('ids, as JSON') }),
  run: async (args, terminal) =>
    answerQuery(args, terminal, { links: true }, async ({ opened, rows, onProgress }) => {
      const found = runAtOnce(findGaps(opened.corpus, rows));
      const placed = await placeFound(opened, Object.values(found).flat(), onProgress);
      const lists = GAPS.map((gap): [Gap, PlacedFound[]] => [gap, having(gap, found, placed)]);
      if (!args.json) return printGaps(lists, opened, terminal);
      const ids = Object.fromEntries(lists.map(([gap, list]) => [gap, list.map(({ id }) => id)]));
      return `${JSON.stringify(ids, undefined, 2)}\n`;
    }),
}));

/** The annotations with a gap, in export order. */
function having(gap: Gap, found: Gaps, placed: readonly PlacedFound[]): PlacedFound[] {
  // No id has a space.
  const keys = new Set(found[gap].map(({ article, id }) => `${id} ${article}`));
  return placed.filter(({ article, id }) => keys.has(`${id} ${article}`));
}

async function printGaps(
  lists: readonly [Gap, readonly PlacedFound[]][],
  { sidecarOf }: OpenedCorpus,
  { cwd }: Terminal,
): Promise<string> {
  const lines = new AnnotationLines(cwd, sidecarOf);
  const titles: Readonly<Record<Gap, string>> = {
    unsupported: l10n.t('Claims that nothing supports'),
    untargeted: l10n.t('Rebuttals that rebut nothing'),
    unanswered: l10n.t('Rebut something, and are rebutted by nothing'),
    unattributed: l10n.t('Without a speaker'),
    dangling: l10n.t('With a link whose target doesn’t exist'),
  };
  const sections: string[] = [];
  for (const [gap, list] of lists) {
    let section = `${titles[gap]}: ${list.length}\n`;
    for (const { annotation, article } of list) section += await lines.lineOf(annotation, article);
    sections.push(section);
  }
  return sections.join('\n');
}
