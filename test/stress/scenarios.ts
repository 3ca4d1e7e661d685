import { crashes } from './crashes';
import type { Scenario } from './scenario';
import { windows } from './windows';
import { writers } from './writers';

/** In the order in which they run. */
export const SCENARIOS: readonly Scenario[] = [crashes, writers, windows];
