import type { TurnCard, TurnsModel } from '../../../core/debate';
import type { Open } from './drawing/picture';
import { drawQuote } from './drawing/quote';
import { colorClass, html } from './drawing/svg';

/** What the page adds to a turn: buttons to accept it, or to set it aside. */
export type TurnButtons = (card: TurnCard) => readonly Node[];

/** Draws turns as cards: both quotes side by side, and what stands between. */
export function drawTurns(
  document: Document,
  { title, cards }: TurnsModel,
  open: Open,
  buttons: TurnButtons = () => [],
): HTMLElement {
  return html(
    document,
    'div',
    { class: 'turns', role: 'list', 'aria-label': title },
    ...cards.map((card) => drawCard(document, card, open, buttons)),
  );
}

function drawCard(
  document: Document,
  card: TurnCard,
  open: Open,
  buttons: TurnButtons,
): HTMLElement {
  const { key, label, from, to, apart, between, betweenText, setAside } = card;
  const { speakerText, topicText, idsBetween } = card;
  const more = html(
    document,
    'button',
    { class: 'link', type: 'button', ...(idsBetween.length === 0 && { disabled: '' }) },
    betweenText,
  );
  more.addEventListener('click', () => open(idsBetween, betweenText, more));
  const middle = html(
    document,
    'div',
    { class: 'between' },
    html(document, 'div', { class: 'apart' }, apart),
    more,
    ...between.map((quote) => drawQuote(document, quote, open)),
  );
  return html(
    document,
    'section',
    {
      class: `turn-card ${setAside === undefined ? '' : 'set-aside'}`.trim(),
      role: 'listitem',
      'aria-label': label,
      'data-key': key,
    },
    html(document, 'h3', {}, `${speakerText} · ${topicText}`),
    html(
      document,
      'div',
      { class: 'ends' },
      html(
        document,
        'div',
        { class: `end ${colorClass(from.meaning)}` },
        drawQuote(document, from, open),
      ),
      middle,
      html(
        document,
        'div',
        { class: `end ${colorClass(to.meaning)}` },
        drawQuote(document, to, open),
      ),
    ),
    ...(setAside === undefined ? [] : [html(document, 'p', { class: 'reason' }, setAside)]),
    html(document, 'div', { class: 'buttons' }, ...buttons(card)),
  );
}
