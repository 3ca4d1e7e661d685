import * as vscode from 'vscode';
import { COLORS, LANGUAGE, LOOKS, STANCES, type Look, type StanceMark } from '../../contributions';
import { namedIn } from '../../core/language/namings';
import { Disposable } from '../../workspace/platform/disposable';
import type { Services } from '../services';
import { rangeIn, type LanguageFiles } from './languageFiles';

/** How long it is waited while somebody types or scrolls, in milliseconds. */
const PAUSE = 100;
/** So many lines beside those that are shown are coloured too. */
const BESIDE = 30;

/**
 * Colours roles and stances in sidecars and codebooks as in the articles: the theme's colours, or
 * the codebook's own. Only what is shown is looked at.
 */
export class LanguageColors extends Disposable {
  private readonly looks = new Map<Look, vscode.TextEditorDecorationType>();
  private readonly marks = new Map<StanceMark, vscode.TextEditorDecorationType>();
  /** Roles and stances to which the codebook gives a colour of their own. */
  private readonly colored = new Map<string, vscode.TextEditorDecorationType>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly codebooks: Services['codebooks'],
    private readonly files: LanguageFiles,
  ) {
    super();
    for (const look of LOOKS)
      this.looks.set(look, this.own(typeOf(new vscode.ThemeColor(COLORS.border(look)))));
    for (const mark of STANCES)
      this.marks.set(mark, this.own(typeOf(new vscode.ThemeColor(COLORS.stance(mark)))));
    const isOurs = ({ languageId }: vscode.TextDocument) => languageId === LANGUAGE;
    this.own(vscode.window.onDidChangeVisibleTextEditors(() => this.drawSoon()));
    this.own(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (isOurs(textEditor.document)) this.drawSoon();
      }),
    );
    this.own(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isOurs(document)) this.drawSoon();
      }),
    );
    this.own(codebooks.onDidChange(() => this.takeColors()));
    this.takeColors();
  }

  override dispose(): void {
    clearTimeout(this.timer);
    this.dropColors();
    super.dispose();
  }

  private takeColors(): void {
    this.dropColors();
    const { roles, stances } = this.codebooks.vocabulary;
    const colored = { role: roles, stance: stances };
    for (const [meaning, entries] of Object.entries(colored))
      for (const { id, color } of entries)
        if (color !== undefined) this.colored.set(`${meaning} ${id}`, typeOf(color));
    this.drawSoon();
  }

  private dropColors(): void {
    for (const type of this.colored.values()) type.dispose();
    this.colored.clear();
  }

  private drawSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      for (const editor of vscode.window.visibleTextEditors)
        if (editor.document.languageId === LANGUAGE) this.draw(editor);
    }, PAUSE);
  }

  private draw(editor: vscode.TextEditor): void {
    const { document, visibleRanges } = editor;
    const file = this.files.of(document);
    const types = [...this.looks.values(), ...this.marks.values(), ...this.colored.values()];
    const ranges = new Map(types.map((type) => [type, [] as vscode.Range[]]));
    for (const { start, end } of file === undefined ? [] : visibleRanges) {
      const first = new vscode.Position(Math.max(0, start.line - BESIDE), 0);
      const last = new vscode.Position(end.line + BESIDE, 0);
      const shown = { start: document.offsetAt(first), end: document.offsetAt(last) };
      for (const { meaning, text, range } of file === undefined ? [] : namedIn(file, shown)) {
        const type = this.typeFor(meaning, text);
        if (type !== undefined) ranges.get(type)?.push(rangeIn(document, range));
      }
    }
    for (const [type, found] of ranges) editor.setDecorations(type, found);
  }

  private typeFor(meaning: string, text: string): vscode.TextEditorDecorationType | undefined {
    const own = this.colored.get(`${meaning} ${text}`);
    if (own !== undefined) return own;
    if (meaning === 'role')
      return this.looks.get(LOOKS.find((look) => look === text) ?? 'otherRole');
    if (meaning !== 'stance') return undefined;
    return this.marks.get(STANCES.find((mark) => mark === text) ?? 'otherStance');
  }
}

function typeOf(color: string | vscode.ThemeColor): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    color,
    fontWeight: 'bold',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}
