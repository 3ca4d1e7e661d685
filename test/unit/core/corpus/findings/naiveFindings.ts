import { readDate } from '../../../../../src/core/model/dates';
import type { Link } from '../../../../../src/core/model/types';
import { NAMES, type Item } from '../query/queries';

/** The answers of `findings` by the words of their definitions, however long they take. */

const linksOf = ({ annotation }: Item): readonly Link[] => annotation.links ?? [];
const speakerOf = ({ annotation: { speaker } }: Item) => speaker && NAMES.listedAs(speaker);
const dateOf = ({ annotation: { date }, published }: Item) =>
  date ?? (published === undefined ? undefined : readDate(published));

export function naiveGaps(all: readonly Item[]): Record<string, string[]> {
  const idsOf = (holds: (item: Item) => boolean) =>
    all.filter(holds).map(({ annotation }) => annotation.id);
  const isTarget = ({ annotation: { id } }: Item, wanted: string) =>
    all.some((other) =>
      linksOf(other).some(({ type, target }) => type === wanted && target === id),
    );
  const rebuts = (item: Item) => linksOf(item).some(({ type }) => type === 'rebuts');
  return {
    unsupported: idsOf((item) => item.annotation.role === 'claim' && !isTarget(item, 'supports')),
    untargeted: idsOf((item) => item.annotation.role === 'rebuttal' && !rebuts(item)),
    unanswered: idsOf((item) => rebuts(item) && !isTarget(item, 'rebuts')),
    unattributed: idsOf((item) => item.annotation.speaker === undefined),
    dangling: idsOf((item) =>
      linksOf(item).some(({ target }) => !all.some(({ annotation }) => annotation.id === target)),
    ),
  };
}

/** A date as the numbers of its first and its last day. */
function days(date: string): readonly [first: number, last: number] {
  const [year = 0, month, day] = date.split('-').map(Number);
  const number = (m: number, d: number) => year * 10_000 + m * 100 + d;
  return [number(month ?? 1, day ?? 1), number(month ?? 12, day ?? 31)];
}

function isBefore(a: Item, b: Item): boolean {
  return days(dateOf(a) ?? '')[1] < days(dateOf(b) ?? '')[0];
}

/** Speaker, topic, date and stance before, date and stance after, of each turn. */
export function naiveTurns(all: readonly Item[]): string[] {
  const statements = all.filter(
    (item) =>
      ['favor', 'against'].includes(item.annotation.stance ?? '') &&
      item.annotation.topic !== undefined &&
      speakerOf(item) !== undefined &&
      dateOf(item) !== undefined,
  );
  const isSameTopic = (a: Item, b: Item) =>
    speakerOf(a) === speakerOf(b) && a.annotation.topic === b.annotation.topic;
  const found = new Set<string>();
  for (const a of statements)
    for (const b of statements) {
      if (!isSameTopic(a, b) || a.annotation.stance === b.annotation.stance) continue;
      const isBetween = (c: Item) => isSameTopic(a, c) && isBefore(a, c) && isBefore(c, b);
      if (!isBefore(a, b) || statements.some(isBetween)) continue;
      const end = (item: Item) => `${dateOf(item) ?? ''} ${item.annotation.stance ?? ''}`;
      found.add([speakerOf(a), a.annotation.topic, end(a), end(b)].join(', '));
    }
  return [...found].sort();
}

/** Every speaker and topic with opposite stances at different dates. */
export function naivePairs(all: readonly Item[]): string[] {
  const found = all.flatMap((a) =>
    all
      .filter(
        (b) =>
          a.annotation.stance === 'favor' &&
          b.annotation.stance === 'against' &&
          a.annotation.topic !== undefined &&
          a.annotation.topic === b.annotation.topic &&
          speakerOf(a) !== undefined &&
          speakerOf(a) === speakerOf(b) &&
          dateOf(a) !== undefined &&
          dateOf(b) !== undefined &&
          (isBefore(a, b) || isBefore(b, a)),
      )
      .map(() => `${speakerOf(a) ?? ''}, ${a.annotation.topic ?? ''}`),
  );
  return [...new Set(found)].sort();
}

/** The rebutting links that contradict others, `from>to` each. */
export function naiveContradictions(all: readonly Item[]): string[] {
  const links = all.flatMap((item) =>
    linksOf(item).map(({ type, target }) => ({ from: item.annotation.id, type, to: target })),
  );
  const sameAs = (id: string): Set<string> => {
    const same = new Set([id]);
    for (const one of same)
      for (const { from, type, to } of links)
        if (type === 'restates' && (from === one || to === one)) same.add(from).add(to);
    return same;
  };
  return links
    .filter(({ from, type, to }) => {
      if (type !== 'rebuts') return false;
      const [here, there] = [sameAs(from), sameAs(to)];
      if (here.has(to)) return from !== to;
      return links.some(
        (other) =>
          other.type === 'supports' &&
          ((here.has(other.from) && there.has(other.to)) ||
            (there.has(other.from) && here.has(other.to))),
      );
    })
    .map(({ from, to }) => `${from}>${to}`);
}

/** The numbers of the annotations that quote the same words and are coded differently. */
export function naiveCodedDifferently(all: readonly Item[]): string[] {
  const fold = ({ annotation: { passages } }: Item) =>
    passages
      .map(({ exact }) => exact)
      .join(' … ')
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[“”「」']/g, '"')
      .replace(/\s+/g, ' ')
      .trim();
  const isCodedDifferently = (a: Item, b: Item) =>
    a.annotation.role !== b.annotation.role ||
    speakerOf(a) !== speakerOf(b) ||
    (a.annotation.topic === b.annotation.topic && a.annotation.stance !== b.annotation.stance);
  const groups = all.map((item) => all.filter((other) => fold(other) === fold(item)));
  const found = groups
    .filter((group) => group.some((a) => group.some((b) => isCodedDifferently(a, b))))
    .map((group) => group.map((item) => all.indexOf(item)).join());
  return [...new Set(found)];
}
