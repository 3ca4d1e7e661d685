import * as vscode from 'vscode';
import { COLORS, SETTINGS } from '../../contributions';
import type { OfferedPassage } from '../../core/reading/offeredPassage';
import { ArticleText } from '../../core/text/articleText';
import { inBackground } from '../../workspace/platform/pace/inSteps';
import { Disposable } from '../../workspace/platform/disposable';
import { textOf, toVsCodeRange } from '../../workspace/platform/positions';
import { settings } from '../../workspace/platform/settings';
import { isArticle } from '../../workspace/platform/uris';
import { candidates, isOffered, type OfferSources } from './offers';

/** How long it is waited for more changes, in milliseconds. */
const JOINED = 500;
/** A longer text is no article: who says what in it takes too long, UTF-16 units. */
const LONGEST = 500_000;

/** What was found in an article that is on the screen. */
interface Found {
  readonly article: ArticleText;
  readonly topic: string | undefined;
  readonly passages: readonly OfferedPassage[];
}

/** Faint lines under the passages that reading mode would offer, where they are wished for. */
export class Underlines extends Disposable {
  private readonly look = this.own(
    vscode.window.createTextEditorDecorationType({
      borderStyle: 'dotted',
      borderWidth: '0 0 1px 0',
      borderColor: new vscode.ThemeColor(COLORS.suggested),
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );
  private readonly found = new Map<vscode.TextDocument, Found>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isLooking = false;

  constructor(private readonly sources: OfferSources & { logError: (error: unknown) => void }) {
    super();
    const soon = () => this.drawSoon();
    this.own(vscode.window.onDidChangeVisibleTextEditors(soon));
    this.own(vscode.workspace.onDidChangeTextDocument(soon));
    this.own(sources.open.onDidChange(soon));
    this.own(sources.topic.onDidChange(soon));
    this.own(sources.reading.onDidChange(soon));
    this.own(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SETTINGS.section}.${SETTINGS.suggestedPassages}`)) soon();
      }),
    );
    this.drawSoon();
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private drawSoon(): void {
    if (!settings.suggestedPassages() && this.found.size === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.draw().catch(this.sources.logError);
    }, JOINED);
  }

  private async draw(): Promise<void> {
    if (this.isLooking) {
      this.drawSoon();
      return;
    }
    this.isLooking = true;
    try {
      const editors = vscode.window.visibleTextEditors.filter(({ document }) => isRead(document));
      for (const document of this.found.keys())
        if (!editors.some((editor) => editor.document === document)) this.found.delete(document);
      for (const editor of editors) {
        const isOn = settings.suggestedPassages();
        editor.setDecorations(this.look, isOn ? await this.rangesIn(editor.document) : []);
      }
      if (!settings.suggestedPassages()) this.found.clear();
    } finally {
      this.isLooking = false;
    }
  }

  private async rangesIn(document: vscode.TextDocument): Promise<vscode.Range[]> {
    const text = textOf(document);
    const topic = this.sources.topic.of(document.uri);
    const known = this.found.get(document);
    const found =
      known?.article.text === text && known.topic === topic
        ? known
        : await this.lookIn(document, new ArticleText(text), topic);
    return found.passages
      .filter((passage) => isOffered(this.sources, document, found.article, passage))
      .map(({ range }) => toVsCodeRange(found.article.lines, range));
  }

  private async lookIn(
    document: vscode.TextDocument,
    article: ArticleText,
    topic: string | undefined,
  ): Promise<Found> {
    const passages: OfferedPassage[] = [];
    const all = candidates(this.sources, document, article);
    await inBackground(
      (function* () {
        for (const passage of all) {
          if (passage !== undefined) passages.push(passage);
          yield;
        }
      })(),
    );
    const found = { article, topic, passages };
    this.found.set(document, found);
    return found;
  }
}

function isRead(document: vscode.TextDocument): boolean {
  const isText = ['markdown', 'plaintext'].includes(document.languageId);
  return isText && isArticle(document) && document.getText().length <= LONGEST;
}
