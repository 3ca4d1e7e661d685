import { browserCrashes } from './browserCrashes';
import { crashes } from './crashes';
import { gitMerges } from './git';
import { hostileInput } from './hostile';
import { properties } from './properties';
import type { Scenario } from './scenario';
import { windows } from './windows';
import { writers } from './writers';

/** In the order in which they run. */
export const SCENARIOS: readonly Scenario[] = [
  crashes,
  browserCrashes,
  writers,
  windows,
  gitMerges,
  hostileInput,
  properties,
];
