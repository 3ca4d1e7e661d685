import type { Utf16Range } from '../../text/range';
import type { Cast, Figure } from '../people/cast';
import type { Candidate } from '../rank/candidate';
import { probabilities } from '../rank/logit';
import type { Reading } from '../reading';
import { NAMELESS, narratorOf } from './narrator';
import type { RoleReader } from './roles';
import { sceneOf, type SceneLine } from './scene';
import { isExplicit, REACH, turnFeatures, type Chances, type TurnContext } from './turnFeatures';

/** How many turns before and behind are told apart with the turn itself. */
const NEIGHBOURS = 5;
/** How often the turns are judged anew by what was found of their neighbours. */
const ROUNDS = 3;

/** A figure who may speak a turn. */
export interface TurnCandidate {
  readonly figure: Figure;
  readonly features: Float64Array;
}

/** A story's dialogue, read for who speaks its turns. */
export class DialogueArticle {
  private readonly lines: readonly SceneLine[];
  private readonly turns: readonly SceneLine[];
  private readonly counts = new Map<Figure, number>();
  private readonly genders = new Map<Figure, 'm' | 'f' | undefined>();
  private readonly narrator: Figure | undefined;

  constructor(
    private readonly reading: Reading,
    private readonly cast: Cast,
    private readonly roles: RoleReader,
    private readonly weights: readonly number[],
  ) {
    this.lines = sceneOf(reading, cast, roles);
    this.turns = this.lines.filter(({ isTurn }) => isTurn);
    for (const { figure } of this.lines.flatMap(({ namings }) => namings))
      this.counts.set(figure, (this.counts.get(figure) ?? 0) + 1);
    this.narrator = narratorOf(reading, this.lines);
  }

  /** Whether a place is in a turn. */
  has(place: number): boolean {
    const line = this.lines[this.reading.plain.lineAt(place)];
    return line?.isTurn === true && this.reading.quotationsAt(place).length > 0;
  }

  /** Who may speak a passage of the plain text, best first. */
  candidatesFor({ start }: Utf16Range): Candidate[] {
    const turn = this.turnAt(start);
    if (turn < 0) return [];
    const chances = this.chancesOf(this.candidatesAt(start, turn, this.weights), this.weights);
    return [...chances]
      .filter(([figure]) => figure !== NAMELESS)
      .sort((a, b) => b[1] - a[1])
      .map(([figure, score]) => this.candidate(figure, score, turn));
  }

  /** The turn's candidates with their features, its neighbours judged by these weights. */
  turnCandidates({ start }: Utf16Range, weights: readonly number[]): TurnCandidate[] {
    const turn = this.turnAt(start);
    return turn < 0 ? [] : this.candidatesAt(start, turn, weights);
  }

  private turnAt(place: number): number {
    return this.turns.findIndex(({ index }) => index === this.reading.plain.lineAt(place));
  }

  private candidatesAt(place: number, turn: number, weights: readonly number[]): TurnCandidate[] {
    const isFirst = (this.turns[turn]?.first?.end ?? Infinity) > place;
    return this.featuresOf(turn, this.neighbours(turn, weights), isFirst);
  }

  private neighbours(turn: number, weights: readonly number[]): Map<number, Chances> {
    let known = new Map<number, Chances>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const next = new Map<number, Chances>();
      const reach = NEIGHBOURS - round;
      for (let other = turn - reach; other <= turn + reach; other += 1)
        if (this.turns[other] !== undefined)
          next.set(other, this.chancesOf(this.featuresOf(other, known), weights));
      known = next;
    }
    return known;
  }

  private chancesOf(candidates: readonly TurnCandidate[], weights: readonly number[]): Chances {
    const chances = probabilities(
      candidates.map(({ features }) => features),
      weights,
    );
    return new Map(candidates.map(({ figure }, index) => [figure, chances[index] ?? 0]));
  }

  /** @param isFirst whether it is about the first quotation of the turn's line */
  private featuresOf(
    turn: number,
    known: ReadonlyMap<number, Chances>,
    isFirst = true,
  ): TurnCandidate[] {
    const line = this.turns[turn];
    if (line === undefined) return [];
    const at = line.index;
    const isAnnounced = isFirst && this.lines[at - 1]?.opens === true;
    const near = [-2, -1, 0, 1, 2].map((offset) => ({
      line: this.turns[turn + offset]?.index ?? -99,
      chances: known.get(turn + offset),
    }));
    const context: TurnContext = {
      lines: this.lines,
      at,
      line: isAnnounced ? announced(line) : line,
      turns: near,
      turn: 2,
      counts: this.counts,
      narrator: this.narrator,
      genderOf: (figure) => this.genderOf(figure),
    };
    const explicit = isExplicit(context);
    return this.figuresNear(at).map((figure) => ({
      figure,
      features: turnFeatures(figure, context, explicit),
    }));
  }

  private genderOf(figure: Figure): 'm' | 'f' | undefined {
    if (!this.genders.has(figure)) {
      const told = this.cast.namesOf(figure).map((name) => this.roles.genderOf(name));
      this.genders.set(
        figure,
        told.find((gender) => gender !== undefined),
      );
    }
    return this.genders.get(figure);
  }

  private figuresNear(at: number): Figure[] {
    const near = this.lines.slice(Math.max(0, at - REACH), at + REACH);
    const figures = new Set(
      near.flatMap(({ namings, named }) => [...namings, ...named].map(({ figure }) => figure)),
    );
    if (this.narrator !== undefined) figures.add(this.narrator);
    return [...figures];
  }

  private candidate(figure: Figure, score: number, turn: number): Candidate {
    const index = this.turns[turn]?.index ?? 0;
    const around = [index, index - 1, index + 1].map((line) => this.lines[line]);
    for (const line of around) {
      const naming = line?.namings.find((one) => one.figure === figure);
      const start = this.reading.plain.lines[line?.index ?? -1]?.start;
      if (naming === undefined || start === undefined) continue;
      const span = { start: start + naming.start, end: start + naming.end };
      return {
        speaker: figure.name,
        isKnown: figure.isKnown,
        rule: 'turn',
        score,
        span,
        cue: span,
      };
    }
    return { speaker: figure.name, isKnown: figure.isKnown, rule: 'turn', score };
  }
}

/**
 * A line whose first quotation the line before announces, up to that quotation's end: what stands
 * behind it may announce another one's answer.
 */
function announced(line: SceneLine): SceneLine {
  return line.beginsQuoted ? { ...line, isBare: true, namings: [], pronouns: [] } : line;
}
