export { anchorAll, anchorAllInSteps } from './anchor-all';
/** Under its old name for programs outside this project, which call it `describe`. */
export { makeSelector as describe } from './describe';
export { makeSelector } from './describe';
export { ExactPlaces } from './exactPlaces';
export { weightOf } from './fold';
export type { Anchoring, Candidate, Selector, Utf16Range } from './types';
