import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { candidatesFor, type PlacedAnnotation } from '../../core/placing/placeAnnotations';
import {
  acceptedPassages,
  attachPassage,
  detachedPassages,
  reattachedPassages,
} from '../../core/placing/passageChanges';
import { RefusedError } from '../../core/model/problem';
import type { Passage } from '../../core/model/types';
import type { ArticleText } from '../../core/text/articleText';
import type { Utf16Range } from '../../core/text/range';
import type { IndexedAnnotation } from '../../workspace/annotations/annotationIndex';
import type { CommandResult } from '../../workspace/annotations/annotationEditor';
import { annotationArguments, rangesArgument, registerCommand } from '../../ui/commands';
import { inSteps } from '../../workspace/platform/inSteps';
import { excerpt } from '../../core/text/excerpt';
import { cannotBeRead } from '../../workspace/articles/articleDocument';
import { askChoice, BACK, type Choice } from '../../ui/ask';
import { givenRanges, selectedRanges } from '../../ui/selections';
import type { Registration, Services } from '../services';
import { articlePath } from '../../workspace/platform/uris';

/** How much of the surroundings a candidate's row shows, UTF-16 units on each side. */
const SURROUNDINGS = 40;

type Needs = Pick<Services, 'editor' | 'open' | 'reader' | 'target'>;

const reattachArguments = v.looseObject({
  ...annotationArguments.entries,
  ranges: v.exactOptional(rangesArgument),
});

/** Deciding about passages that were found with other words, at several places, or not at all. */
export function register(services: Needs): Registration {
  const registerDecision = (
    id: (typeof COMMANDS)[keyof typeof COMMANDS],
    run: (found: Found) => Promise<CommandResult | undefined>,
  ) =>
    registerCommand(id, annotationArguments, async (args) => {
      const found = await findPlaced(services, args);
      return found && run(found);
    });
  return vscode.Disposable.from(
    registerCommand(COMMANDS.reattach, reattachArguments, async ({ ranges, ...args }) => {
      const found = await findPlaced(services, args);
      return found && reattach(services, found, ranges);
    }),
    registerDecision(COMMANDS.acceptChange, (found) =>
      storePassages(
        services,
        found,
        acceptedPassages(found.placed, found.article),
        vscode.l10n.t('This passage has not changed.'),
      ),
    ),
    registerDecision(COMMANDS.detach, (found) =>
      storePassages(
        services,
        found,
        detachedPassages(found.placed),
        vscode.l10n.t('This passage stands as quoted: there is nothing to detach.'),
      ),
    ),
    registerDecision(COMMANDS.choosePlace, (found) => choosePlace(services, found)),
  );
}

/** An annotation with its article as it is now. */
interface Found {
  readonly item: IndexedAnnotation;
  readonly uri: vscode.Uri;
  readonly article: ArticleText;
  readonly placed: PlacedAnnotation;
  readonly all: readonly PlacedAnnotation[];
}

async function findPlaced(
  { target, reader }: Needs,
  args: { id?: string; uri?: vscode.Uri },
): Promise<Found | undefined> {
  const item = await target.resolve(args);
  if (item === undefined) return undefined;
  const { uri } = item;
  const { article, placed: all, unreadable } = await reader.placeArticle(uri);
  if (unreadable !== undefined) throw new RefusedError(cannotBeRead(uri, unreadable));
  const placed = all.find(({ annotation }) => annotation.id === item.annotation.id);
  if (article === undefined || placed === undefined)
    throw new RefusedError(
      vscode.l10n.t(
        '{0} can’t be opened: was it moved or deleted? Its annotations are kept in its sidecar.',
        articlePath(uri),
      ),
    );
  return { item, uri, article, placed, all };
}

/** Gives the annotation the ranges, or the selection in the article's editor. */
async function reattach(
  services: Needs,
  found: Found,
  given: readonly { start: number; end: number }[] | undefined,
): Promise<CommandResult> {
  const document = services.open.documentOf(found.uri);
  if (given === undefined && document === undefined)
    throw new RefusedError(
      vscode.l10n.t('Open {0} and select the words first.', articlePath(found.uri)),
    );
  if (document?.isDirty === true)
    throw new RefusedError(
      vscode.l10n.t(
        '{0} is not saved yet. Save it first, so that the annotation fits the file.',
        articlePath(found.uri),
      ),
    );
  const ranges =
    given === undefined && document !== undefined
      ? selectedRanges(document, found.article.text)
      : givenRanges(given ?? [], found.article);
  return attachTo(services, found, ranges);
}

async function attachTo(
  { editor }: Needs,
  found: Found,
  ranges: readonly Utf16Range[],
): Promise<CommandResult> {
  const passages = reattachedPassages(found.placed, ranges, found.article);
  const places = passages.length === ranges.length ? ranges : undefined;
  return editor.setPassages(found.uri, found.item.annotation.id, passages, places);
}

async function storePassages(
  { editor }: Needs,
  { uri, item, placed }: Found,
  passages: readonly Passage[],
  otherwise: string,
): Promise<CommandResult> {
  if (passages.every((passage, i) => passage === placed.annotation.passages[i]))
    throw new RefusedError(otherwise);
  return editor.setPassages(uri, item.annotation.id, passages);
}

/**
 * Lets the analyst choose among the candidates, best first, each with its surroundings, or take the
 * selection.
 */
async function choosePlace(services: Needs, found: Found): Promise<CommandResult | undefined> {
  const { article, item, uri } = found;
  const [open] = await inSteps(
    candidatesFor(
      article,
      found.all.map(({ annotation }) => annotation),
      item.annotation.id,
    ),
  );
  if (open === undefined)
    throw new RefusedError(vscode.l10n.t('This annotation has its place in the article.'));
  const rows: Choice<Utf16Range | 'selection'>[] = open.ranges.map((range) => ({
    label: excerpt(article.text.slice(range.start, range.end), 70),
    description: vscode.l10n.t('line {0}', article.lines.at(range.start).line),
    detail: `…${around(article.text, range)}…`,
    iconPath: new vscode.ThemeIcon('location'),
    value: range,
  }));
  rows.push({
    label: vscode.l10n.t('Take the words selected in the editor'),
    iconPath: new vscode.ThemeIcon('selection'),
    alwaysShow: true,
    value: 'selection',
  });
  const exact = item.annotation.passages[open.passage]?.exact ?? '';
  const answer = await askChoice({
    title: vscode.l10n.t('Where is “{0}” now?', excerpt(exact, 50)),
    placeholder:
      open.ranges.length === 0
        ? vscode.l10n.t('Nothing like it was found: select its words in the article')
        : vscode.l10n.t('Choose the right place; Esc leaves it open'),
    choices: rows,
  });
  if (answer === undefined || answer === BACK) return undefined;
  if (answer === 'selection') return reattach(services, found, undefined);
  const passages = item.annotation.passages.map((passage, i) =>
    i === open.passage ? attachPassage(passage, answer, article) : passage,
  );
  const places = found.placed.passages
    .map(({ range }, i) => (i === open.passage ? answer : range))
    .filter((range) => range !== undefined);
  return services.editor.setPassages(
    uri,
    item.annotation.id,
    passages,
    places.length === passages.length ? places : undefined,
  );
}

function around(text: string, { start, end }: Utf16Range): string {
  return text
    .slice(Math.max(0, start - SURROUNDINGS), end + SURROUNDINGS)
    .replace(/\s+/g, ' ')
    .trim();
}
