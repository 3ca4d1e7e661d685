import { button, element } from './element';
import { Popup } from './popup';
import { MOST_QUOTES, type Quote } from './protocol';
import type { PageTools } from './view';

/** Shows quotations beside what stands for them: who said it, when and where, and the way there. */
export class QuoteCards {
  private readonly popup = new Popup('quotes');

  constructor(private readonly tools: Pick<PageTools, 'host' | 'run' | 'say'>) {}

  /** @param at what they are shown beside */
  async show(ids: readonly string[], title: string, at: Element): Promise<void> {
    const { host, say } = this.tools;
    const { quotes } = await host.ask('quotes', { ids: ids.slice(0, MOST_QUOTES) });
    const close = button('×', () => this.popup.close(), { title: say('close'), name: 'icon' });
    const more =
      ids.length > MOST_QUOTES
        ? [element('p', { text: say('moreQuotes', MOST_QUOTES, ids.length) })]
        : [];
    const head = element('div', { class: 'quotes-head' }, element('h2', { text: title }), close);
    const cards = quotes.map((quote) => this.card(quote));
    this.popup.open(title || say('quotes'), at, head, ...more, ...cards);
  }

  private card({ article, id, quote, speaker, coded, date, title }: Quote): HTMLElement {
    const { host, run, say } = this.tools;
    const show = () => run(() => host.ask('goTo', { article, id, keepFocus: false }));
    const said = [speaker, date].filter((part) => part !== '').join(' · ');
    return element(
      'article',
      { class: 'quote' },
      element('div', { class: 'quote-head', text: said }),
      element('blockquote', { text: quote }),
      element('div', { class: 'quote-coded', text: coded }),
      element(
        'div',
        { class: 'quote-from' },
        element('span', { text: title }),
        button(say('goTo'), show, { name: 'link' }),
      ),
    );
  }
}
