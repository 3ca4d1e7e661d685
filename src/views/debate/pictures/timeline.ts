import type { TimelineMark, TimelineModel } from '../../../core/debate';
import { movedSpan, zoomedSpan, type Span } from '../../../core/debate/timeline/axis';
import { Picture, type Open } from './drawing/picture';
import { colorClass, stancePath, svg } from './drawing/svg';

const SPACE = 6;
/** How wide the name of a tick is at most. */
const TICK_NAME = 68;
/** How much nearer a step of zooming goes. */
const ZOOM = 0.7;
/** How far a step to the side goes. */
const MOVE = 0.2;

/**
 * Draws who said what when. The wheel (with Ctrl, as pages zoom) and `+`, `-` zoom, Shift with the
 * wheel and `<`, `>` go to earlier and later times; `0` shows all.
 *
 * @param zoom asks for the model of another time; undefined: of all
 */
export function drawTimeline(
  document: Document,
  model: TimelineModel,
  open: Open,
  zoom: (span: Span | undefined) => void = () => undefined,
): SVGSVGElement {
  const picture = new Picture(document, model, open);
  const { rows, axis, ticks, undatedAt, marks, turns } = model;
  const bottom = rows.reduce((end, { at, size }) => Math.max(end, at + size), axis.y);
  const lines = rows.map(({ at, size }) => `M0 ${at + size}H${model.width}`);
  picture.add(
    svg(document, 'path', { class: 'grid', d: lines.join('') }),
    svg(document, 'path', {
      class: 'tick',
      d: ticks.map(({ x }) => `M${x} ${axis.y}V${bottom}`).join(''),
    }),
    ...ticks.map(({ x, text }) =>
      svg(
        document,
        'text',
        // At the edge a date has space on the other side alone.
        {
          ...{ class: 'tick-name', x, y: axis.y - SPACE },
          'text-anchor': x > axis.to - TICK_NAME ? 'end' : 'start',
        },
        text,
      ),
    ),
    ...rows.map(({ at, size, text, label, count }) =>
      svg(
        document,
        'text',
        { class: 'row-name', x: axis.from - SPACE, y: at + size / 2, 'text-anchor': 'end' },
        svg(document, 'title', {}, `${label} (${count})`),
        text,
      ),
    ),
    ...(undatedAt === undefined
      ? []
      : [
          svg(document, 'path', { class: 'margin', d: `M${axis.to + SPACE} ${axis.y}V${bottom}` }),
          svg(
            document,
            'text',
            { class: 'tick-name', x: undatedAt, y: axis.y - SPACE, 'text-anchor': 'middle' },
            '?',
          ),
        ]),
  );
  for (const turn of turns) {
    const { from, to } = turn;
    const d = `M${from.x} ${from.y}L${to.x} ${to.y}`;
    picture.addReachable(
      turn,
      { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
      { class: 'turn' },
      // A wider line that isn't seen is easier to hit.
      svg(document, 'path', { class: 'reach', d }),
      svg(document, 'path', { class: 'turn-line', d }),
    );
  }
  for (const mark of marks) addMark(document, picture, mark);
  listenToZoom(picture.root, model, zoom);
  return picture.root;
}

function addMark(document: Document, picture: Picture, mark: TimelineMark): void {
  const { x, y, radius, meaning, isHollow, period, count } = mark;
  const looks = `${colorClass(meaning)} ${isHollow ? 'hollow' : 'filled'}`;
  picture.addReachable(
    mark,
    { x, y },
    { class: `mark ${looks}` },
    ...(period === undefined
      ? []
      : [svg(document, 'path', { class: 'period', d: `M${period.from} ${y}H${period.to}` })]),
    svg(document, 'path', { class: 'sign', d: stancePath(meaning, x, y, radius) }),
    ...(count > 1
      ? [
          svg(
            document,
            'text',
            { class: 'mark-count', x: x + radius + 1, y: y - radius / 2 },
            String(count),
          ),
        ]
      : []),
  );
}

function listenToZoom(
  root: SVGSVGElement,
  { since, until, axis, width }: TimelineModel,
  zoom: (span: Span | undefined) => void,
): void {
  const span = { since, until };
  root.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.shiftKey) return;
      event.preventDefault();
      const way = Math.sign(event.deltaY || event.deltaX);
      if (event.shiftKey) {
        zoom(movedSpan(span, way * MOVE));
        return;
      }
      const { left, width: shown } = root.getBoundingClientRect();
      const x = ((event.clientX - left) / (shown || width)) * width;
      const at = Math.min(1, Math.max(0, (x - axis.from) / (axis.to - axis.from)));
      zoom(zoomedSpan(span, way > 0 ? 1 / ZOOM : ZOOM, at));
    },
    { passive: false },
  );
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') zoom(zoomedSpan(span, ZOOM, 0.5));
    else if (event.key === '-') zoom(zoomedSpan(span, 1 / ZOOM, 0.5));
    else if (event.key === '<' || event.key === ',') zoom(movedSpan(span, -MOVE));
    else if (event.key === '>' || event.key === '.') zoom(movedSpan(span, MOVE));
    else if (event.key === '0') zoom(undefined);
    else return;
    event.preventDefault();
  });
}
