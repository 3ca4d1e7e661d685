export { anchorAll, anchorAllInSteps } from './anchorAll';
/** Under its old name for programs outside this project, which call it `describe`. */
export { makeSelector as describe } from './makeSelector';
export { makeSelector } from './makeSelector';
export { ExactPlaces } from './search/exactPlaces';
export { placesOf } from './search/pieceSearch';
export { foldedIndex, foldInSteps, foldText, weightOf } from './folding/foldText';
export type { FoldedText } from './folding/foldText';
export { foldHanVariant } from './folding/hanVariants';
export type { Anchoring, Candidate, Selector, Utf16Range } from './types';
