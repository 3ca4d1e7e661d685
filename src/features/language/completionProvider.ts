import * as vscode from 'vscode';
import { keyCompletions, valueCompletions, type Completion } from '../../core/language/completions';
import { namingAt } from '../../core/language/meaning';
import { typingAt, type Typing } from '../../core/language/typing';
import { shownText } from '../../core/text/shownText';
import type { Services } from '../services';
import { keyText } from './keyTexts';
import { rangeIn, type LanguageFiles } from './languageFiles';
import type { LanguageValues } from './values';

/** Signs behind which something can be chosen. */
export const TRIGGERS = [' ', ':', '-', '{', '[', ',', '"', "'"];

/** Offers keys and values while somebody types in a sidecar or codebook. */
export class LanguageCompletions implements vscode.CompletionItemProvider {
  constructor(
    private readonly services: Pick<Services, 'index'>,
    private readonly files: LanguageFiles,
    private readonly values: LanguageValues,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionList | undefined> {
    const file = this.files.of(document);
    const typing = file && typingAt(file, document.offsetAt(position));
    if (typing === undefined) return undefined;
    // What was read so far is offered; one doesn't wait for the rest.
    this.services.index.startLoading();
    const found =
      typing.what === 'key'
        ? keyCompletions(typing)
        : valueCompletions(typing, await this.values.offeredAt(document.uri, typing));
    const items = found.map((one, i) => itemOf(one, i, typing, document));
    // Values are found by our own search, again with each sign; keys by VS Code.
    return new vscode.CompletionList(items, typing.what === 'value');
  }
}

function itemOf(
  { label, words, detail, insert, isSnippet, range, goesOn }: Completion,
  i: number,
  typing: Typing,
  document: vscode.TextDocument,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(
    {
      label: shownText(label),
      ...(words !== undefined && { detail: `  ${shownText(words)}` }),
      ...(detail !== undefined && { description: shownText(detail) }),
    },
    typing.what === 'key' ? vscode.CompletionItemKind.Property : kindOfValue(typing),
  );
  item.insertText = isSnippet ? new vscode.SnippetString(insert) : insert;
  item.range = rangeIn(document, range);
  // VS Code leaves out what isn't like the words that were typed: of a value found by an alias, the
  // name isn't.
  if (typing.what === 'value') item.filterText = typing.written;
  item.sortText = String(i).padStart(4, '0');
  if (typing.what === 'key') {
    const text = keyText(typing.kind, [...typing.path, label]);
    if (text !== undefined) item.documentation = text;
  }
  if (goesOn)
    item.command = { command: 'editor.action.triggerSuggest', title: vscode.l10n.t('Go on') };
  return item;
}

function kindOfValue({ kind, path }: Typing): vscode.CompletionItemKind {
  switch (namingAt(kind, path)?.meaning) {
    case 'speaker':
    case 'creator':
      return vscode.CompletionItemKind.User;
    case 'annotation':
      return vscode.CompletionItemKind.Reference;
    case 'topic':
      return vscode.CompletionItemKind.Issue;
    case 'tag':
      return vscode.CompletionItemKind.Constant;
    default:
      return vscode.CompletionItemKind.EnumMember;
  }
}
