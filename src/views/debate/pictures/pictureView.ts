import type { DebateView, TurnCard } from '../../../core/debate/model';
import { button, element } from '../element';
import { Popup } from '../popup';
import type { Answer, Ask } from '../protocol';
import type { PageTools, View } from '../view';
import { optionsOf, type Chosen } from './choices';
import { drawDebate } from './draw';
import { drawTools } from './pictureTools';
import { savePicture } from './saving/savePicture';
import { drawTwinTable } from './twinTable';

/** A picture narrower than this can't be read; it scrolls then. */
const NARROWEST = 360;
/** What the page has at both sides of a picture, in pixels. */
const MARGINS = 32;
/** What stands above a picture: its choices in two lines, its title and its legend. */
const ABOVE = 140;

type Shown = Answer<'picture'>;

/** One of the pictures of the debate with its choices and its twin table. */
export class PictureView implements View {
  readonly root = element('div', { class: 'picture-view' });
  private readonly place = element('div', { class: 'picture-place' });
  private readonly popup = new Popup('copy-popup');
  private shown: Shown | undefined;

  constructor(
    private readonly view: DebateView,
    private readonly tools: PageTools,
  ) {}

  async show(): Promise<void> {
    const { say, tell } = this.tools;
    if (this.shown === undefined) tell(say('reading'));
    this.shown = await this.ask(this.chosen['isTable'] === true);
    this.draw();
    tell(this.shown.model.description);
  }

  private ask(hasTwin: boolean): Promise<Shown> {
    const width = Math.max(NARROWEST, this.root.clientWidth - MARGINS);
    const height = Math.max(0, this.root.clientHeight - ABOVE);
    const options = optionsOf(this.view, this.chosen);
    const asked = { ...options, view: this.view, width, height, hasTwin };
    return this.tools.host.ask('picture', withoutOpen(asked));
  }

  /** The same picture of other data: what was seen, and what had the focus, stays. */
  async update(): Promise<void> {
    await this.show();
  }

  focus(): void {
    const first = this.place.querySelector('[tabindex="0"]');
    if (first instanceof HTMLElement || first instanceof SVGElement) first.focus();
  }

  private get chosen(): Chosen {
    const kept = this.tools.kept.views[this.view];
    return kept instanceof Object ? (kept as Chosen) : {};
  }

  private choose(changes: Chosen): void {
    this.tools.kept.views[this.view] = withoutOpen({ ...this.chosen, ...changes });
    this.tools.keep();
    this.tools.run(() => this.show());
  }

  private draw(): void {
    const { shown, tools } = this;
    if (shown === undefined) return;
    const { model, twin } = shown;
    const { showQuotes: open } = tools;
    const focused = document.activeElement?.getAttribute('data-key');
    const { scrollTop } = this.place;
    const scrolled = this.place.querySelector('.scrolled')?.scrollLeft ?? 0;
    const drawing =
      twin !== undefined
        ? element('div', { class: 'drawing' }, drawTwinTable(document, twin, open))
        : drawDebate(document, model, {
            open,
            zoom: (span) =>
              this.choose(span ? { ...span } : { since: undefined, until: undefined }),
            center: (speaker) => this.choose({ speaker, everybody: undefined, claim: undefined }),
            argue: (claim) => this.choose({ claim }),
            turnButtons: (card) => this.turnButtons(card),
            sameButtons: ({ ids }) => this.sameButtons(ids),
          });
    const buttons = drawTools(this.view, tools.say, this.chosen, model, {
      choose: (changes) => this.choose(changes),
      toggleTable: () =>
        this.choose({ isTable: this.chosen['isTable'] === true ? undefined : true }),
      copy: (at) => this.openCopy(at),
      save: (kind) => tools.run(() => this.save(kind)),
    });
    this.place.replaceChildren(drawing);
    this.root.replaceChildren(buttons, this.place);
    this.place.scrollTop = scrollTop;
    const again = this.place.querySelector('.scrolled');
    if (again !== null) again.scrollLeft = scrolled;
    if (focused !== null && focused !== undefined) {
      const element = this.place.querySelector(`[data-key="${CSS.escape(focused)}"]`);
      if (element instanceof SVGElement || element instanceof HTMLElement) element.focus();
    }
  }

  private turnButtons({ from, to, setAside }: TurnCard): readonly Node[] {
    const { host, say, run } = this.tools;
    const isBack = setAside !== undefined;
    const ask = () => host.ask('setAside', { ids: [from.id, to.id], isBack });
    return [
      button(say(isBack ? 'bringBack' : 'setAside'), () =>
        run(async () => {
          await ask();
        }),
      ),
    ];
  }

  private sameButtons(ids: readonly string[]): readonly Node[] {
    const { host, say, run } = this.tools;
    return (['accept', 'split', 'refuse'] as const).map((how) =>
      button(say(`${how}Same`), () => run(() => host.ask('same', { ids: [...ids], how }))),
    );
  }

  private async save(kind: 'svg' | 'png'): Promise<void> {
    const { host, say, note } = this.tools;
    const picture = this.place.querySelector<SVGSVGElement>('svg.picture');
    if (picture === null || this.shown === undefined) return;
    const { about, model } = this.shown;
    const dateOfData = say('dateOfData', about.date);
    const { filter } = about;
    if (await savePicture(host, picture, kind, { title: model.title, filter, dateOfData }))
      note(say('saved'));
  }

  private openCopy(at: HTMLElement): void {
    const { say } = this.tools;
    const entry = (text: string, format: Ask<'copyTable'>['format']) =>
      button(
        text,
        () => {
          this.popup.close();
          this.tools.run(() => this.copy(format));
        },
        { name: 'entry' },
      );
    this.popup.open(
      say('copy'),
      at,
      entry(say('copyCells'), 'tsv'),
      entry(say('copyCsv'), 'csv'),
      entry(say('copyMarkdown'), 'markdown'),
    );
  }

  private async copy(format: Ask<'copyTable'>['format']): Promise<void> {
    const { host, say, note } = this.tools;
    const { twin = (await this.ask(true)).twin } = this.shown ?? {};
    if (twin === undefined) return;
    const { columns, rows } = twin;
    const cells = rows.map((row) => [...row.cells]);
    const { count } = await host.ask('copyTable', { format, columns: [...columns], rows: cells });
    note(say('copied', count));
  }
}

/** What isn't set isn't sent: to the extension it would be a value. */
function withoutOpen<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}
