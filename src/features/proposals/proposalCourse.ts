import * as vscode from 'vscode';
import { timestamp } from '../../core/model/ids';
import type { Annotation } from '../../core/model/types';
import { isSamePassage } from '../../core/proposals/proposal';
import type { SpeakerOffer } from '../../core/reading/speakerOffers';
import type { Utf16Range } from '../../core/text/range';
import type { SpeakerAnswer } from '../../ui/tagging/speakerRows';
import type { Course } from '../../ui/walk/passageWalk';
import type { ProposalQueue, QueuedProposal } from './proposalQueue';

/** What a walk through proposals needs beside them. */
export interface ProposalCourseOptions {
  readonly queue: ProposalQueue;
  /** What the model is called. */
  readonly model: string;
  /** The topic at hand, for a stance that the analyst gives. */
  readonly topic: () => string | undefined;
  /** The passages that are annotated by now. */
  readonly annotated: () => readonly Utf16Range[];
  /** Who accepts; undefined: nobody knows. */
  readonly annotator: () => Promise<string | undefined>;
  readonly onReject: (proposal: QueuedProposal) => void;
}

/** What a model proposed, one after the other, while it comes. */
export class ProposalCourse implements Course<QueuedProposal> {
  readonly changed = vscode.l10n.t(
    'The article changed meanwhile: have annotations proposed once more. What you accepted is kept.',
  );

  constructor(private readonly options: ProposalCourseOptions) {}

  readonly looking = () => ({
    title: vscode.l10n.t('Proposals of {0}', this.options.model),
    placeholder: vscode.l10n.t('Waiting for the model … Esc ends it'),
  });

  async next(isTaken: (range: Utf16Range) => boolean): Promise<QueuedProposal | undefined> {
    const { queue, annotated } = this.options;
    for (;;) {
      const proposal = await queue.next();
      if (proposal === undefined) return undefined;
      const { range } = proposal;
      if (!isTaken(range) && !annotated().some((one) => isSamePassage(one, range))) return proposal;
      queue.drop('annotated');
    }
  }

  heading({ number }: QueuedProposal): string {
    const { total, isComplete } = this.options.queue;
    const place = isComplete
      ? vscode.l10n.t('{0} of {1}', number, total)
      : vscode.l10n.t('{0} of {1} so far', number, total);
    return `${place} · `;
  }

  keys(role: string, numbered: string): string {
    return vscode.l10n.t(
      'Enter: {0} · {1} · Tab, Delete: reject · ← → and Shift+← →: edges',
      role,
      numbered,
    );
  }

  roleOf({ role }: QueuedProposal): string {
    return role;
  }

  /** The model's speaker first, with what the article's words tell of him. */
  offersFor(
    { speaker, stance, cue }: QueuedProposal,
    own: readonly SpeakerOffer[],
  ): SpeakerOffer[] {
    const known = own.find((one) => one.speaker === speaker);
    const words = cue ?? known?.cue;
    const offer: SpeakerOffer = {
      ...{ speaker, stance, score: 0 },
      by: this.options.model,
      ...(words !== undefined && { cue: words }),
      ...(known?.reportedBy && { reportedBy: known.reportedBy }),
      ...(known?.quoteType && { quoteType: known.quoteType }),
    };
    return [offer, ...own.filter((one) => one !== known)];
  }

  async fieldsOf(
    { topic, at }: QueuedProposal,
    { stance }: SpeakerAnswer,
  ): Promise<{ readonly topic?: string; readonly origin: Annotation['origin'] }> {
    const { model, annotator } = this.options;
    const accepted = timestamp(new Date());
    // A stance is one toward something, also where the model saw none.
    const about = topic ?? (typeof stance === 'string' ? this.options.topic() : undefined);
    const by = await annotator();
    const who = { ...(by !== undefined && { by }), at: accepted };
    return {
      ...(about !== undefined && { topic: about }),
      origin: { by: 'model', name: model, at, accepted: who },
    };
  }

  accept(): void {
    // What a model proposes teaches nothing about what the analyst looks for.
  }

  skip(proposal: QueuedProposal): void {
    this.options.onReject(proposal);
  }
}
