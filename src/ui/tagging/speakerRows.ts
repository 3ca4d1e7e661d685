import * as vscode from 'vscode';
import { searchSpeakers, type KnownSpeaker } from '../../core/codebook/searchSpeakers';
import { nameWithStance, stanceOfSign } from '../../core/codebook/stanceSuffix';
import type { SpeakerUse } from '../../core/corpus/speakerUse';
import type { StatedDate } from '../../core/reading/nearDate';
import { fieldsOfOffer, readableCue, type SpeakerOffer } from '../../core/reading/speakerOffers';
import { excerpt } from '../../core/text/excerpt';
import type { Choice } from '../asking/ask';
import type { Memory } from './question';
import { fieldsOfSame, isContradicted, wordsOfSame, type SameOffer } from './sameOffers';

/** What a row of the speaker's box stands for. */
export interface SpeakerAnswer {
  readonly speaker: string | null;
  /** The stance that comes with the speaker's row; null: open; undefined: still to be asked. */
  readonly stance: string | null | undefined;
  /** What is taken over with it: cue, kind of quotation, date, for a repetition also its topic. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Whose words in the article are marked while the row is in focus. */
  readonly offer?: SpeakerOffer;
  /** The key that it was answered with, where that isn't Enter: `Tab`, `2`. */
  readonly key?: string;
}

/** A known speaker. */
interface SpeakerRow extends Choice<SpeakerAnswer>, KnownSpeaker {}

type Stance = string | null | undefined;

/** How many columns of a cue, and of a repeated statement's words, a row shows. */
const CUE_COLUMNS = 40;
const WORDS_COLUMNS = 80;
const TITLE_COLUMNS = 30;

/**
 * The rows of the box that asks who says a passage: whose statement it repeats, whom the article
 * names, who was tagged before, who else is known. As soon as something is typed, names rule.
 */
export class SpeakerRows {
  private uses: readonly SpeakerUse[];
  private offers: readonly SpeakerOffer[] = [];
  private same: readonly SameOffer[] = [];
  private date: StatedDate | undefined;
  private known: readonly SpeakerRow[] = [];
  private readonly aliases: ReadonlyMap<string, readonly string[]>;

  /** @param withStance whether a row takes the stance that it shows, too */
  constructor(
    private readonly memory: Memory,
    private readonly withStance: boolean,
  ) {
    this.aliases = new Map(
      memory.codebooks.vocabulary.speakers.map(({ name, aliases = [] }) => [name, aliases]),
    );
    this.uses = memory.uses();
  }

  /** Whether a row comes with a stance, so that Tab does something else than Enter. */
  get haveStances(): boolean {
    return this.uses.some(({ stances }) => this.withStance && stances.length > 0);
  }

  /** Takes over what was found since; all rows as they are then. */
  update({
    uses = this.uses,
    offers = this.offers,
    same = this.same,
  }: {
    readonly uses?: readonly SpeakerUse[];
    readonly offers?: readonly SpeakerOffer[];
    readonly same?: readonly SameOffer[];
  } = {}): readonly Choice<SpeakerAnswer>[] {
    if (offers !== this.offers) this.date = offers.length > 0 ? this.memory.date() : undefined;
    this.uses = uses;
    this.offers = offers;
    this.same = same;
    const names = new Set(uses.map(({ speaker }) => speaker));
    const others = [
      ...uses.flatMap(({ speaker, stances }) =>
        this.withStance && stances.length > 0
          ? stances.map(({ stance, date }) => this.row(speaker, stance, date))
          : [this.row(speaker, undefined)],
      ),
      ...this.memory.codebooks.vocabulary.speakers
        .filter(({ name }) => !names.has(name))
        .map(({ name }) => this.row(name, undefined)),
    ];
    this.known = others;
    const offered = offers.map((offer) => this.offerRow(offer));
    const shown = new Set(offered.map(({ label }) => label));
    const repeated = (isFirst: boolean) =>
      same.filter((one) => isContradicted(one, offers) !== isFirst).map((one) => this.sameRow(one));
    return [
      ...repeated(true),
      ...offered,
      ...repeated(false),
      ...others.filter(({ label, value }) => !shown.has(label) && !this.isOffered(value)),
    ];
  }

  /** The rows that what was typed may mean. */
  search(typed: string, choices: readonly Choice<SpeakerAnswer>[]): Choice<SpeakerAnswer>[] {
    const sign = this.withStance ? stanceOfSign(typed) : undefined;
    if (sign !== undefined) return this.withSign(choices, sign);
    const signed = this.withStance ? nameWithStance(typed) : undefined;
    const found = signed === undefined ? [] : searchSpeakers(signed.name, this.known);
    if (signed === undefined || found.length === 0) return searchSpeakers(typed, this.known);
    return [...new Set(found.map(({ name }) => name))].map((name) => this.row(name, signed.stance));
  }

  /** The row for a name that nobody has yet. */
  newRow(typed: string): Choice<SpeakerAnswer> | undefined {
    if (this.withStance && stanceOfSign(typed) !== undefined) return undefined;
    const signed = this.withStance ? nameWithStance(typed) : undefined;
    const written = signed?.name ?? typed;
    const name = this.memory.codebooks.canonical(written);
    // What somebody is called can't be a new name.
    if (name !== written || this.known.some((one) => one.name === name)) return undefined;
    return {
      label: vscode.l10n.t('New speaker: {0}', this.withMark(name, signed?.stance)),
      iconPath: new vscode.ThemeIcon('add'),
      value: this.answer(name, signed?.stance),
    };
  }

  readonly openRow: Choice<SpeakerAnswer> = {
    label: vscode.l10n.t('Leave the speaker open'),
    iconPath: new vscode.ThemeIcon('circle-slash'),
    value: { speaker: null, stance: undefined },
  };

  private isOffered({ speaker, stance }: SpeakerAnswer): boolean {
    return stance === undefined && this.offers.some((offer) => offer.speaker === speaker);
  }

  /** The same speakers, each once, with the stance of a sign that was typed alone. */
  private withSign(choices: readonly Choice<SpeakerAnswer>[], stance: Stance) {
    const names = choices.flatMap(({ value: { speaker } }) => speaker ?? []);
    return [...new Set(names)].map((name) => this.row(name, stance));
  }

  private withMark(name: string, stance: Stance): string {
    if (stance === undefined) return name;
    const said = stance === null ? vscode.l10n.t('open') : this.memory.labels.stance(stance);
    return `${name} · ${said}`;
  }

  /** What is taken with a speaker: for one whom the article names, also by which words. */
  private answer(speaker: string, stance: Stance): SpeakerAnswer {
    const offer = this.offers.find((one) => one.speaker === speaker);
    if (offer === undefined) return { speaker, stance };
    const date = this.date && { date: this.date.date };
    return { speaker, stance, fields: { ...fieldsOfOffer(offer), ...date }, offer };
  }

  private row(name: string, stance: Stance, date?: string): SpeakerRow {
    const aliases = this.aliases.get(name) ?? [];
    const others = [...(date === undefined ? [] : [date]), ...aliases].join(', ');
    const value = this.answer(name, stance);
    return {
      label: this.withMark(name, stance),
      description: [others, ...this.reasons(value.offer)].filter(Boolean).join(' · '),
      iconPath: new vscode.ThemeIcon('person'),
      value,
      name,
      aliases,
    };
  }

  private offerRow(offer: SpeakerOffer): SpeakerRow {
    const row = this.row(offer.speaker, this.withStance ? offer.stance : undefined);
    const isKnown = this.known.some(({ name }) => name === offer.speaker);
    return isKnown ? row : { ...row, iconPath: new vscode.ThemeIcon('person-add') };
  }

  /** Why somebody is offered, and what is taken over with it. */
  private reasons(offer: SpeakerOffer | undefined): string[] {
    if (offer === undefined) return [];
    const { by, cue, score, reportedBy = [] } = offer;
    const trust =
      by === undefined
        ? `${Math.round(score * 100)} %`
        : vscode.l10n.t('proposed by {0}', excerpt(by, CUE_COLUMNS));
    return [
      ...(cue === undefined
        ? []
        : [vscode.l10n.t('cue: {0}', excerpt(readableCue(cue.text), CUE_COLUMNS))]),
      ...(reportedBy.length === 0
        ? []
        : [vscode.l10n.t('reported by {0}', reportedBy.join(' ← '))]),
      ...(this.date === undefined ? [] : [`${this.date.date} “${this.date.words}”`]),
      trust,
    ];
  }

  private sameRow(offer: SameOffer): Choice<SpeakerAnswer> {
    const { annotation, speaker, article } = offer;
    const { labels, topic: present } = this.memory;
    const { topic = present, date, stance = null } = annotation;
    const said = [
      speaker,
      ...(this.withStance && stance !== null ? [labels.stance(stance)] : []),
      ...(topic === undefined ? [] : [labels.topic(topic)]),
      ...(date === undefined ? [] : [date]),
    ].join(' · ');
    const own = this.answer(speaker, stance);
    return {
      label:
        article === undefined
          ? vscode.l10n.t('As in this article: {0}, link as restates', said)
          : vscode.l10n.t(
              'As in {0}: {1}, link as restates',
              excerpt(article, TITLE_COLUMNS),
              said,
            ),
      detail: excerpt(wordsOfSame(offer), WORDS_COLUMNS),
      iconPath: new vscode.ThemeIcon('references'),
      value: {
        ...own,
        stance: this.withStance ? stance : undefined,
        fields: { ...own.fields, ...fieldsOfSame(offer) },
      },
    };
  }
}
