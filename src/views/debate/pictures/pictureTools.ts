import type { DebateModel, DebateView } from '../../../core/debate/model';
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
      const isElsewhere = chosen['claim'] !== undefined || chosen['speaker'] !== undefined;
      const all = button(say('everybody'), () => {
        choose({ everybody: chosen['everybody'] !== true, speaker: undefined, claim: undefined });
      });
      setAttribute(all, 'aria-pressed', String(chosen['everybody'] === true));
      const back = button(say('back'), () => choose({ claim: undefined, speaker: undefined }));
      return isElsewhere ? [back, all] : [all];
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

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
