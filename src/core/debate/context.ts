import * as l10n from '@vscode/l10n';
import type { Vocabulary } from '../codebook/vocabulary';
import type { CorpusItem } from '../corpus/corpus';
import type { RowContext } from '../corpus/query/group';
import type { SetAsideFinding } from '../model/types';
import { excerpt } from '../text/excerpt';
import { shownText } from '../text/shownText';
import type { Meaning } from './model';
import type { StanceMeaning } from './stances';

/** What models ask beside the rows. */
export interface DebateContext<Item extends CorpusItem> extends RowContext<Item> {
  /** The project's entries, with their labels. */
  readonly vocabulary: Vocabulary;
  /** An article's title, by its key. */
  readonly titleOf: (article: string) => string | undefined;
  /** What the analyst set aside. */
  readonly findings?: readonly SetAsideFinding[];
  /** What may say the same by its words; undefined: nobody looked for it. */
  readonly sameGroups?: readonly ProposedGroup[];
  /** They are still being looked for. */
  readonly isLookingForSame?: boolean;
}

/** Annotations that may say the same. */
export interface ProposedGroup {
  readonly ids: readonly string[];
  /** 0 to 1: how sure it is. */
  readonly score: number;
}

/** How values are called where people see them: on one line, without disguising characters. */
export class Names {
  private readonly topics: ReadonlyMap<string, string>;
  private readonly speakers: ReadonlyMap<string, string>;
  private readonly roles: ReadonlyMap<string, string>;
  private readonly stances: ReadonlyMap<string, string>;
  private readonly links: ReadonlyMap<string, string>;

  constructor({ topics, speakers, roles, stances, links }: Vocabulary) {
    this.topics = labelled(topics, ({ id, label, statement }) => [id, label ?? statement]);
    this.speakers = labelled(speakers, ({ name, label }) => [name, label]);
    const byId = ({ id, label }: { id: string; label?: string }) => [id, label] as const;
    this.roles = new Map([...usualRoles(), ...labelled(roles, byId)]);
    this.stances = new Map([...usualStances(), ...labelled(stances, byId)]);
    this.links = new Map([...usualLinks(), ...labelled(links, byId)]);
  }

  speaker(name: string | undefined): string {
    return name === undefined
      ? l10n.t('No speaker')
      : oneLine(this.speakers.get(name) ?? name) || name;
  }

  topic(id: string | undefined): string {
    return id === undefined ? l10n.t('No topic') : oneLine(this.topics.get(id) ?? id);
  }

  role(id: string): string {
    return oneLine(this.roles.get(id) ?? id);
  }

  stance(id: string | undefined): string {
    return id === undefined ? l10n.t('no stance') : oneLine(this.stances.get(id) ?? id);
  }

  link(type: string): string {
    return oneLine(this.links.get(type) ?? type);
  }
}

/** Text from files on one line, as it may be shown. */
export function oneLine(text: string): string {
  return shownText(text).replace(/\s+/g, ' ').trim();
}

/** Text cut to a width in pixels; Han characters take twice the space of others. */
export function fitted(text: string, pixels: number): string {
  return excerpt(text, Math.max(2, Math.floor(pixels / COLUMN)));
}

/** The width of a narrow character in the size in which pictures are labelled, in pixels. */
const COLUMN = 6.5;

/** What the colour of a stance means. */
export function meaningOfStance(stance: string | undefined): StanceMeaning {
  if (stance === undefined) return 'uncoded';
  if (stance === 'favor' || stance === 'against' || stance === 'neutral') return stance;
  return 'otherStance';
}

/** What the colour of a link means. */
export function meaningOfLink(type: string): Meaning {
  return type === 'supports' || type === 'rebuts' || type === 'restates' ? type : 'otherLink';
}

function labelled<Entry>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => readonly [string, string | undefined],
): Map<string, string> {
  return new Map(
    entries.flatMap((entry): [string, string][] => {
      const [id, label] = nameOf(entry);
      return label === undefined ? [] : [[id, label]];
    }),
  );
}

const usualRoles = (): [string, string][] => [
  ['claim', l10n.t('claim')],
  ['evidence', l10n.t('evidence')],
  ['rebuttal', l10n.t('rebuttal')],
];

const usualStances = (): [string, string][] => [
  ['favor', l10n.t('favor')],
  ['against', l10n.t('against')],
  ['neutral', l10n.t('neutral')],
];

const usualLinks = (): [string, string][] => [
  ['supports', l10n.t('supports')],
  ['rebuts', l10n.t('rebuts')],
  ['restates', l10n.t('restates')],
];
