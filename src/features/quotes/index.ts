import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { requireFilter } from '../../core/corpus/query/filter';
import { findRows } from '../../core/corpus/query/findRows';
import { groupValues } from '../../core/corpus/query/groupValues';
import { itemsOf, type Row } from '../../core/corpus/query/rows';
import { VIEW_GROUPINGS, type ViewGrouping } from '../../core/corpus/view/viewSettings';
import { readFrontMatter } from '../../core/exchange/frontMatter';
import { linkTarget, printQuotes, type SourcedQuote } from '../../core/exchange/quoteList';
import { statementDate } from '../../core/model/dates';
import { RefusedError } from '../../core/model/problem';
import { quoteOf } from '../../core/model/quote';
import type { Steps } from '../../core/text/steps';
import { annotationArguments, registerCommand } from '../../ui/commands';
import { shownNumber } from '../../ui/numbers';
import { publishedDates } from '../../ui/articles/publishedDates';
import { groupArgument } from '../../ui/sidebar/groupRef';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import { articlePath, nameOf } from '../../workspace/platform/uris';
import type { Registration, Services } from '../services';

const quotesArguments = v.looseObject({
  ...annotationArguments.entries,
  ...groupArgument.entries,
  filter: v.exactOptional(v.unknown()),
});

type Needs = Pick<Services, 'codebooks' | 'index' | 'reader' | 'sidecars' | 'target' | 'view'>;

/** How long it is said what was copied, in milliseconds. */
const SHOWN = 8_000;

/** Copies the quotations of a group, or of annotations, with their sources. */
export function register(services: Needs): Registration {
  return registerCommand(COMMANDS.copyQuotes, quotesArguments, async (args, { byHand }) => {
    const { field, value, filter } = args;
    const items =
      field === undefined
        ? await services.target.resolveMany(args)
        : await itemsOfGroup(
            services,
            groupingOf(field),
            value ?? undefined,
            filter ?? (byHand ? services.view.settings.filter : {}),
          );
    if (items.length === 0) return undefined;
    const text = printQuotes(await sourced(services, items));
    await vscode.env.clipboard.writeText(text);
    if (byHand)
      vscode.window.setStatusBarMessage(
        vscode.l10n.t('Quotations copied: {0}', shownNumber(items.length)),
        SHOWN,
      );
    return text;
  });
}

function groupingOf(field: string): ViewGrouping {
  const found = VIEW_GROUPINGS.find((one) => one === field);
  if (found !== undefined) return found;
  const known = VIEW_GROUPINGS.map((one) => `"${one}"`).join(' | ');
  throw new RefusedError(vscode.l10n.t('“{0}” must be {1}.', 'field', known));
}

/** A group's annotations, as far as a filter finds them. */
async function itemsOfGroup(
  { codebooks, index, reader }: Needs,
  by: ViewGrouping,
  value: string | undefined,
  filter: unknown,
): Promise<IndexedAnnotation[]> {
  const wanted = requireFilter(filter);
  await codebooks.loadCodebooks();
  await index.loadWorkspace();
  const { corpus } = index;
  const context = { corpus, publishedOf: await publishedDates(index, reader) };
  const valuesOf = groupValues(by, context);
  function* inGroup(): Steps<Row<IndexedAnnotation>[]> {
    const found: Row<IndexedAnnotation>[] = [];
    for (const row of findRows(corpus, wanted, context)) {
      if ([...valuesOf(row)].includes(value)) found.push(row);
      yield;
    }
    return found;
  }
  return itemsOf(await inSteps(inGroup()));
}

/** Annotations' quotations with what their articles say of themselves. */
async function sourced(
  services: Needs,
  items: readonly IndexedAnnotation[],
): Promise<SourcedQuote[]> {
  const articles = new Map<string, Awaited<ReturnType<typeof articleOfQuote>>>();
  for (const { article, uri } of items)
    if (!articles.has(article)) articles.set(article, await articleOfQuote(services, uri));
  return items.map(({ annotation, article }) => {
    const { title = '', link = '', published } = articles.get(article) ?? {};
    const dated = statementDate(annotation, published);
    return {
      quote: quoteOf(annotation),
      speaker: services.index.corpus.speakerOf(annotation),
      title,
      link,
      date: dated?.date,
      isArticleDate: dated?.of === 'article',
    };
  });
}

async function articleOfQuote({ reader, sidecars }: Needs, uri: vscode.Uri) {
  const file = await sidecars.readSidecar(uri);
  // An article that can't be read says nothing of itself.
  const article = await reader.readArticle(uri, file?.article.encoding).catch(() => undefined);
  const facts = { ...(article && readFrontMatter(article.text)), ...file?.article };
  return {
    title: facts.title ?? nameOf(uri),
    link: linkTarget(articlePath(uri), facts.url),
    published: facts.published,
  };
}
