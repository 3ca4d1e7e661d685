import * as l10n from '@vscode/l10n';
import { candidatesFor } from '../../core/corpus/query/candidates';
import type { Filter } from '../../core/corpus/query/filter';
import { needsOf } from '../../core/corpus/query/filterTest';
import { findRows } from '../../core/corpus/query/findRows';
import { listAnnotations, type ArticleToList } from '../../core/exchange/listing';
import type { ExportedAnnotation } from '../../core/model/types';
import { command, EXIT, paths } from '../command';
import { openCorpus, type OpenedCorpus } from '../corpus/openCorpus';
import { filterOf, filterOption } from '../filterOption';
import { AnnotationLines } from '../annotationLines';
import { tellTrouble } from '../sidecarTrouble';
import { Progress, type Terminal } from '../terminal';

/** `claims list`: annotations, in export order. */
export const list = command(() => ({
  usage: 'list [paths..]',
  describe: l10n.t('lists annotations, a line each'),
  options: (yargs) =>
    yargs
      .positional('paths', paths(l10n.t('folders, articles or sidecars')))
      .option('filter', filterOption())
      .option('count', { type: 'boolean', describe: l10n.t('their number only') })
      .option('json', {
        type: 'boolean',
        describe: l10n.t('with all that is known of them, as JSON'),
      }),
  run: async ({ paths: given, filter: conditions, count, json }, terminal) => {
    const filter = filterOf(conditions);
    const progress = new Progress(terminal, l10n.t('Reading:'));
    const opened = await openCorpus(given, {
      cwd: terminal.cwd,
      withOthers: needsOf(filter).backlinks,
      onProgress: (done, total) => progress.report(done, total),
    });
    if (count) {
      const found = await countAnnotations(opened, filter, progress);
      progress.end();
      terminal.out(`${found}\n`);
    } else {
      const found = await findAnnotations(opened, filter, progress);
      progress.end();
      if (json) terminal.out(`${JSON.stringify(found.annotations, undefined, 2)}\n`);
      else await printLines(opened, found, terminal);
    }
    return (await tellTrouble(opened, terminal)) ? EXIT.failed : EXIT.fine;
  },
}));

/** What was found, with the articles by the paths that results have. */
interface Found {
  readonly annotations: readonly ExportedAnnotation[];
  readonly articles: ReadonlyMap<string, string>;
}

async function findAnnotations(
  opened: OpenedCorpus,
  filter: Filter,
  progress: Progress,
): Promise<Found> {
  const candidates = candidatesFor(opened.corpus, filter, opened.publishedOf);
  const articles = opened.selected.filter((article) => candidates.has(article));
  const toList: ArticleToList[] = [];
  for (const article of articles) {
    const ids = candidates.get(article) ?? new Set();
    toList.push({ ...(await opened.place(article)), candidates: ids });
    progress.report(toList.length, articles.length);
  }
  return {
    annotations: listAnnotations(toList, filter, opened.listedAs),
    articles: new Map(articles.map((article) => [opened.pathOf(article), article])),
  };
}

/** How many there are; articles are only read where the filter asks for what they say. */
async function countAnnotations(
  opened: OpenedCorpus,
  filter: Filter,
  progress: Progress,
): Promise<number> {
  const { places, published } = needsOf(filter);
  if (places || published)
    return (await findAnnotations(opened, filter, progress)).annotations.length;
  const selected = new Set(opened.selected);
  const rows = [...findRows(opened.corpus, filter, opened)];
  return rows.filter(({ article }) => selected.has(article.key)).length;
}

async function printLines(
  { sidecarOf }: OpenedCorpus,
  { annotations, articles }: Found,
  terminal: Terminal,
): Promise<void> {
  const lines = new AnnotationLines(terminal.cwd, sidecarOf);
  for (const annotation of annotations) {
    const article = articles.get(annotation.article) ?? annotation.article;
    terminal.out(await lines.lineOf(annotation, article));
  }
}
