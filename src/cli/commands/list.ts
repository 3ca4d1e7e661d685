import * as l10n from '@vscode/l10n';
import { candidatesFor, type Candidates } from '../../core/corpus/query/candidates';
import type { Filter, FilterValue } from '../../core/corpus/query/filter';
import { needsOf } from '../../core/corpus/query/conditions/filterTest';
import { findRows } from '../../core/corpus/query/findRows';
import { listAnnotations, type ArticleToList } from '../../core/exchange/listing';
import type { ExportedAnnotation } from '../../core/model/types';
import { cacheOption } from '../cacheOption';
import { command, EXIT, paths } from '../command';
import type { ArticleStates } from '../corpus/articleStates';
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
      })
      .options(cacheOption()),
  run: async ({ paths: given, filter: conditions, count, json, cache }, terminal) => {
    const filter = filterOf(conditions);
    const progress = new Progress(terminal, l10n.t('Reading:'));
    const opened = await openCorpus(given, {
      cwd: terminal.cwd,
      program: terminal.program,
      withOthers: needsOf(filter).backlinks,
      withCache: cache,
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
    opened.keep();
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
  const candidates = await findCandidates(opened, filter, progress);
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
  if (published || (places && opened.careful.size > 0))
    return (await findAnnotations(opened, filter, progress)).annotations.length;
  if (places) {
    const found = [...(await findCandidates(opened, filter, progress)).values()];
    return found.reduce((sum, { size }) => sum + size, 0);
  }
  const selected = new Set(opened.selected);
  const rows = [...findRows(opened.corpus, filter, opened)];
  return rows.filter(({ article }) => selected.has(article.key)).length;
}

/**
 * What the filter may find: what became of passages is known by now, but where a sidecar isn't
 * plainly right.
 */
async function findCandidates(
  { corpus, careful, selected, publishedOf, statesOf }: OpenedCorpus,
  filter: Filter,
  progress: Progress,
): Promise<Candidates> {
  const candidates = candidatesFor(corpus, filter, publishedOf);
  const articles = selected.filter((article) => candidates.has(article));
  const found = new Map<string, ReadonlySet<string>>();
  for (const [i, article] of articles.entries()) {
    const ids = candidates.get(article) ?? new Set<string>();
    const isAsked = filter.state !== undefined && !careful.has(article);
    const wanted = isAsked ? inState(ids, await statesOf(article), filter.state ?? []) : ids;
    if (wanted.size > 0) found.set(article, wanted);
    if (filter.state !== undefined) progress.report(i + 1, articles.length);
  }
  return found;
}

/** Those that became what is asked for; without an article, none has a place. */
function inState(
  ids: ReadonlySet<string>,
  { states }: ArticleStates,
  wanted: readonly FilterValue[],
): ReadonlySet<string> {
  return new Set([...ids].filter((id) => wanted.includes(states.get(id) ?? 'orphaned')));
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
