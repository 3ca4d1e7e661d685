export { anchorAll, anchorAllInSteps } from './anchor-all';
export { describe } from './describe';
export type { Anchoring, Candidate, Selector, Utf16Range } from './types';
