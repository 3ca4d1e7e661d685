import { crashes } from './crashes';
import { gitMerges } from './git';
import type { Scenario } from './scenario';
import { windows } from './windows';
import { writers } from './writers';

/** In the order in which they run. */
export const SCENARIOS: readonly Scenario[] = [crashes, writers, windows, gitMerges];
