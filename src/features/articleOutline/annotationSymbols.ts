import * as vscode from 'vscode';
import { quoteOf } from '../../core/model/quote';
import {
  outlineOf,
  type OutlinedAnnotation,
  type OutlineNode,
} from '../../core/placing/articleOutline';
import type { ArticleText } from '../../core/text/articleText';
import { headingsInSteps, type Heading } from '../../core/text/blocks/headings';
import { textKind } from '../../core/text/blocks/markdownParser';
import { excerpt } from '../../core/text/excerpt';
import type { Steps } from '../../core/text/steps';
import { withoutIcons } from '../../ui/icons';
import { stanceMark } from '../../ui/labels';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import { toVsCodeRange } from '../../workspace/platform/positions';
import { isArticle } from '../../workspace/platform/uris';
import type { Services } from '../services';

export type SymbolSources = Pick<Services, 'codebooks' | 'labels' | 'open'>;

/** How many columns a quotation, or a heading, takes. */
const COLUMNS = 80;
/** After so many symbols others have their turn. */
const SYMBOLS_A_STEP = 200;

const ROLE_KINDS: Readonly<Record<string, vscode.SymbolKind>> = {
  claim: vscode.SymbolKind.Event,
  evidence: vscode.SymbolKind.Constant,
  rebuttal: vscode.SymbolKind.Operator,
};

/** An article's annotations as symbols below those headings that have some. */
export class AnnotationSymbols implements vscode.DocumentSymbolProvider {
  /** The headings of the text that was asked for last: annotating changes none. */
  private last: { readonly text: string; readonly headings: readonly Heading[] } | undefined;

  constructor(private readonly services: SymbolSources) {}

  async provideDocumentSymbols(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[]> {
    if (!isArticle(document)) return [];
    const live = await this.services.open.found(document.uri);
    if (live === undefined || live.placed.length === 0) return [];
    const { article } = live;
    const headings = await this.headingsOf(article.text, document.languageId);
    // The text changed meanwhile: VS Code asks again.
    if (token.isCancellationRequested || live.article !== article) return [];
    const nodes = outlineOf(live.inReadingOrder(), headings, article.text.length);
    return inSteps(this.symbolsOf(nodes, article));
  }

  private async headingsOf(text: string, languageId: string): Promise<readonly Heading[]> {
    if (this.last?.text !== text)
      this.last = { text, headings: await inSteps(headingsInSteps(text, textKind(languageId))) };
    return this.last.headings;
  }

  private *symbolsOf(
    nodes: readonly OutlineNode[],
    article: ArticleText,
  ): Steps<vscode.DocumentSymbol[]> {
    const symbols: vscode.DocumentSymbol[] = [];
    for (const node of nodes) {
      if (symbols.length % SYMBOLS_A_STEP === SYMBOLS_A_STEP - 1) yield;
      if (!('heading' in node)) {
        symbols.push(this.annotationSymbol(node, article));
        continue;
      }
      const symbol = new vscode.DocumentSymbol(
        withoutIcons(excerpt(node.heading.title, COLUMNS)) || '#',
        '',
        vscode.SymbolKind.String,
        toVsCodeRange(article.lines, node.range),
        toVsCodeRange(article.lines, node.heading),
      );
      symbol.children = yield* this.symbolsOf(node.children, article);
      symbols.push(symbol);
    }
    return symbols;
  }

  private annotationSymbol(
    { placed: { annotation }, range }: OutlinedAnnotation,
    { lines }: ArticleText,
  ): vscode.DocumentSymbol {
    const { labels, codebooks } = this.services;
    const { role, speaker, stance } = annotation;
    const facts = [
      speaker === undefined ? labels.noSpeaker : codebooks.listedAs(speaker),
      labels.role(role),
      ...(stance === undefined ? [] : [`${stanceMark(stance)} ${labels.stance(stance)}`]),
    ];
    const where = toVsCodeRange(lines, range);
    return new vscode.DocumentSymbol(
      // VS Code refuses symbols without a name; Go to Symbol makes icons of names.
      withoutIcons(excerpt(quoteOf(annotation), COLUMNS) || labels.role(role)),
      withoutIcons(facts.join(' · ')),
      ROLE_KINDS[role] ?? vscode.SymbolKind.Key,
      where,
      where,
    );
  }
}
