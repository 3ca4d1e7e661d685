import * as l10n from '@vscode/l10n';
import { findTurns, turnResult, type Turn, type TurnEnd } from '../../core/corpus/findings/turns';
import { shownText } from '../../core/text/shownText';
import { runAtOnce } from '../../core/text/steps';
import { AnnotationLines } from '../annotationLines';
import { command } from '../command';
import { placeFound, type PlacedFound } from '../corpus/placeFound';
import { answerQuery, queryOptions, type Queried } from '../query';
import type { Terminal } from '../terminal';

/** `claims turns`: who held the opposite stance before. */
export const turns = command(() => ({
  usage: 'turns [paths..]',
  describe: l10n.t('lists speakers who turned from favor to against on a topic, or back'),
  options: (yargs) =>
    queryOptions(yargs).option('json', { type: 'boolean', describe: l10n.t('as JSON') }),
  run: async (args, terminal) =>
    answerQuery(args, terminal, { dates: true }, async (queried) => {
      const { opened, rows, publishedOf } = queried;
      const found = runAtOnce(findTurns(rows, { corpus: opened.corpus, publishedOf }));
      if (!args.json) return printTurns(found, queried, terminal);
      return `${JSON.stringify(found.map(turnResult), undefined, 2)}\n`;
    }),
}));

async function printTurns(
  found: readonly Turn[],
  { opened, onProgress }: Queried,
  { cwd }: Terminal,
): Promise<string> {
  const ends = found.flatMap(({ from, to }) => [from, to]);
  const placed = new Map<string, PlacedFound>();
  for (const one of await placeFound(opened, ends, onProgress)) placed.set(keyOf(one), one);
  const lines = new AnnotationLines(cwd, opened.sidecarOf);
  const lineOf = async (end: TurnEnd): Promise<string> => {
    const { annotation, article } = placed.get(keyOf(end)) ?? {};
    const date = `${end.date}${end.dateOf === 'article' ? ` ${l10n.t('(of the article)')}` : ''}`;
    if (annotation === undefined || article === undefined) return `  ${date}: ${end.id}\n`;
    return `  ${date}: ${await lines.lineOf(annotation, article)}`;
  };
  const sections: string[] = [];
  for (const { speaker, topic, from, to } of found) {
    const title = shownText(`${speaker}, ${topic}`).replace(/\s+/g, ' ');
    sections.push(`${title}\n${await lineOf(from)}${await lineOf(to)}`);
  }
  return sections.join('\n');
}

/** No id has a space. */
function keyOf({ article, id }: Pick<TurnEnd, 'article' | 'id'>): string {
  return `${id} ${article}`;
}
