import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import { quoteOf } from '../../core/model/quote';
import { firstRange } from '../../core/placing/placeAnnotations';
import { excerpt } from '../../core/text/excerpt';
import { annotationChoice } from '../../ui/asking/annotationChoice';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import { linkArgument } from '../../ui/commands';
import { linkArrow } from '../../ui/labels';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { toVsCodeRange } from '../../workspace/platform/positions';
import type { Services } from '../services';

type Needs = Pick<Services, 'index' | 'labels' | 'reader'>;

/** An annotation that is linked to another one. */
interface OtherEnd {
  readonly item: IndexedAnnotation;
  /** How, seen from the other one: `→ rebuts`. */
  readonly how: string;
}

/** More than anybody looks through; for each, its article is read. */
const MOST = 50;

/** Goes to the annotation at the other end of a link; asks which, if there are several. */
export async function goToOtherEnd(services: Needs, item: IndexedAnnotation): Promise<void> {
  const ends = await otherEnds(services, item);
  const [only] = ends;
  const chosen = ends.length === 1 ? only : await askEnd(services, item, ends);
  if (chosen === undefined) return;
  const { uri, annotation } = chosen.item;
  await vscode.commands.executeCommand(COMMANDS.goTo, linkArgument({ id: annotation.id, uri }));
}

/**
 * Shows the annotations at the other ends of all links in an inset below the passage.
 *
 * @throws RefusedError if there are none, or none has a place
 */
export async function peekOtherEnds(services: Needs, item: IndexedAnnotation): Promise<void> {
  const ends = await otherEnds(services, item);
  const here = await locationOf(services, item);
  const there: vscode.Location[] = [];
  for (const end of ends.slice(0, MOST)) {
    const location = await locationOf(services, end.item);
    if (location !== undefined) there.push(location);
  }
  if (there.length === 0)
    throw new RefusedError(
      vscode.l10n.t('What “{0}” is linked to is not found in its article.', quote(item)),
    );
  // Of a passage that isn't found, the article is shown from its top.
  const from = here?.range.start ?? new vscode.Position(0, 0);
  await vscode.commands.executeCommand(
    'editor.action.peekLocations',
    item.uri,
    from,
    there,
    'peek',
  );
}

/** The annotations that it is linked to, and those linked to it, each once. */
async function otherEnds(
  { index, labels }: Needs,
  { article, annotation: { id, links = [] } }: IndexedAnnotation,
): Promise<OtherEnd[]> {
  await index.loadWorkspace();
  const { corpus } = index;
  const ends = [
    ...links.flatMap(({ type, target }) =>
      corpus.withId(target).map((item) => ({ item, how: linkArrow(labels.link(type), true) })),
    ),
    ...corpus
      .linksTo(id)
      .map(({ type, source }) => ({ item: source, how: linkArrow(labels.link(type), false) })),
  ];
  const nameOf = (item: IndexedAnnotation) => `${item.article} ${item.annotation.id}`;
  const seen = new Set([`${article} ${id}`]);
  const others = ends.filter(({ item }) => !seen.has(nameOf(item)) && seen.add(nameOf(item)));
  if (others.length === 0)
    throw new RefusedError(vscode.l10n.t('No annotation is linked to this one.'));
  return others;
}

async function locationOf(
  { reader }: Needs,
  { uri, annotation: { id } }: IndexedAnnotation,
): Promise<vscode.Location | undefined> {
  const { article, placed } = await reader.placeArticle(uri);
  const found = placed.find(({ annotation }) => annotation.id === id);
  const range = found && firstRange(found);
  if (article === undefined || range === undefined) return undefined;
  return new vscode.Location(uri, toVsCodeRange(article.lines, range));
}

async function askEnd(
  services: Needs,
  item: IndexedAnnotation,
  ends: readonly OtherEnd[],
): Promise<OtherEnd | undefined> {
  const rows = ends.map((end): Choice<OtherEnd> => ({
    ...annotationChoice(services, end.item, end.how),
    value: end,
  }));
  const answer = await askChoice({
    title: vscode.l10n.t('Linked to “{0}”', quote(item)),
    placeholder: vscode.l10n.t('Go to which annotation?'),
    choices: rows,
  });
  return answer === BACK ? undefined : answer;
}

function quote({ annotation }: IndexedAnnotation): string {
  return excerpt(quoteOf(annotation), 40);
}
