import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { attachPassage } from '../../core/placing/passageChanges';
import { candidatesFor } from '../../core/placing/placeAnnotations';
import { excerpt } from '../../core/text/excerpt';
import type { Utf16Range } from '../../core/text/range';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import type { CommandResult } from '../../workspace/annotations/annotationEditor';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import type { Found } from '../../ui/passages/findPlaced';
import { reattach } from './reattach';
import type { PlaceServices } from './needs';

/** How much of the surroundings a candidate's row shows, UTF-16 units on each side. */
const SURROUNDINGS = 40;

/**
 * Lets the analyst choose among the candidates, best first, each with its surroundings, or take the
 * selection.
 */
export async function choosePlace(
  services: PlaceServices,
  found: Found,
): Promise<CommandResult | undefined> {
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
