import * as l10n from '@vscode/l10n';
import { counted } from '../../text/counted';
import type { Steps } from '../../text/steps';
import { fitted, meaningOfLink, type Names } from '../context';
import { leftOutNotices } from '../limits';
import { bySize, keyOf } from '../lines';
import type { AnswersGraphModel, AnswersOptions, Arrow, SpeakerNode } from '../model';
import { arrowShape } from './arrowShape';
import { placeAround, placeEverybody, type SpeakerPair } from './placeSpeakers';
import type { Answer } from './readAnswers';

type Speaker = string | undefined;

/** All links of one type from one speaker to another. */
interface Bundle {
  readonly from: Speaker;
  readonly to: Speaker;
  readonly type: string;
  readonly ids: Set<string>;
  count: number;
}

/** Around one speaker there is space for so many; of all, so many can be told apart. */
const MOST = { around: 60, everybody: 300 };
const MOST_ARROWS = 1_000;
const LABEL_WIDTH = 150;

/** The part of the model that is drawn. */
export type SpeakersGraph = Pick<
  AnswersGraphModel,
  'center' | 'nodes' | 'arrows' | 'width' | 'height' | 'notices'
>;

/**
 * Speakers with arrows for their links.
 *
 * @param center whose neighbourhood; 'everybody' for all
 */
export function* speakersGraph(
  answers: readonly Answer[],
  center: { readonly speaker: Speaker } | 'everybody',
  names: Names,
  { width, height }: Pick<AnswersOptions, 'width' | 'height'>,
): Steps<SpeakersGraph> {
  const isAround = center !== 'everybody';
  const bundles = (yield* bundle(answers)).filter(
    ({ from, to }) => !isAround || from === center.speaker || to === center.speaker,
  );
  const counts = countLinks(bundles);
  const all = bySize(counts).map(([speaker]) => speaker);
  const ordered = isAround
    ? [center.speaker, ...all.filter((speaker) => speaker !== center.speaker)]
    : all;
  const most = isAround ? MOST.around : MOST.everybody;
  const shown = ordered.slice(0, most);
  const numbers = new Map(shown.map((speaker, n) => [speaker, n]));
  const drawable = bundles
    .filter(({ from, to }) => numbers.has(from) && numbers.has(to))
    .sort((a, b) => b.count - a.count);
  const drawn = drawable.slice(0, MOST_ARROWS);
  yield;
  const pairs = drawn.map(({ from, to, count }): SpeakerPair => ({
    from: numbers.get(from) ?? 0,
    to: numbers.get(to) ?? 0,
    count,
  }));
  const placed = isAround
    ? placeAround(shown.length, pairs, width)
    : yield* placeEverybody(shown.length, pairs, width, height);
  const idsOfSpeakers = yield* idsBySpeaker(answers, numbers);
  yield;
  const nodes = shown.map((speaker, n): SpeakerNode => {
    const { x, y } = placed.points[n] ?? { x: 0, y: 0 };
    const count = counts.get(speaker) ?? 0;
    const name = names.speaker(speaker);
    return {
      key: keyOf('speaker', speaker),
      label: counted(l10n.t('{0}: {1} {1|link|links}'), name, count),
      ids: [...(idsOfSpeakers.get(speaker) ?? [])],
      value: speaker,
      name,
      text: fitted(name, LABEL_WIDTH),
      x,
      y,
      radius: Math.round(Math.min(20, 7 + 1.5 * Math.sqrt(count))),
      count,
    };
  });
  return {
    center: isAround ? center.speaker : undefined,
    nodes,
    arrows: drawArrows(drawn, pairs, nodes, names, isAround),
    width: placed.width,
    height: placed.height,
    notices: [
      ...leftOutNotices(shown.length, ordered.length, l10n.t('Speakers')),
      ...leftOutNotices(drawn.length, drawable.length, l10n.t('Arrows')),
    ],
  };
}

/** Who answers or is answered, those with most links first. */
export function* linkedSpeakers(answers: readonly Answer[]): Steps<readonly Speaker[]> {
  const counts = new Map<Speaker, number>();
  for (const [n, { fromSpeaker, toSpeaker }] of answers.entries()) {
    if (n % ANSWERS_A_STEP === 0) yield;
    counts.set(fromSpeaker, (counts.get(fromSpeaker) ?? 0) + 1);
    if (toSpeaker !== fromSpeaker) counts.set(toSpeaker, (counts.get(toSpeaker) ?? 0) + 1);
  }
  return bySize(counts).map(([speaker]) => speaker);
}

/** Links by their speakers and types. */
function* bundle(answers: readonly Answer[]): Steps<readonly Bundle[]> {
  const bundles = new Map<Speaker, Map<Speaker, Map<string, Bundle>>>();
  const all: Bundle[] = [];
  for (const [n, { type, from, to, fromSpeaker, toSpeaker }] of answers.entries()) {
    if (n % ANSWERS_A_STEP === 0) yield;
    const ofSpeaker = entryOf(bundles, fromSpeaker, () => new Map<Speaker, Map<string, Bundle>>());
    const ofPair = entryOf(ofSpeaker, toSpeaker, () => new Map<string, Bundle>());
    const known = entryOf(ofPair, type, () => {
      const made = { from: fromSpeaker, to: toSpeaker, type, ids: new Set<string>(), count: 0 };
      all.push(made);
      return made;
    });
    known.count += 1;
    known.ids.add(from).add(to);
  }
  return all;
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

const ANSWERS_A_STEP = 5_000;

function countLinks(bundles: readonly Bundle[]): Map<Speaker, number> {
  const counts = new Map<Speaker, number>();
  for (const { from, to, count } of bundles)
    for (const speaker of new Set([from, to]))
      counts.set(speaker, (counts.get(speaker) ?? 0) + count);
  return counts;
}

/** The annotations of some speakers from or to which links lead. */
function* idsBySpeaker(
  answers: readonly Answer[],
  wanted: ReadonlyMap<Speaker, number>,
): Steps<ReadonlyMap<Speaker, ReadonlySet<string>>> {
  const ids = new Map(Array.from(wanted.keys(), (speaker) => [speaker, new Set<string>()]));
  for (const [n, { from, to, fromSpeaker, toSpeaker }] of answers.entries()) {
    if (n % ANSWERS_A_STEP === 0) yield;
    ids.get(fromSpeaker)?.add(from);
    ids.get(toSpeaker)?.add(to);
  }
  return ids;
}

/**
 * Where the number of an arrow stands: around one speaker nearer to the other one, for in the
 * middle the arrows of neighbours cross; those of the same two one after the other.
 */
function shareOf(isFromCenter: boolean, slot: number): number {
  const share = Math.min(0.5, 0.26 + 0.12 * slot);
  return isFromCenter ? 1 - share : share;
}

function drawArrows(
  drawn: readonly Bundle[],
  pairs: readonly SpeakerPair[],
  nodes: readonly SpeakerNode[],
  names: Names,
  isAround: boolean,
): Arrow[] {
  const slots = new Map<string, number>();
  return drawn.flatMap(({ from, to, type, ids, count }, n): Arrow[] => {
    const { from: start = 0, to: end = 0 } = pairs[n] ?? {};
    const [one, other] = [nodes[start], nodes[end]];
    if (one === undefined || other === undefined) return [];
    const slot = slots.get(`${start} ${end}`) ?? 0;
    slots.set(`${start} ${end}`, slot + 1);
    return [
      {
        key: keyOf('arrow', from, to, type),
        label: l10n.t(
          '{0} → {1}: {2} ({3})',
          ...[names.speaker(from), names.speaker(to), names.link(type), count],
        ),
        ids: [...ids],
        from: start,
        to: end,
        type,
        typeText: names.link(type),
        meaning: meaningOfLink(type),
        count,
        thickness: Math.min(6, 1.5 + Math.log2(count)),
        ...arrowShape(one, other, slot, isAround ? shareOf(start === 0, slot) : 0.5),
      },
    ];
  });
}
