import type { StatedDate } from '../../core/reading/nearDate';
import type { SpeakerOffer } from '../../core/reading/speakerOffers';
import type { SpeakerUse } from '../../core/corpus/speakerUse';
import type { CodebookStore } from '../../workspace/codebooks/codebookStore';
import type { BACK } from '../asking/ask';
import type { Labels } from '../labels';
import type { SameOffer } from './sameOffers';

/** What the questions about a passage need to know. */
export interface Memory {
  readonly codebooks: CodebookStore;
  readonly labels: Labels;
  /** The speakers known so far, in the order to offer them. */
  readonly uses: () => SpeakerUse[];
  /** The topic that stances are about; undefined: none. */
  readonly topic: string | undefined;
  /** The same speakers once the whole workspace was read. */
  readonly allUses: () => Promise<SpeakerUse[]>;
  /** Who says the passage, by the article's words. */
  readonly offers: () => SpeakerOffer[];
  /** When it was said, where its sentence says so. */
  readonly date: () => StatedDate | undefined;
  /** The annotations that say the same. */
  readonly same: () => Promise<SameOffer[]>;
  /** Shows in the article the words by which somebody says it. */
  readonly showCue: (offer: SpeakerOffer | undefined) => void;
}

/** One of the questions that follow each other. */
export interface Step {
  readonly title: string;
  readonly step: readonly [number, number];
  readonly canGoBack: boolean;
}

/** The fields that a question was answered with; undefined if it was closed. */
export type Answer<Fields> = Promise<Fields | typeof BACK | undefined>;

/** The second line of a row, where there is one. */
export function detail(text: string | undefined): { detail?: string } {
  return text === undefined ? {} : { detail: text };
}
