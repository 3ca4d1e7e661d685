import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { quoteOf } from '../../core/model/quote';
import type { Annotation } from '../../core/model/types';
import { excerpt } from '../../core/text/excerpt';
import { linkArgument } from '../../ui/commands';
import { Disposable } from '../../workspace/platform/disposable';
import { toOffset } from '../../workspace/platform/positions';
import { settings } from '../../workspace/platform/settings';
import { factsInWords, speakerWithMark, type HintSources } from './shownFacts';

/** So many are named at a line's end; the others are counted. */
const NAMED = 3;

/**
 * At the end of each line in which a passage ends: who says it, with the mark of the stance. As
 * inlay hints, which VS Code asks for where they are visible, counts when it wraps lines, and
 * colours by the theme.
 */
export class LineHints extends Disposable implements vscode.InlayHintsProvider {
  private readonly changed = this.own(new vscode.EventEmitter<void>());
  readonly onDidChangeInlayHints = this.changed.event;

  constructor(private readonly sources: HintSources) {
    super();
  }

  refresh(): void {
    this.changed.fire();
  }

  provideInlayHints(document: vscode.TextDocument, visible: vscode.Range): vscode.InlayHint[] {
    const live = settings.lineHints() ? this.sources.open.get(document.uri) : undefined;
    if (live === undefined) return [];
    const [from, to] = [toOffset(document, visible.start), toOffset(document, visible.end)];
    const lines = new Map<number, { readonly end: number; readonly annotation: Annotation }[]>();
    for (const { annotation, passages } of live.placed) {
      const end = passages.findLast(({ range }) => range !== undefined)?.range?.end;
      if (end === undefined || end < from || end > to) continue;
      const line = live.article.lines.at(end).line - 1;
      const known = lines.get(line);
      if (known === undefined) lines.set(line, [{ end, annotation }]);
      else known.push({ end, annotation });
    }
    return [...lines].flatMap(([line, ending]) => {
      if (line >= document.lineCount) return [];
      const inOrder = ending.sort((a, b) => a.end - b.end).map(({ annotation }) => annotation);
      return this.hintAt(document, line, inOrder);
    });
  }

  private hintAt(
    document: vscode.TextDocument,
    line: number,
    annotations: readonly Annotation[],
  ): vscode.InlayHint {
    const byText = new Map<string, Annotation[]>();
    for (const one of annotations) {
      const text = speakerWithMark(this.sources, one);
      byText.set(text, [...(byText.get(text) ?? []), one]);
    }
    const parts = [...byText].slice(0, NAMED).map(([text, [first, ...others]], i) => {
      const part = new vscode.InlayHintLabelPart(i === 0 ? text : ` · ${text}`);
      if (first === undefined) return part;
      part.tooltip = [first, ...others].map((one) => this.inWords(one)).join('\n');
      part.command = {
        command: COMMANDS.edit,
        title: vscode.l10n.t('Edit'),
        arguments: [linkArgument({ id: first.id, uri: document.uri })],
      };
      return part;
    });
    const rest = byText.size - parts.length;
    if (rest > 0) parts.push(new vscode.InlayHintLabelPart(` +${rest}`));
    const hint = new vscode.InlayHint(document.lineAt(line).range.end, parts);
    hint.paddingLeft = true;
    return hint;
  }

  private inWords(annotation: Annotation): string {
    const quote = excerpt(quoteOf(annotation), 60);
    return vscode.l10n.t('{0}: {1}', factsInWords(this.sources, annotation), `“${quote}”`);
  }
}
