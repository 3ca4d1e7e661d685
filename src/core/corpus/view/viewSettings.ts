import { sidebarGroupings, viewGroupings, viewOrders } from '../../model/schema';
import type { Filter } from '../query/filter';
import type { Grouping } from '../query/group';
import type { DateGrouping } from '../query/groupValues';

/** What the groups of a view are made by; `date` is the month. */
export type ViewGrouping = Grouping | DateGrouping;
export const VIEW_GROUPINGS: readonly ViewGrouping[] = viewGroupings;

/** How the sidebar groups: by a value, or evidence and rebuttals under their claims. */
export const SIDEBAR_GROUPINGS = sidebarGroupings;
export type SidebarGrouping = (typeof SIDEBAR_GROUPINGS)[number];

/**
 * The order of a view: `position` in the article (groups in the codebook's order, then by name),
 * `title` of the article, `date` of the statement, `count` (large groups first), `name` of the
 * group.
 */
export const VIEW_ORDERS = viewOrders;
export type ViewOrder = (typeof VIEW_ORDERS)[number];

/** What a view of the corpus shows, and how. */
export interface ViewSettings {
  readonly groupBy: ViewGrouping;
  readonly sortBy: ViewOrder;
  readonly filter: Filter;
}
