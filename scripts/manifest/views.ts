import { CONTAINER, VIEWS } from '../../src/contributions';
import { all, HAS_CODEBOOK, IS_FILTERED, IS_READ } from './when';

const icon = 'media/container.svg';
const title = '%displayName%';

export const viewsContainers = { activitybar: [{ id: CONTAINER, title, icon }] };

export const views = {
  [CONTAINER]: [
    { id: VIEWS.annotations, name: '%view.annotations%', icon, contextualTitle: title },
    {
      id: VIEWS.findings,
      name: '%view.findings%',
      icon,
      contextualTitle: title,
      visibility: 'collapsed',
    },
  ],
};

/** What the view says while there are no annotations. */
export const viewsWelcome = [
  {
    view: VIEWS.annotations,
    contents: '%welcome.folder%',
    when: all('workspaceFolderCount > 0', IS_READ, `!${IS_FILTERED}`),
  },
  {
    view: VIEWS.annotations,
    contents: '%welcome.codebook%',
    when: all('workspaceFolderCount > 0', IS_READ, `!${IS_FILTERED}`, `!${HAS_CODEBOOK}`),
  },
  {
    view: VIEWS.annotations,
    contents: '%welcome.filtered%',
    when: all(IS_READ, IS_FILTERED),
  },
  {
    view: VIEWS.annotations,
    contents: '%welcome.noFolder%',
    when: 'workspaceFolderCount == 0',
  },
];
