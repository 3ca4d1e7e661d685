import type { Services } from '../services';

/** What deciding about places works with. */
export type PlaceServices = Pick<Services, 'editor' | 'open' | 'reader' | 'target'>;
