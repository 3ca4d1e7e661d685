import * as v from 'valibot';
import * as vscode from 'vscode';
import {
  COLORS,
  COMMANDS,
  LOOKS,
  SETTINGS,
  STANCES,
  type Look,
  type StanceMark,
} from '../../contributions';
import { registerCommand } from '../../ui/commands';
import { stanceMark } from '../../ui/labels';
import { Disposable } from '../../workspace/platform/disposable';
import { toVsCodeRange } from '../../workspace/platform/positions';
import { settings } from '../../workspace/platform/settings';
import type { Registration, Services } from '../services';

/**
 * The line under a passage differs by role in its style too, so that the look doesn't rely on
 * colour.
 */
const LINE_STYLES: Readonly<Record<Look, string>> = {
  claim: 'solid',
  evidence: 'double',
  rebuttal: 'dashed',
  otherRole: 'dotted',
};

type Needs = Pick<Services, 'codebooks' | 'open'>;

/** The highlights of annotated passages, and the command that shows or hides them. */
export function register(services: Needs): Registration {
  return new Highlights(services);
}

/**
 * Highlights the passages in every visible editor of an article: a look by role, a mark behind the
 * last passage by stance. VS Code moves what was set through ordinary typing by itself; it is set
 * anew when the annotations or their words change.
 */
class Highlights extends Disposable {
  private readonly roles = new Map<Look, vscode.TextEditorDecorationType>();
  /** Roles to which the codebook gives a colour of their own. */
  private readonly colored = new Map<string, vscode.TextEditorDecorationType>();
  private readonly stances = new Map<StanceMark, vscode.TextEditorDecorationType>();

  /** Lies over the look by role of passages that have other words than they quote. */
  private readonly changed = this.own(
    vscode.window.createTextEditorDecorationType({
      outline: '1px dashed',
      outlineColor: new vscode.ThemeColor(COLORS.changed),
      overviewRulerColor: new vscode.ThemeColor(COLORS.changed),
      overviewRulerLane: vscode.OverviewRulerLane.Left,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );

  constructor(private readonly services: Needs) {
    super();
    for (const look of LOOKS) this.roles.set(look, this.own(createRoleType(look)));
    for (const stance of STANCES) this.stances.set(stance, this.own(createStanceType(stance)));
    this.own(services.open.onDidChange((article) => this.draw(article)));
    this.own(vscode.window.onDidChangeVisibleTextEditors(() => this.drawAll()));
    this.own(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SETTINGS.section}.${SETTINGS.highlights}`))
          this.drawAll();
      }),
    );
    this.own(services.codebooks.onDidChangeVocabulary(() => this.applyColors()));
    this.own(new vscode.Disposable(() => this.dropColors()));
    this.own(
      registerCommand(COMMANDS.toggleHighlights, v.looseObject({}), () =>
        settings.setHighlights(!settings.highlights()),
      ),
    );
    this.applyColors();
  }

  private applyColors(): void {
    this.dropColors();
    for (const { id, color } of this.services.codebooks.vocabulary.roles) {
      if (color !== undefined) this.colored.set(id, createRoleType(lookOf(id), color));
    }
    this.drawAll();
  }

  private dropColors(): void {
    for (const type of this.colored.values()) type.dispose();
    this.colored.clear();
  }

  private drawAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.drawEditor(editor);
  }

  private draw(article: vscode.Uri): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() === article.toString()) this.drawEditor(editor);
    }
  }

  private drawEditor(editor: vscode.TextEditor): void {
    const live = settings.highlights() ? this.services.open.get(editor.document.uri) : undefined;
    const passages = new Map(
      [...this.roles.values(), ...this.colored.values()].map((type) => [
        type,
        [] as vscode.Range[],
      ]),
    );
    const changed: vscode.Range[] = [];
    const marks = new Map<StanceMark, vscode.DecorationOptions[]>(
      STANCES.map((stance) => [stance, []]),
    );
    for (const placed of live?.placed ?? []) {
      const ranges = placed.passages.flatMap(({ range }) =>
        range === undefined || live === undefined ? [] : toVsCodeRange(live.article.lines, range),
      );
      const { role, stance } = placed.annotation;
      const type = this.colored.get(role) ?? this.roles.get(lookOf(role));
      if (type !== undefined) passages.get(type)?.push(...ranges);
      for (const { state, range, typedIn } of placed.passages)
        if (state === 'changed' && !typedIn && range !== undefined && live !== undefined)
          changed.push(toVsCodeRange(live.article.lines, range));
      const last = ranges.at(-1);
      // The sign itself goes along with each range, since a codebook's stances share one decoration
      // type.
      if (stance !== undefined && last !== undefined) {
        marks.get(markOf(stance))?.push({
          range: new vscode.Range(last.end, last.end),
          renderOptions: { after: { contentText: stanceMark(stance) } },
        });
      }
    }
    editor.setDecorations(this.changed, changed);
    for (const [type, ranges] of passages) editor.setDecorations(type, ranges);
    for (const [stance, type] of this.stances) editor.setDecorations(type, marks.get(stance) ?? []);
  }
}

function lookOf(role: string): Look {
  return LOOKS.find((look) => look === role) ?? 'otherRole';
}

function markOf(stance: string): StanceMark {
  return STANCES.find((mark) => mark === stance) ?? 'otherStance';
}

/** @param color of the codebook, #rgb to #rrggbbaa: the schema lets nothing else through */
function createRoleType(look: Look, color?: string): vscode.TextEditorDecorationType {
  const border = color ?? new vscode.ThemeColor(COLORS.border(look));
  return vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor(COLORS.background(look)),
    borderStyle: LINE_STYLES[look],
    borderWidth: look === 'evidence' ? '0 0 3px 0' : '0 0 2px 0',
    borderColor: border,
    overviewRulerColor: border,
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/**
 * Puts the stance's mark above the end of the passage, without a width of its own: VS Code breaks
 * lines as if such marks weren't there, so that in a line with several of them the last characters
 * would be cut off. The API has no option for it; `textDecoration` takes the CSS that follows it.
 */
const WITHOUT_WIDTH =
  'none; position: absolute; font-size: 13px; line-height: 1; transform: translate(-50%, -5px); z-index: 1; pointer-events: none;';

function createStanceType(stance: StanceMark): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    after: { color: new vscode.ThemeColor(COLORS.stance(stance)), textDecoration: WITHOUT_WIDTH },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}
