import type { DebateModel } from '../../../core/debate';
import type { Span } from '../../../core/debate/timeline/axis';
import { drawAnswers, type AnswersActions } from './answers';
import { drawMatrix } from './matrix';
import { drawNetwork } from './networks';
import type { Open } from './drawing/picture';
import { drawSameStatements, type SameButtons } from './sameStatement';
import { html } from './drawing/svg';
import { drawTimeline } from './timeline';
import { drawTurns, type TurnButtons } from './turns';

/** What the page does when something of a picture is used. */
export interface PictureActions extends AnswersActions {
  readonly open: Open;
  /** Shows the timeline of another time; undefined: of all. */
  readonly zoom: (span: Span | undefined) => void;
  readonly turnButtons: TurnButtons;
  readonly sameButtons: SameButtons;
}

/** Draws a model: what is left out or how to begin, then the picture, which scrolls by itself. */
export function drawDebate(
  document: Document,
  model: DebateModel,
  actions: PictureActions,
): HTMLElement {
  const notices = model.notices.map((notice) => html(document, 'p', { class: 'notice' }, notice));
  return html(
    document,
    'div',
    { class: 'drawing' },
    html(document, 'h2', {}, model.title),
    ...(model.legend === '' ? [] : [html(document, 'p', { class: 'notice' }, model.legend)]),
    ...notices,
    ...(model.isEmpty ? [] : [drawModel(document, model, actions)]),
  );
}

function drawModel(document: Document, model: DebateModel, actions: PictureActions): Element {
  const { open } = actions;
  const scrolled = (picture: Element) => html(document, 'div', { class: 'scrolled' }, picture);
  switch (model.view) {
    case 'matrix':
      return scrolled(drawMatrix(document, model, open));
    case 'timeline':
      return scrolled(drawTimeline(document, model, open, actions.zoom));
    case 'turns':
      return drawTurns(document, model, open, actions.turnButtons);
    case 'answers':
      return drawAnswers(document, model, open, actions);
    case 'networks':
      return scrolled(drawNetwork(document, model, open));
    case 'sameStatement':
      return drawSameStatements(document, model, open, actions.sameButtons);
  }
}
