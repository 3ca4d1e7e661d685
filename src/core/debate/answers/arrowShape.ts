import { rounded, type Point } from '../forceLayout';

/** A round node. */
export interface Disc extends Point {
  readonly radius: number;
}

/** An arrow as SVG draws it: its line, its head, and where its number stands. */
export interface ArrowShape {
  readonly path: string;
  readonly head: string;
  readonly at: Point;
}

/** How far arrows between the same two nodes stand apart, in pixels. */
const APART = 18;
/** The same for those of a node to itself: their numbers stand above each other. */
const LOOPS_APART = 26;
const HEAD = 9;

/**
 * An arrow from one node to another, bent to its own side: there and back don't lie on each other.
 *
 * @param slot the how manyeth of this direction it is, from 0
 * @param share where its number stands on the way, from 0 to 1
 */
export function arrowShape(from: Disc, to: Disc, slot: number, share: number): ArrowShape {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const distance = Math.hypot(dx, dy);
  if (distance < 1) return loopShape(from, slot);
  const bend = APART * (slot + 1);
  const control = {
    x: (from.x + to.x) / 2 - (dy / distance) * bend * 2,
    y: (from.y + to.y) / 2 + (dx / distance) * bend * 2,
  };
  const start = towards(from, control, from.radius + 1);
  const tip = towards(to, control, to.radius + 2);
  const end = towards(tip, control, HEAD);
  return {
    path: `M${pair(start)}Q${pair(control)} ${pair(end)}`,
    head: headOf(tip, end),
    at: {
      x: rounded(onCurve(start.x, control.x, end.x, share)),
      y: rounded(onCurve(start.y, control.y, end.y, share)),
    },
  };
}

/** An arrow from a node to itself, above it. */
function loopShape({ x, y, radius }: Disc, slot: number): ArrowShape {
  const size = radius + LOOPS_APART * (slot + 1);
  const start = { x: x - radius * 0.7, y: y - radius * 0.7 };
  const tip = { x: x + radius * 0.7, y: y - radius * 0.7 - 2 };
  // Outer ones are wider, too: what stands at an inner one has its space between their sides.
  const side = size * (slot + 1);
  const [left, right] = [
    { x: x - side, y: y - radius - size },
    { x: x + side, y: y - radius - size },
  ];
  const end = towards(tip, right, HEAD);
  return {
    path: `M${pair(start)}C${pair(left)} ${pair(right)} ${pair(end)}`,
    head: headOf(tip, end),
    at: { x: rounded(x), y: rounded(y - radius - size * 0.75) },
  };
}

function headOf(tip: Point, end: Point): string {
  const [dx, dy] = [(tip.x - end.x) / HEAD, (tip.y - end.y) / HEAD];
  const half = HEAD / 2;
  const left = { x: end.x - dy * half, y: end.y + dx * half };
  const right = { x: end.x + dy * half, y: end.y - dx * half };
  return `M${pair(tip)}L${pair(left)}L${pair(right)}Z`;
}

/** So many pixels from one point on the way to another. */
function towards(from: Point, to: Point, by: number): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) / distance) * by,
    y: from.y + ((to.y - from.y) / distance) * by,
  };
}

/** A point of a quadratic Bézier curve, in one of its coordinates. */
function onCurve(from: number, control: number, to: number, share: number): number {
  const left = 1 - share;
  return left * left * from + 2 * left * share * control + share * share * to;
}

function pair({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}
