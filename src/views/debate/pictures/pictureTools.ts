import type { AnswersGraphModel, DebateModel, DebateView } from '../../../core/debate/model';
import { zoomedSpan } from '../../../core/debate/timeline/axis';
import { button, element, setAttribute } from '../element';
import type { Say } from '../texts';
import { CHOICES, type Chosen } from './choices';
import { periodSlider } from './periodSlider';

/** What the buttons above a picture do. */
export interface ToolActions {
  /** Shows the picture another way. */
  readonly choose: (changes: Chosen) => void;
  readonly toggleTable: () => void;
  readonly copy: (at: HTMLElement) => void;
  readonly save: (kind: 'svg' | 'png') => void;
}

/** How near one step of zooming goes. */
const ZOOM = 0.7;

/** The buttons above a picture: its choices, its table, and what is taken elsewhere. */
export function drawTools(
  view: DebateView,
  say: Say,
  chosen: Chosen,
  model: DebateModel | undefined,
  actions: ToolActions,
): HTMLElement {
  const table = button(say('showTable'), actions.toggleTable);
  setAttribute(table, 'aria-pressed', String(chosen['isTable'] === true));
  const copy = button(say('copy'), () => actions.copy(copy));
  const isPicture = view !== 'turns' && view !== 'sameStatement' && chosen['claim'] === undefined;
  return element(
    'div',
    { class: 'toolbar', attributes: { role: 'toolbar', 'aria-label': say(`view.${view}`) } },
    ...CHOICES[view].map(({ key, label, values }) => {
      const options = values.map(([value, text]) =>
        element('option', { text: say(text), attributes: { value } }),
      );
      const select = element('select', { attributes: { 'aria-label': say(label) } }, ...options);
      select.value = textOf(chosen[key]) ?? values[0]?.[0] ?? '';
      select.addEventListener('change', () => actions.choose({ [key]: select.value }));
      return element('label', { class: 'choice' }, element('span', { text: say(label) }), select);
    }),
    ...ownTools(say, chosen, model, actions.choose),
    table,
    copy,
    ...(isPicture
      ? [
          button(say('saveSvg'), () => actions.save('svg')),
          button(say('savePng'), () => actions.save('png')),
        ]
      : []),
  );
}

/** What one picture alone has. */
function ownTools(
  say: Say,
  chosen: Chosen,
  model: DebateModel | undefined,
  choose: ToolActions['choose'],
): HTMLElement[] {
  switch (model?.view) {
    case 'timeline': {
      const { since, until } = model;
      const zoom = (by: number) => () => choose({ ...zoomedSpan({ since, until }, by, 0.5) });
      if (model.isEmpty) return [];
      return [
        button(say('zoomIn'), zoom(ZOOM)),
        button(say('zoomOut'), zoom(1 / ZOOM)),
        button(say('zoomAll'), () => choose({ since: undefined, until: undefined })),
      ];
    }
    case 'answers': {
      if (model.kind === 'speakers') return [speakerChoice(say, chosen, model, choose)];
      return [button(say('back'), () => choose({ claim: undefined }))];
    }
    case 'networks': {
      const { since, until, threshold } = model;
      const input = element('input', {
        class: 'threshold',
        attributes: { type: 'number', min: 0, step: 'any', value: threshold },
      });
      input.addEventListener('change', () => {
        const typed = Number(input.value);
        choose({ threshold: input.value === '' || Number.isNaN(typed) ? undefined : typed });
      });
      const field = element(
        'label',
        { class: 'choice' },
        element('span', { text: say('threshold') }),
        input,
      );
      if (since === undefined || until === undefined) return [field];
      const period = { since: textOf(chosen['since']), until: textOf(chosen['until']) };
      return [field, periodSlider(say, { since, until }, period, (to) => choose({ ...to }))];
    }
    default:
      return [];
  }
}

const EVERYBODY = 'everybody';

/** Whose answers are shown: one speaker's, or all. */
function speakerChoice(
  say: Say,
  chosen: Chosen,
  { center, speakers }: AnswersGraphModel,
  choose: ToolActions['choose'],
): HTMLElement {
  const isOne = chosen['everybody'] !== true;
  // Nobody can be asked for who has no name: they are shown first where they have most links.
  const offered = speakers.filter(
    ({ value }) => value !== undefined || (isOne && value === center),
  );
  const select = element(
    'select',
    {},
    element('option', { text: say('everybody'), attributes: { value: EVERYBODY } }),
    ...offered.map(({ value, label }, n) =>
      element('option', {
        text: label,
        attributes: { value: n, selected: isOne && value === center },
      }),
    ),
  );
  select.addEventListener('change', () => {
    const everybody = select.value === EVERYBODY;
    const speaker = everybody ? undefined : offered[Number(select.value)]?.value;
    choose({ everybody: everybody || undefined, speaker });
  });
  return element(
    'label',
    { class: 'choice' },
    element('span', { text: say('column.speaker') }),
    select,
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
