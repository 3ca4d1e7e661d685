import { DEBATE_VIEWS } from '../../core/debate/model';
import { PictureView } from './pictures/pictureView';
import type { ViewName } from './protocol';
import { TableView } from './table/tableView';
import type { PageTools, View } from './view';

/** The views of the page, in the order of their buttons; each is made when it is first shown. */
export const VIEWS: readonly (readonly [ViewName, (tools: PageTools) => View])[] = [
  ['table', (tools) => new TableView(tools)],
  ...DEBATE_VIEWS.map(
    (view) => [view, (tools: PageTools) => new PictureView(view, tools)] as const,
  ),
];
