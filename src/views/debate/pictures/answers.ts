import type {
  AnswersModel,
  ArgumentModel,
  ArgumentStep,
  AnswersGraphModel,
} from '../../../core/debate';
import { Picture, type Open } from './drawing/picture';
import { drawQuote } from './drawing/quote';
import { colorClass, html, svg } from './drawing/svg';

/** What else can be asked for from the picture. */
export interface AnswersActions {
  /** The neighbourhood of a speaker; undefined: of those without a name. */
  readonly center: (speaker: string) => void;
  /** The argument under an annotation. */
  readonly argue: (claim: string) => void;
}

const NO_ACTIONS: AnswersActions = { center: () => undefined, argue: () => undefined };

/** Draws who answers whom, or an argument as a tree. */
export function drawAnswers(
  document: Document,
  model: AnswersModel,
  open: Open,
  actions: AnswersActions = NO_ACTIONS,
): HTMLElement {
  if (model.kind === 'argument') return drawArgument(document, model, open);
  const claims = html(
    document,
    'ol',
    { class: 'claims' },
    ...model.claims.map((claim) => {
      const button = html(
        document,
        'button',
        { class: 'link', type: 'button', 'data-key': claim.key },
        claim.label,
      );
      button.addEventListener('click', () => actions.argue(claim.key));
      const size = html(document, 'span', { class: 'claim-size' }, `(${claim.size})`);
      return html(document, 'li', {}, html(document, 'div', { class: 'claim' }, button, size));
    }),
  );
  return html(
    document,
    'div',
    { class: 'answers' },
    html(document, 'div', { class: 'scrolled' }, drawGraph(document, model, open, actions)),
    html(document, 'h3', { class: 'claims-head' }, model.claimsTitle),
    claims,
  );
}

function drawGraph(
  document: Document,
  model: AnswersGraphModel,
  open: Open,
  { center }: AnswersActions,
): SVGSVGElement {
  const picture = new Picture(document, model, open);
  for (const arrow of model.arrows) {
    const { path, head, at, thickness, count, meaning, typeText } = arrow;
    picture.addReachable(
      arrow,
      at,
      { class: `arrow ${colorClass(meaning)}` },
      svg(document, 'path', { class: 'reach', d: path }),
      svg(document, 'path', { class: 'arrow-line', d: path, 'stroke-width': thickness }),
      svg(document, 'path', { class: 'arrow-head', d: head }),
      svg(
        document,
        'text',
        { class: 'arrow-count', x: at.x, y: at.y, 'text-anchor': 'middle' },
        model.center === undefined && model.nodes.length > FEW
          ? String(count)
          : `${typeText} ${count}`,
      ),
    );
  }
  for (const node of model.nodes) {
    const { x, y, radius, text, value } = node;
    const made = picture.addReachable(
      node,
      { x, y },
      { class: 'node' },
      svg(document, 'circle', { cx: x, cy: y, r: radius }),
      svg(
        document,
        'text',
        { class: 'node-name', x, y: y + radius + 13, 'text-anchor': 'middle' },
        text,
      ),
    );
    // With Shift, a speaker's neighbourhood is shown instead of the quotes.
    const goThere = (event: MouseEvent | KeyboardEvent) => {
      if (!event.shiftKey || value === undefined) return;
      if ('key' in event && event.key !== 'Enter') return;
      event.stopPropagation();
      center(value);
    };
    made.addEventListener('click', goThere);
    made.addEventListener('keydown', goThere);
  }
  return picture.root;
}

/** With more nodes, there is no space for words at arrows. */
const FEW = 12;

function drawArgument(document: Document, model: ArgumentModel, open: Open): HTMLElement {
  const tree = html(document, 'ul', {
    class: 'argument',
    'aria-label': model.title,
  });
  const lists: HTMLElement[] = [tree];
  for (const step of model.steps) {
    const item = drawStep(document, step, open);
    const below = html(document, 'ul');
    item.append(below);
    lists[step.depth]?.append(item);
    lists[step.depth + 1] = below;
    lists.length = step.depth + 2;
  }
  for (const list of tree.querySelectorAll('ul')) if (list.children.length === 0) list.remove();
  return tree;
}

function drawStep(document: Document, step: ArgumentStep, open: Open): HTMLElement {
  const { key, linkText, meaning, card, isRepeated } = step;
  return html(
    document,
    'li',
    {
      class: `step ${colorClass(meaning)}${isRepeated ? ' repeated' : ''}`,
      'data-key': key,
    },
    ...(linkText === undefined ? [] : [html(document, 'span', { class: 'link-type' }, linkText)]),
    drawQuote(document, card, open),
  );
}
