import * as l10n from '@vscode/l10n';
import { listAnnotations, type ArticleToList } from '../../core/exchange/listing';
import type { ExportedAnnotation } from '../../core/model/types';
import { groupsOf, indexCorpus, type SameGroup } from '../../core/same/sameInCorpus';
import { runAtOnce } from '../../core/text/steps';
import { AnnotationLines } from '../annotationLines';
import { cacheOption } from '../cacheOption';
import { command, EXIT, paths } from '../command';
import { openCorpus, type OpenedCorpus } from '../corpus/openCorpus';
import { tellTrouble } from '../sidecarTrouble';
import { Progress, type Terminal } from '../terminal';

/** `claims same`: proposed groups of annotations that say the same. */
export const same = command(() => ({
  usage: 'same [paths..]',
  describe: l10n.t('proposes groups of annotations that make the same statement'),
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
    const groups = runAtOnce(groupsOf(runAtOnce(indexCorpus(opened.corpus)), opened.corpus));
    progress.end();
    if (json) terminal.out(`${JSON.stringify(groups, undefined, 2)}\n`);
    else await printGroups(opened, groups, terminal);
    opened.keep();
    return (await tellTrouble(opened, terminal)) ? EXIT.failed : EXIT.fine;
  },
}));

async function printGroups(
  opened: OpenedCorpus,
  groups: readonly SameGroup[],
  terminal: Terminal,
): Promise<void> {
  const articles = articlesOf(opened, groups);
  const toList: ArticleToList[] = [];
  for (const [article, candidates] of articles)
    toList.push({ ...(await opened.place(article)), candidates });
  const annotations = listAnnotations(toList, {}, opened.listedAs);
  const byId = new Map(annotations.map((one): [string, ExportedAnnotation] => [one.id, one]));
  const files = new Map(Array.from(articles.keys(), (file) => [opened.pathOf(file), file]));
  const lines = new AnnotationLines(terminal.cwd, opened.sidecarOf);
  for (const [i, { ids, score }] of groups.entries()) {
    const heading = l10n.t('{0} annotations, {1} alike', ids.length, score.toFixed(2));
    terminal.out(`${i > 0 ? '\n' : ''}${heading}\n`);
    for (const id of ids) {
      const annotation = byId.get(id);
      if (annotation === undefined) continue;
      const file = files.get(annotation.article) ?? annotation.article;
      terminal.out(await lines.lineOf(annotation, file));
    }
  }
}

/** The articles of the groups, with the ids that they have; of an id that was copied, the first. */
function articlesOf(
  { corpus }: OpenedCorpus,
  groups: readonly SameGroup[],
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const id of groups.flatMap(({ ids }) => ids)) {
    const article = corpus.withId(id)[0]?.article;
    if (article !== undefined) found.set(article, (found.get(article) ?? new Set()).add(id));
  }
  return found;
}
