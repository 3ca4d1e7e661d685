import * as l10n from '@vscode/l10n';
import { vocabularyOf } from '../../core/codebook/vocabulary';
import { valueOf } from '../../core/corpus/query/rows';
import {
  makeDossier,
  type Dossier,
  type DossierEntry,
  type DossierSubject,
} from '../../core/debate/dossier/dossier';
import { printHtml } from '../../core/debate/dossier/printHtml';
import { printMarkdown } from '../../core/debate/dossier/printMarkdown';
import { RefusedError } from '../../core/model/problem';
import { runAtOnce } from '../../core/text/steps';
import { command } from '../command';
import { placeQuotes } from '../corpus/placeQuotes';
import { answerQuery, queryOptions, type Queried } from '../query';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';

const FORMATS = ['md', 'html'] as const;

/** `claims dossier`: every quote of a speaker, or on a topic, with its source. */
export const dossier = command(() => ({
  usage: 'dossier [paths..]',
  describe: l10n.t('prints every quote of a speaker, or on a topic, with its source'),
  options: (yargs) =>
    queryOptions(yargs)
      .option('speaker', {
        ...{ type: 'string', requiresArg: true },
        describe: l10n.t('whose quotes, by any name of theirs'),
      })
      .option('topic', {
        ...{ type: 'string', requiresArg: true },
        describe: l10n.t('the topic that the quotes are on'),
      })
      .conflicts('speaker', 'topic')
      .option('format', {
        choices: FORMATS,
        defaultDescription: 'md',
        describe: l10n.t('in which form'),
      }),
  run: async (args, terminal) => {
    const { speaker, topic, format = 'md' } = args;
    if (speaker === undefined && topic === undefined)
      throw new UsageError(l10n.t('Say whose quotes, or on what: --speaker or --topic.'));
    return answerQuery(args, terminal, { links: true, dates: true }, async (queried) => {
      const kind = speaker === undefined ? 'topic' : 'speaker';
      const subject = subjectOf(kind, speaker ?? topic ?? '', queried);
      return printDossier(subject, args.filter.join(' '), format, queried, terminal);
    });
  },
}));

/** Any name of a speaker means the speaker; a topic goes by its id, label or statement. */
function subjectOf(
  kind: DossierSubject['kind'],
  given: string,
  { opened: { corpus, codebook } }: Queried,
): DossierSubject {
  if (kind === 'speaker') return { kind, value: corpus.speakerNamed(given) ?? given };
  const known = codebook?.topics.find(({ id, label, statement }) =>
    [id, label, statement].includes(given),
  );
  return { kind, value: known?.id ?? given };
}

/** @throws RefusedError if there is nothing of the subject */
async function printDossier(
  subject: DossierSubject,
  filter: string,
  format: (typeof FORMATS)[number],
  { opened, rows, publishedOf, onProgress }: Queried,
  { cwd }: Terminal,
): Promise<string> {
  const { corpus, codebook } = opened;
  const { kind, value } = subject;
  const about = rows.filter(
    (row) =>
      value === (kind === 'topic' ? valueOf(row, kind) : corpus.speakerNamed(valueOf(row, kind))),
  );
  if (about.length === 0) throw new RefusedError(l10n.t('Nothing is found of “{0}”.', value));
  const titles = new Map<string, string>();
  const context = {
    corpus,
    publishedOf,
    titleOf: (article: string) => titles.get(article) ?? opened.pathOf(article),
    vocabulary: vocabularyOf(codebook),
  };
  // Titles stand in the articles: which ones are needed is known once the quotes are.
  const first = runAtOnce(makeDossier(subject, about, context, filter));
  const found = quotedIn(first);
  const { places, titles: known } = await placeQuotes(opened, found, cwd, onProgress);
  for (const [article, title] of known) titles.set(article, title);
  const made = runAtOnce(makeDossier(subject, about, context, filter));
  return format === 'html' ? printHtml(made, places) : printMarkdown(made, places);
}

/** All annotations that a dossier quotes, with their articles. */
function quotedIn({ sections }: Dossier): { readonly article: string; readonly id: string }[] {
  const entries = (one: DossierEntry): DossierEntry[] => [one, ...one.answers.flatMap(entries)];
  return sections
    .flatMap((section) => section.entries.flatMap(entries))
    .map(({ card: { article, id } }) => ({ article, id }));
}
