import { isMapping } from '../model/sameValue';
import type { OfferedPassage, PassageKind } from './offeredPassage';

/** How often something was accepted, and skipped. */
export type Counts = readonly [accepted: number, skipped: number];

/**
 * What was learned in a workspace from what was tagged and skipped while reading: plain counts, of
 * which anybody can see why a passage is offered.
 */
export interface Learned {
  /** By {@link featuresOf}. */
  readonly features: Readonly<Record<string, Counts>>;
  /** As which roles passages of a kind were tagged: `quotation:evidence`. */
  readonly roles: Readonly<Record<string, number>>;
}

export const NOTHING_LEARNED: Learned = { features: {}, roles: {} };

/** How likely a passage is worth tagging before anything was learned. */
const PRIOR: Readonly<Record<PassageKind, number>> = {
  quotation: 0.75,
  reported: 0.65,
  attributed: 0.3,
  topic: 0.45,
};
/** With so many seen, what was seen counts as much as what was thought before. */
const SMOOTHING = 4;
/** From this probability on a passage is offered. */
const OFFERED = 0.4;
/** More features than that aren't kept: those that were seen least are dropped. */
const MOST_FEATURES = 3_000;
/** All words of a passage together say no more than so much, in logits. */
const MOST_BY_WORDS = 1.5;
/** A role is offered at Enter once it was given to so many of a kind, and to most of them. */
const ENOUGH_FOR_ROLE = 3;

/** What is counted of a passage: its kind, its cue, how much it is about the topic, its words. */
export function featuresOf(passage: OfferedPassage): string[] {
  const { kind, cue, topicShare, judges, asks, isSentence, words } = passage;
  const topic =
    topicShare === undefined ? [] : [`topic:${Math.min(2, Math.floor(topicShare * 4))}`];
  return [
    `kind:${kind}`,
    ...(cue === undefined ? [] : [`cue:${cue}`]),
    ...topic,
    ...(judges ? ['judges'] : []),
    ...(asks ? ['asks'] : []),
    ...(isSentence ? [] : ['heading']),
    ...Array.from(words, (word) => `word:${word}`),
  ];
}

/** How likely a passage is worth tagging, 0 to 1. */
export function worth(passage: OfferedPassage, { features }: Learned): number {
  const kind = features[`kind:${passage.kind}`] ?? [0, 0];
  const prior = PRIOR[passage.kind];
  const share = (kind[0] + SMOOTHING * prior) / (kind[0] + kind[1] + SMOOTHING);
  let byWords = 0;
  let sum = logit(share);
  // Nobody has read anything yet: what a sentence is about and how it puts it is all there is.
  if (passage.topicShare !== undefined) sum += 2 * (passage.topicShare - 0.3);
  if (passage.judges) sum += 0.2;
  if (passage.asks) sum -= 0.7;
  if (!passage.isSentence && passage.kind !== 'quotation') sum -= 1;
  for (const feature of featuresOf(passage).slice(1)) {
    const [accepted, skipped] = features[feature] ?? [0, 0];
    // How much more often it was accepted than its kind is.
    const ratio = (accepted + SMOOTHING * share) / (accepted + skipped + SMOOTHING);
    const gain = logit(ratio) - logit(share);
    if (feature.startsWith('word:')) byWords += gain;
    else sum += gain;
  }
  sum += Math.max(-MOST_BY_WORDS, Math.min(MOST_BY_WORDS, byWords / 2));
  return 1 / (1 + Math.exp(-sum));
}

/** Whether a passage is to be offered. */
export function isWorthOffering(passage: OfferedPassage, learned: Learned): boolean {
  return worth(passage, learned) >= OFFERED;
}

/**
 * What is known once a passage was tagged, or skipped.
 *
 * @param role as what it was tagged; undefined: it was skipped
 */
export function learn(
  learned: Learned,
  passage: OfferedPassage,
  role: string | undefined,
): Learned {
  const features = { ...learned.features };
  for (const feature of featuresOf(passage)) {
    const [accepted, skipped] = features[feature] ?? [0, 0];
    features[feature] = role === undefined ? [accepted, skipped + 1] : [accepted + 1, skipped];
  }
  const roles = { ...learned.roles };
  const tagged = `${passage.kind}:${role ?? ''}`;
  if (role !== undefined) roles[tagged] = (roles[tagged] ?? 0) + 1;
  return { features: mostSeen(features), roles };
}

/**
 * The role that Enter gives: the one that most passages of this kind got.
 *
 * @param known the roles that there are; the first one as long as nothing was learned
 */
export function learnedRole(
  { kind }: Pick<OfferedPassage, 'kind'>,
  { roles }: Learned,
  known: readonly string[],
): string | undefined {
  const counts = known.map((role) => ({ role, count: roles[`${kind}:${role}`] ?? 0 }));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const best = counts.reduce(
    (a, b) => (b.count > a.count ? b : a),
    counts[0] ?? { role: '', count: 0 },
  );
  return best.count >= ENOUGH_FOR_ROLE && best.count * 2 > all ? best.role : known[0];
}

/** What was kept, as far as it makes sense: another version may have kept it. */
export function readLearned(kept: unknown): Learned {
  if (!isMapping(kept)) return NOTHING_LEARNED;
  const isCount = (value: unknown): value is number =>
    typeof value === 'number' && Number.isFinite(value) && value >= 0;
  const features = Object.entries(isMapping(kept.features) ? kept.features : {}).flatMap(
    ([name, counts]) => {
      const [accepted, skipped] = Array.isArray(counts) ? (counts as unknown[]) : [];
      return isCount(accepted) && isCount(skipped) ? [[name, [accepted, skipped] as const]] : [];
    },
  ) as [string, Counts][];
  const roles = Object.entries(isMapping(kept.roles) ? kept.roles : {}).filter(
    (entry): entry is [string, number] => isCount(entry[1]),
  );
  return { features: Object.fromEntries(features), roles: Object.fromEntries(roles) };
}

function mostSeen(features: Record<string, Counts>): Record<string, Counts> {
  const entries = Object.entries(features);
  if (entries.length <= MOST_FEATURES) return features;
  const seen = ([, [accepted, skipped]]: [string, Counts]) => accepted + skipped;
  return Object.fromEntries(
    entries.sort((a, b) => seen(b) - seen(a)).slice(0, Math.floor(MOST_FEATURES * 0.8)),
  );
}

function logit(share: number): number {
  const inside = Math.min(0.98, Math.max(0.02, share));
  return Math.log(inside / (1 - inside));
}
