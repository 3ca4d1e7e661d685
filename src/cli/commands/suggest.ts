import * as l10n from '@vscode/l10n';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { listed, suggest as suggestSpeakers, type ListedSuggestion } from '../../core/attribution';
import { knownSpeakers } from '../../core/corpus/knownSpeakers';
import { RefusedError } from '../../core/model/problem';
import type { ArticleText } from '../../core/text/articleText';
import type { CodePointRange } from '../../core/text/range';
import { shownText } from '../../core/text/shownText';
import { cacheOption } from '../cacheOption';
import { command, EXIT } from '../command';
import { openCorpus } from '../corpus/openCorpus';
import { Locations, shownPath } from '../location';
import { tellTrouble } from '../sidecarTrouble';
import { Progress, type Terminal } from '../terminal';
import { UsageError } from '../usageError';

/** `claims suggest`: who says a passage, best first. */
export const suggest = command(() => ({
  usage: 'suggest <article>',
  describe: l10n.t('suggests who says a passage, the likeliest first'),
  options: (yargs) =>
    yargs
      .positional('article', {
        type: 'string',
        demandOption: true,
        describe: l10n.t('an article'),
      })
      .option('at', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: l10n.t('START:END, in code points; several are the parts of one passage'),
      })
      .option('json', { type: 'boolean', describe: l10n.t('as JSON') })
      .options(cacheOption()),
  run: async ({ article: given, at, json, cache }, terminal) => {
    const parts = at.map(parsePart).sort((a, b) => a.start - b.start);
    const progress = new Progress(terminal, l10n.t('Reading:'));
    // Whoever speaks in the folder's other articles may speak here.
    const opened = await openCorpus([given], {
      cwd: terminal.cwd,
      program: terminal.program,
      withOthers: true,
      withCache: cache,
      onProgress: (done, total) => progress.report(done, total),
    });
    progress.end();
    const [file] = opened.selected;
    if (file === undefined || (await isFolder(resolve(terminal.cwd, given))))
      throw new UsageError(l10n.t('{0} is not an article.', given));
    const { article, unreadable } = await opened.place(file);
    if (article === undefined) {
      const why = unreadable ?? l10n.t('there is no such article');
      throw new RefusedError(l10n.t('{0} can’t be read: {1}', given, why));
    }
    const passages = parts.map((part) => inArticle(part, article, given));
    const speakers = knownSpeakers(opened.corpus, opened.codebook?.speakers ?? []);
    const found = suggestSpeakers(article.text, passages, { speakers });
    const suggestions = found.map((one) => listed(one, article.map));
    terminal.out(
      json === true
        ? `${JSON.stringify(suggestions, undefined, 2)}\n`
        : suggestions
            .map((one) => line(one, passages[0]?.start ?? 0, article, file, terminal))
            .join(''),
    );
    opened.keep();
    return (await tellTrouble(opened, terminal)) ? EXIT.failed : EXIT.fine;
  },
}));

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

function parsePart(given: string): CodePointRange {
  const [, start, end] = /^(\d{1,15}):(\d{1,15})$/.exec(given) ?? [];
  if (start === undefined || end === undefined || Number(start) >= Number(end))
    throw new UsageError(l10n.t('“{0}” must be START:END, two numbers.', given));
  return { start: Number(start), end: Number(end) };
}

/** A part of the passage in UTF-16 units. */
function inArticle(part: CodePointRange, { map, text }: ArticleText, given: string) {
  const length = map.toCodePoint(text.length);
  if (part.end > length)
    throw new RefusedError(
      l10n.t(
        '{0} has {1} code points; {2} is not a part of it.',
        given,
        length,
        `${part.start}:${part.end}`,
      ),
    );
  return map.rangeToUtf16(part);
}

/** `file:line:column: score speaker: cue`, at the cue, or at the passage if there is none. */
function line(
  { speaker, score, cue }: ListedSuggestion,
  passage: number,
  { text, map }: ArticleText,
  file: string,
  { cwd }: Terminal,
): string {
  const place = new Locations(text).at(cue === undefined ? passage : map.toUtf16(cue.start));
  const where = `${shownPath(cwd, file)}:${place.line}:${place.column}`;
  const words = cue === undefined ? '' : `: ${oneLine(cue.text)}`;
  return `${where}: ${score.toFixed(2)} ${oneLine(speaker)}${words}\n`;
}

function oneLine(text: string): string {
  return shownText(text).replace(/\s+/g, ' ').trim();
}
