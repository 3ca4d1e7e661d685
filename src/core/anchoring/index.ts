export { anchorAll, anchorAllInSteps } from './anchor-all';
export { describe } from './describe';
export { ExactPlaces } from './exactPlaces';
export { weightOf } from './fold';
export type { Anchoring, Candidate, Selector, Utf16Range } from './types';
