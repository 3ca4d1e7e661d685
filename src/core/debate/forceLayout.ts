import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Steps } from '../text/steps';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What pulls two nodes to each other. */
export interface Pull {
  readonly a: number;
  readonly b: number;
  /** Above 0; only how they compare to each other matters. */
  readonly weight: number;
}

/** Many nodes find their places in fewer rounds: each takes longer. */
const roundsFor = (count: number) => (count <= 50 ? 200 : count <= 150 ? 100 : 40);
/** The space that names need at the edges, in pixels. */
const PADDING = { x: 70, y: 30 };

/**
 * Places nodes so that those which hang together are near each other: always the same for the same
 * nodes and pulls. Source: the force simulation of d3-force, from its fixed beginning.
 *
 * @param count how many nodes; at most some hundred
 */
export function* forceLayout(
  count: number,
  pulls: readonly Pull[],
  { width, height }: { readonly width: number; readonly height: number },
): Steps<readonly Point[]> {
  const nodes = Array.from({ length: count }, (): SimulationNodeDatum => ({}));
  const heaviest = pulls.reduce((most, { weight }) => Math.max(most, weight), 0) || 1;
  const links = pulls.map(({ a, b, weight }) => ({ source: a, target: b, weight }));
  const rounds = roundsFor(count);
  const simulation = forceSimulation(nodes)
    .alphaDecay(1 - 0.001 ** (1 / rounds))
    .force('apart', forceManyBody().strength(-120).theta(1.2))
    .force(
      'together',
      forceLink(links)
        .distance(60)
        .strength(({ weight }) => 0.05 + (0.4 * weight) / heaviest),
    )
    .force('x', forceX(0).strength(0.06))
    .force('y', forceY(0).strength(0.09))
    .force('room', forceCollide(14))
    .stop();
  for (let round = 0; round < rounds; round++) {
    simulation.tick();
    yield;
  }
  return fit(
    nodes.map(({ x = 0, y = 0 }) => ({ x, y })),
    width,
    height,
  );
}

/**
 * How high a picture is whose nodes may be anywhere: as much of what it would like as is seen at
 * once, but not so little that nodes can't be told apart.
 */
export function heightOfLayout(wished: number, seen = Infinity): number {
  return Math.round(Math.max(320, Math.min(wished, seen)));
}

/** Stretches positions over the picture. */
function fit(points: readonly Point[], width: number, height: number): Point[] {
  const x = scaleTo(
    points.map((point) => point.x),
    PADDING.x,
    width - PADDING.x,
  );
  const y = scaleTo(
    points.map((point) => point.y),
    PADDING.y,
    height - PADDING.y,
  );
  return points.map((point) => ({ x: rounded(x(point.x)), y: rounded(y(point.y)) }));
}

function scaleTo(values: readonly number[], from: number, to: number): (value: number) => number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  if (most - least < 1e-9) return () => (from + to) / 2;
  return (value) => from + ((value - least) / (most - least)) * (to - from);
}

/** To a tenth of a pixel. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
