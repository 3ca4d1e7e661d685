import type { Figure } from '../people/cast';
import type { Reading } from '../reading';
import type { SceneLine } from './scene';

/** A story has a narrator if `I` stands so often outside of quotations, a line. */
const SHARE = 0.4;
/** How much more the narrator is named by others than by the story. */
const LEAST = 2;

/** Who tells a story without being named. */
export const NAMELESS: Figure = { name: '', isKnown: false };

const SPEAKS =
  /(?<![\p{L}’'])I (?:said|asked|answered|replied|told|cried)\b|\b(?:said|asked) I\b|我(?:说|问|答)/gu;
/** From so many of them on. */
const OFTEN = 2;
const I = /(?<![\p{L}’'])I(?![\p{L}])|我(?!们)/gu;

/** Who tells a story in the first person: whom others name, and the story itself doesn't. */
export function narratorOf({ outside }: Reading, lines: readonly SceneLine[]): Figure | undefined {
  const count = (words: RegExp) => outside.match(words)?.length ?? 0;
  if (lines.length < 5) return undefined;
  if (count(SPEAKS) < OFTEN && count(I) < SHARE * lines.length) return undefined;
  const balance = new Map<Figure, number>();
  const add = (figure: Figure, value: number) => {
    balance.set(figure, (balance.get(figure) ?? 0) + value);
  };
  for (const { namings, named } of lines) {
    for (const { figure, isCalled } of named) add(figure, isCalled ? 2 : 0.5);
    for (const { figure } of namings) add(figure, -2);
  }
  const [most] = [...balance].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] >= LEAST ? most[0] : NAMELESS;
}
