import type { QuoteCard } from '../../../../core/debate';
import type { Open } from './picture';
import { colorClass, html } from './svg';

/**
 * A quote with who said it, when, and where it stands; it opens like every other element.
 *
 * @param words what stands for the quote itself; left out: the quote
 */
export function drawQuote(
  document: Document,
  card: QuoteCard,
  open: Open,
  ...words: readonly Node[]
): HTMLElement {
  const { id, quote, speaker, codedText, dateText, dateOf, title, meaning } = card;
  const said = html(document, 'blockquote', {}, ...(words.length > 0 ? words : [quote]));
  const source = [codedText, dateText, title].join(' · ');
  const made = html(
    document,
    'div',
    {
      class: `quote ${colorClass(meaning)} ${dateOf === 'article' ? 'hollow' : 'filled'}`,
      role: 'button',
      tabindex: 0,
      'data-key': id,
    },
    ...(speaker === undefined ? [] : [html(document, 'div', { class: 'speaker' }, speaker)]),
    said,
    html(document, 'div', { class: 'source' }, source),
  );
  openOnPress(made, () => open([id], speaker ?? title, made));
  return made;
}

/** Calls something on a click, Enter or the space bar. */
export function openOnPress(of: HTMLElement, press: () => void): void {
  of.addEventListener('click', press);
  of.addEventListener('keydown', (event) => {
    if (event.target !== of || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    press();
  });
}
