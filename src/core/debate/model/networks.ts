import type { NetworkOptions } from '../../network/options';
import type { Drawn, Meaning, ModelBase, Picture } from './drawn';

export interface NetworksOptions {
  readonly view: 'networks';
  readonly network: NetworkOptions;
  /** Ties whose weight is nearer to 0 are left out. */
  readonly threshold?: number;
  readonly width: number;
  /** What is seen of the picture at once: it needn't be scrolled where that is enough. */
  readonly height?: number;
}

export interface NetworksModel extends ModelBase, Picture {
  readonly view: 'networks';
  readonly options: NetworkOptions;
  readonly threshold: number;
  readonly nodes: readonly NetworkNode[];
  readonly ties: readonly NetworkTie[];
  readonly camps: number;
  /** How much better the camps explain the ties than chance does; at most 1. */
  readonly modularity: number;
  /** The first and last day of dated statements, for choosing a time. */
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/** A node; of very many annotations, it has the first 200, of both stances. */
export interface NetworkNode extends Drawn {
  readonly value: string;
  readonly kind: 'speaker' | 'topic';
  /** In full, and cut to the space that there is. */
  readonly name: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** From 0, the largest first. */
  readonly camp: number;
  readonly degree: number;
  readonly strength: number;
  readonly favor: number;
  readonly against: number;
}

/** A tie; its annotations are those that make its weight, of very many the first 200. */
export interface NetworkTie extends Drawn {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  readonly meaning: Meaning;
  readonly thickness: number;
}
