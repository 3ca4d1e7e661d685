import type { Piece, SameStatementGroup, SameStatementModel } from '../../../core/debate';
import type { Open } from './drawing/picture';
import { drawQuote } from './drawing/quote';
import { html } from './drawing/svg';

/** What the page adds to a group that is but proposed: buttons to accept, part or refuse it. */
export type SameButtons = (group: SameStatementGroup) => readonly Node[];

/** Draws statements wherever they stand: the first one, then the others with what differs. */
export function drawSameStatements(
  document: Document,
  { title, groups }: SameStatementModel,
  open: Open,
  buttons: SameButtons = () => [],
): HTMLElement {
  return html(
    document,
    'div',
    { class: 'same-statements', role: 'list', 'aria-label': title },
    ...groups.map((group) => {
      const { key, label, occurrences, count, proposedText } = group;
      const isProposed = proposedText !== undefined;
      const speaker = `${occurrences[0]?.card.speaker ?? ''} (${count})`;
      return html(
        document,
        'section',
        {
          class: `same-statement ${isProposed ? 'proposed' : ''}`.trim(),
          role: 'listitem',
          'aria-label': label,
          'data-key': key,
        },
        html(document, 'h3', {}, isProposed ? `${speaker} · ${proposedText}` : speaker),
        html(
          document,
          'ol',
          {},
          ...occurrences.map(({ card, pieces }) =>
            html(
              document,
              'li',
              {},
              drawQuote(document, card, open, ...pieces.map((piece) => drawPiece(document, piece))),
            ),
          ),
        ),
        ...(isProposed ? [html(document, 'div', { class: 'buttons' }, ...buttons(group))] : []),
      );
    }),
  );
}

/** `ins` and `del` are told by screen readers, and seen without colours. */
function drawPiece(document: Document, { kind, text }: Piece): Node {
  if (kind === 'same') return document.createTextNode(text);
  return html(document, kind === 'added' ? 'ins' : 'del', {}, text);
}
