import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import type { Annotation } from '../../core/model/types';
import { firstRange } from '../../core/placing/placeAnnotations';
import type { LiveArticle } from '../../core/placing/liveArticle';
import { paragraphStart } from '../../core/text/blocks/paragraphStart';
import type { Steps } from '../../core/text/steps';
import { linkArgument } from '../../ui/commands';
import { Disposable } from '../../workspace/platform/disposable';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import { toPosition } from '../../workspace/platform/positions';
import { settings } from '../../workspace/platform/settings';
import { factsInWords, type HintSources } from './shownFacts';

/** So many annotations are named above a paragraph; the others are counted. */
const NAMED = 5;
/** After so many annotations others have their turn. */
const ANNOTATIONS_A_STEP = 500;

/** Above a paragraph: an annotation in it, or how many more there are. */
class ParagraphLens extends vscode.CodeLens {
  constructor(
    range: vscode.Range,
    readonly article: vscode.Uri,
    readonly shown: { readonly annotation: Annotation } | { readonly more: number },
  ) {
    super(range);
  }
}

/**
 * Above each paragraph the annotations in it, in words: a click edits. Where they stand is told for
 * the whole article, which VS Code wants; what they say only where they are visible.
 */
export class ParagraphLenses extends Disposable implements vscode.CodeLensProvider<ParagraphLens> {
  private readonly changed = this.own(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly sources: HintSources) {
    super();
  }

  refresh(): void {
    this.changed.fire();
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<ParagraphLens[]> {
    const live = settings.codeLens() ? this.sources.open.get(document.uri) : undefined;
    return live === undefined ? [] : inSteps(lensesOf(live, document.uri));
  }

  resolveCodeLens(lens: ParagraphLens): ParagraphLens {
    const { shown, article } = lens;
    lens.command =
      'more' in shown
        ? { title: vscode.l10n.t('+{0} more', shown.more), command: '' }
        : {
            title: factsInWords(this.sources, shown.annotation),
            command: COMMANDS.edit,
            arguments: [linkArgument({ id: shown.annotation.id, uri: article })],
          };
    return lens;
  }
}

function* lensesOf(live: LiveArticle, uri: vscode.Uri): Steps<ParagraphLens[]> {
  const { article } = live;
  const paragraphs = new Map<number, Annotation[]>();
  for (const [count, placed] of live.inReadingOrder().entries()) {
    if (count % ANNOTATIONS_A_STEP === ANNOTATIONS_A_STEP - 1) yield;
    const range = firstRange(placed);
    if (range === undefined) continue;
    const start = paragraphStart(article.text, range.start);
    const known = paragraphs.get(start);
    if (known === undefined) paragraphs.set(start, [placed.annotation]);
    else known.push(placed.annotation);
  }
  return [...paragraphs].flatMap(([start, annotations]) => {
    const at = toPosition(article.lines, start);
    const range = new vscode.Range(at, at);
    const lenses = annotations
      .slice(0, NAMED)
      .map((annotation) => new ParagraphLens(range, uri, { annotation }));
    const more = annotations.length - lenses.length;
    return more > 0 ? [...lenses, new ParagraphLens(range, uri, { more })] : lenses;
  });
}
