import * as vscode from 'vscode';
import { moveEdge } from '../../core/reading/clauses';
import type { SpeakerOffer } from '../../core/reading/speakerOffers';
import type { ArticleText } from '../../core/text/articleText';
import { textKind } from '../../core/text/blocks/markdownParser';
import { excerpt } from '../../core/text/excerpt';
import type { Utf16Range } from '../../core/text/range';
import { BACK } from '../asking/ask';
import type { Memory } from '../tagging/question';
import { askInSpeakerBox } from '../tagging/speakerBox';
import type { SpeakerAnswer } from '../tagging/speakerRows';
import { toVsCodeRange } from '../../workspace/platform/positions';
import type { CodebookStore } from '../../workspace/codebooks/codebookStore';
import type { Labels } from '../labels';
import type { Tagging } from '../tagging/tagging';
import { hearArrows, whileAsking } from './walkKeys';

/** What the box needs to ask. */
interface Sources {
  readonly codebooks: CodebookStore;
  readonly labels: Labels;
  readonly tagging: Tagging;
}

interface AskedPassage {
  readonly document: vscode.TextDocument;
  readonly article: ArticleText;
  /** Where it is at first, UTF-16 units. */
  readonly at: Utf16Range;
  /** What stands in the title before the passage's words. */
  readonly heading: () => string;
  /** Which keys there are, by what Enter gives and the roles with their numbers. */
  readonly keys: (role: string, numbered: string) => string;
  /** Whom to offer, by those whom the article's words name. */
  readonly offers: (own: readonly SpeakerOffer[]) => SpeakerOffer[];
  /** The role that Enter gives. */
  readonly role: string;
  readonly topic: string | undefined;
  /** Is given how to have the box ask once more who spoke before. */
  readonly onShow: (refresh: () => void) => void;
}

/** How the passage was answered, and where it is: its edges may have been moved. */
interface AnsweredPassage {
  readonly answer: SpeakerAnswer;
  readonly range: Utf16Range;
}

/** How many columns of the passage the title shows. */
const QUOTE_COLUMNS = 70;
/** The box lies over so many lines at the editor's top. */
const COVERED_LINES = 6;
/** A number behind the sign of a stance, or alone, is a role. */
const ROLE_KEY = /^[+＋\-－?？]?([1-9１-９])$/u;

/**
 * Selects a passage, and asks who says it: Enter takes the row in focus with the usual role, a
 * number takes it with another one, Tab skips the passage, arrows move its edges by clauses.
 *
 * @returns undefined if Esc was pressed; `key` is `Tab`, or the role that was chosen
 */
export async function askPassage(
  { codebooks, labels, tagging }: Sources,
  { document, article, at, heading, keys, offers, role, topic, onShow }: AskedPassage,
): Promise<AnsweredPassage | undefined> {
  let range = at;
  const select = async () => {
    const shown = toVsCodeRange(article.lines, range);
    const editor =
      vscode.window.visibleTextEditors.find((one) => one.document === document) ??
      (await vscode.window.showTextDocument(document));
    editor.selection = new vscode.Selection(shown.start, shown.end);
    const top = editor.visibleRanges[0]?.start.line ?? 0;
    const { InCenter, InCenterIfOutsideViewport } = vscode.TextEditorRevealType;
    const isCovered = shown.start.line < top + COVERED_LINES;
    editor.revealRange(shown, isCovered ? InCenter : InCenterIfOutsideViewport);
  };
  void select();
  const title = () =>
    heading() + excerpt(article.text.slice(range.start, range.end), QUOTE_COLUMNS);
  const now = () => tagging.memoryFor({ document, article, ranges: [range] }, topic);
  const memory: Memory = {
    ...now(),
    offers: () => offers(now().offers()),
    date: () => now().date(),
    same: () => now().same(),
    showCue: (offer) => now().showCue(offer),
  };
  const roles = codebooks.vocabulary.roles.map(({ id }) => id);
  const numbered = roles.slice(0, 9).map((id, i) => `${i + 1} ${labels.role(id)}`);
  const answer = await askInSpeakerBox(
    {
      title: title(),
      placeholder: () => keys(labels.role(role), numbered.join(', ')),
      onType: (typed, active) => {
        hearArrows(typed === '');
        const number = ROLE_KEY.exec(typed.normalize('NFKC'))?.[1];
        const chosen = number === undefined ? undefined : roles[Number(number) - 1];
        return chosen === undefined ? undefined : active && { ...active.value, key: chosen };
      },
      onShow: (_box, refresh) => {
        onShow(() => refresh(title()));
        return whileAsking((move) => {
          range = moveEdge(article.text, range, move, textKind(document.languageId));
          void select();
          refresh(title());
        });
      },
    },
    memory,
    true,
  );
  return answer === undefined || answer === BACK ? undefined : { answer, range };
}
