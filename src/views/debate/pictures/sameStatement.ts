import type { Piece, SameStatementModel } from '../../../core/debate';
import type { Open } from './drawing/picture';
import { drawQuote } from './drawing/quote';
import { html } from './drawing/svg';

/** Draws statements wherever they stand: the first one, then the others with what differs. */
export function drawSameStatements(
  document: Document,
  { title, groups }: SameStatementModel,
  open: Open,
): HTMLElement {
  return html(
    document,
    'div',
    { class: 'same-statements', role: 'list', 'aria-label': title },
    ...groups.map(({ key, label, occurrences, count }) =>
      html(
        document,
        'section',
        { class: 'same-statement', role: 'listitem', 'aria-label': label, 'data-key': key },
        html(document, 'h3', {}, `${occurrences[0]?.card.speaker ?? ''} (${count})`),
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
      ),
    ),
  );
}

/** `ins` and `del` are told by screen readers, and seen without colours. */
function drawPiece(document: Document, { kind, text }: Piece): Node {
  if (kind === 'same') return document.createTextNode(text);
  return html(document, kind === 'added' ? 'ins' : 'del', {}, text);
}
