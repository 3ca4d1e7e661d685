import type { DropReason, Proposal } from '../../core/proposals/proposal';

/** A proposal in the order in which it came. */
export interface QueuedProposal extends Proposal {
  /** From 1. */
  readonly number: number;
  /** When it came, as sidecars have times. */
  readonly at: string;
}

/** Proposals that come while the first ones are looked at. */
export class ProposalQueue {
  readonly dropped: Partial<Record<DropReason, number>> = {};
  private readonly all: QueuedProposal[] = [];
  private given = 0;
  private isOver = false;
  private wake: (() => void) | undefined;

  /** @param onChange called when more came, or no more will */
  constructor(private readonly onChange: () => void) {}

  /** How many have come so far. */
  get total(): number {
    return this.all.length;
  }

  /** Whether no more will come. */
  get isComplete(): boolean {
    return this.isOver;
  }

  add(proposal: Proposal, at: string): void {
    this.all.push({ ...proposal, at, number: this.all.length + 1 });
    this.wake?.();
    this.onChange();
  }

  drop(reason: DropReason, times = 1): void {
    if (times > 0) this.dropped[reason] = (this.dropped[reason] ?? 0) + times;
  }

  end(): void {
    this.isOver = true;
    this.wake?.();
    this.onChange();
  }

  /** The next one, as soon as it comes; undefined: that was all. */
  async next(): Promise<QueuedProposal | undefined> {
    while (this.given === this.all.length && !this.isOver)
      await new Promise<void>((resolve) => (this.wake = resolve));
    return this.all[this.given++];
  }
}
