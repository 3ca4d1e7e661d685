import type { SpeakerUse } from '../../core/corpus/speakerUse';
import type { BACK } from '../../ui/ask';
import type { Labels } from '../../ui/labels';
import type { CodebookStore } from '../../workspace/codebooks/codebookStore';

/** What the questions need to know. */
export interface Memory {
  readonly codebooks: CodebookStore;
  readonly labels: Labels;
  /** The speakers known so far, in the order to offer them. */
  readonly uses: () => SpeakerUse[];
  /** The topic that stances are about; undefined: none. */
  readonly topic: string | undefined;
  /** The same once the whole workspace was read. */
  readonly allUses: () => Promise<SpeakerUse[]>;
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
