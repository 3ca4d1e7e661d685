import assert from 'node:assert/strict';
import { DOMParser, parseHTML } from 'linkedom';
import { twinTable, type DebateModel, type DebateOptions } from '../../../../src/core/debate';
import { requireNetworkOptions } from '../../../../src/core/network/options';
import { drawDebate, type PictureActions } from '../../../../src/views/debate/pictures/draw';
import { standaloneSvg } from '../../../../src/views/debate/pictures/saving/standaloneSvg';
import { drawTwinTable } from '../../../../src/views/debate/pictures/twinTable';
import { debateOf, drawnOf, modelOf, SMALL_DEBATE, type Said } from '../../core/debate/debates';

const WIDTH = 700;
const ALL: readonly DebateOptions[] = [
  { view: 'matrix', width: WIDTH },
  { view: 'timeline', width: WIDTH },
  { view: 'turns' },
  { view: 'answers', width: WIDTH },
  { view: 'answers', claim: 'a1', width: WIDTH },
  { view: 'networks', network: requireNetworkOptions({}), width: WIDTH },
  { view: 'sameStatement' },
];

const MARKUP = '"><img src=x onerror="alert(1)"><script>alert(2)</script>]]>';

const HOSTILE: Readonly<Record<string, readonly Said[]>> = {
  'a.md': ['against', 'favor'].flatMap((stance, n): Said[] => [
    {
      ...{ id: `a${n + 1}`, speaker: MARKUP, topic: MARKUP, stance, date: `202${n}` },
      passages: [{ exact: `${MARKUP} ${stance}` }],
    },
    {
      ...{ id: `b${n + 1}`, speaker: `${MARKUP}2`, topic: MARKUP, stance },
      links: [
        { type: 'restates', target: `a${n + 1}` },
        { type: 'rebuts', target: 'a1' },
      ],
    },
  ]),
};

/** A page, and what was opened in it. */
function page() {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const opened: { ids: readonly string[]; title: string }[] = [];
  const zoomed: unknown[] = [];
  const actions: PictureActions = {
    open: (ids, title) => opened.push({ ids, title }),
    zoom: (span) => zoomed.push(span),
    center: () => undefined,
    argue: () => undefined,
    turnButtons: () => [],
    sameButtons: () => [],
  };
  const draw = (model: DebateModel) => {
    const drawn = drawDebate(document, model, actions);
    document.body.replaceChildren(drawn);
    return drawn;
  };
  return { document, opened, zoomed, draw, actions };
}

function press(on: Element | null, key: string, document: Document): void {
  send(on, 'keydown', document, { key });
}

function send(on: Element | null, type: string, document: Document, more: object = {}): void {
  assert.ok(on);
  const { Event } = document.defaultView as unknown as { Event: typeof globalThis.Event };
  const event = new Event(type, { bubbles: true, cancelable: true });
  on.dispatchEvent(Object.assign(event, more));
}

describe('the pictures of a debate', () => {
  for (const options of ALL) {
    const name = JSON.stringify(options);

    it(`open from each element the annotations that it stands for: ${name}`, () => {
      const { draw, opened, document } = page();
      const model = modelOf(debateOf(SMALL_DEBATE), options);
      const drawn = draw(model);
      const elements = Array.from(drawn.querySelectorAll<HTMLElement>('.drawn, .quote'));
      assert.ok(elements.length > 0);
      for (const element of elements) {
        opened.length = 0;
        send(element, 'click', document);
        const [only, ...others] = opened;
        assert.deepEqual(others, []);
        const expected = drawnOf(model).find(({ key }) => key === element.dataset['key']);
        assert.deepEqual(only?.ids, expected?.ids ?? [element.dataset['key']]);
        assert.ok(element.hasAttribute('tabindex'));
      }
    });

    it(`take names and quotes for words, never for markup: ${name}`, () => {
      const { draw, document } = page();
      const model = modelOf(debateOf(HOSTILE), options);
      draw(model);
      const table = drawTwinTable(document, twinTable(model), () => undefined);
      document.body.append(table);
      assert.equal(document.querySelectorAll('img, script').length, 0);
      assert.ok(document.body.textContent.includes('<img'));
    });

    it(`have no styles in attributes, which the page forbids: ${name}`, () => {
      const { draw } = page();
      const drawn = draw(modelOf(debateOf(SMALL_DEBATE), options));
      assert.equal(drawn.querySelectorAll('[style]').length, 0);
      assert.ok(!drawn.outerHTML.includes('javascript:'));
    });
  }

  it('say how to begin instead of an empty picture', () => {
    const { draw } = page();
    const drawn = draw(
      modelOf(debateOf({}), { view: 'networks', network: requireNetworkOptions({}), width: WIDTH }),
    );
    assert.equal(drawn.querySelectorAll('svg').length, 0);
    assert.match(drawn.textContent, /Claims: Annotate/);
  });

  it('are one stop for Tab, and are walked through by arrow keys', () => {
    const { draw, document, opened } = page();
    const model = modelOf(debateOf(SMALL_DEBATE), { view: 'matrix', width: WIDTH });
    const drawn = draw(model);
    const stops = () => Array.from(drawn.querySelectorAll('.drawn[tabindex="0"]'));
    assert.equal(stops().length, 1);
    const [first = null] = stops();
    press(first, 'Enter', document);
    assert.deepEqual(opened.at(-1)?.ids, model.cells[0]?.ids);
    press(first, 'ArrowDown', document);
    const [below = null] = stops();
    assert.equal(stops().length, 1);
    const cellBelow = model.cells.find(({ row, column }) => row === 1 && column === 0);
    assert.equal(below?.getAttribute('data-key'), cellBelow?.key);
    press(below, 'End', document);
    assert.equal(stops()[0]?.getAttribute('data-key'), model.cells.at(-1)?.key);
  });

  it('ask for another time when the timeline is zoomed by keys', () => {
    const { draw, document, zoomed } = page();
    const model = modelOf(debateOf(SMALL_DEBATE), { view: 'timeline', width: WIDTH });
    const svg = draw(model).querySelector('svg');
    press(svg, '+', document);
    press(svg, '0', document);
    const [nearer, all] = zoomed as ({ since: string; until: string } | undefined)[];
    assert.ok(nearer && nearer.since > model.since && nearer.until < model.until);
    assert.equal(all, undefined);
  });

  it('draw statements of which only the article’s date is known hollow', () => {
    const { draw } = page();
    const context = debateOf(SMALL_DEBATE, { published: { 'a.md': '2023-06-01' } });
    const drawn = draw(modelOf(context, { view: 'timeline', width: WIDTH }));
    const hollow = Array.from(drawn.querySelectorAll('.mark.hollow'));
    assert.equal(hollow.length, 1);
    assert.match(hollow[0]?.getAttribute('aria-label') ?? '', /^Bo: favor, 2023-06-01/);
    assert.equal(drawn.querySelectorAll('.turn-line').length, 1);
  });
});

describe('a saved picture', () => {
  const looksOf = () => ({
    getPropertyValue: (name: string) =>
      ({ fill: 'rgb(1, 2, 3)', stroke: 'url(https://x.example/y)', opacity: '1' })[name] ?? '',
  });
  const save = (articles: Readonly<Record<string, readonly Said[]>>, filter: string) => {
    const { draw } = page();
    const svg = draw(modelOf(debateOf(articles), { view: 'matrix', width: WIDTH })).querySelector(
      'svg',
    );
    assert.ok(svg);
    return standaloneSvg(
      svg,
      { title: 'Speakers & topics', filter, dateOfData: '2026-11-30' },
      looksOf,
    );
  };

  it('is XML of its own, with title, filter and date', () => {
    const text = save(SMALL_DEBATE, 'speaker=<Ann>');
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    assert.equal(parsed.documentElement.localName, 'svg');
    for (const part of ['Speakers &amp; topics', 'speaker=&lt;Ann&gt;', '2026-11-30', '李明'])
      assert.ok(text.includes(part), part);
    assert.match(text, /\.s0\{fill:rgb\(1, 2, 3\);opacity:1\}/);
  });

  it('has no script, no reference, and nothing of the page', () => {
    const text = save(HOSTILE, MARKUP);
    assert.doesNotMatch(text, /url\(|x\.example/);
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml') as unknown as Document;
    const elements = Array.from(parsed.querySelectorAll('*'));
    const names = new Set(elements.map(({ localName }) => localName));
    assert.deepEqual([...names].sort(), [
      'desc',
      'g',
      'path',
      'rect',
      'style',
      'svg',
      'text',
      'title',
    ]);
    const attributes = elements.flatMap((one) => Array.from(one.attributes, ({ name }) => name));
    for (const name of attributes) assert.doesNotMatch(name, /^on|href|tabindex|data-|aria-|role/);
    assert.ok(text.includes('&lt;script&gt;'));
  });
});
