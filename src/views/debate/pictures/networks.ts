import type { NetworksModel } from '../../../core/debate';
import { Picture, type Open } from './drawing/picture';
import { colorClass, svg } from './drawing/svg';

/** There are colours for so many camps; the others look alike. */
const CAMP_COLORS = 7;

/** Draws a network: nodes in the colours of their camps, squares for topics, ties by weight. */
export function drawNetwork(document: Document, model: NetworksModel, open: Open): SVGSVGElement {
  const picture = new Picture(document, model, open);
  const { nodes } = model;
  for (const tie of model.ties) {
    const [a, b] = [nodes[tie.a], nodes[tie.b]];
    if (a === undefined || b === undefined) continue;
    const d = `M${a.x} ${a.y}L${b.x} ${b.y}`;
    picture.addReachable(
      tie,
      { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
      { class: `tie ${colorClass(tie.meaning)}` },
      svg(document, 'path', { class: 'reach', d }),
      svg(document, 'path', { class: 'tie-line', d, 'stroke-width': tie.thickness }),
    );
  }
  for (const node of nodes) {
    const { x, y, radius, camp, kind, text } = node;
    const shape =
      kind === 'speaker'
        ? svg(document, 'circle', { cx: x, cy: y, r: radius })
        : svg(document, 'rect', {
            ...{ x: x - radius, y: y - radius },
            ...{ width: 2 * radius, height: 2 * radius },
          });
    picture.addReachable(
      node,
      { x, y },
      { class: `node camp-${camp < CAMP_COLORS ? camp : 'other'}` },
      shape,
      // The number of the camp: colours alone don't tell.
      svg(
        document,
        'text',
        { class: 'camp-number', x, y: y + 3.5, 'text-anchor': 'middle' },
        String(camp + 1),
      ),
      svg(
        document,
        'text',
        { class: 'node-name', x, y: y + radius + 12, 'text-anchor': 'middle' },
        text,
      ),
    );
  }
  return picture.root;
}
