import { Page } from './page';

/** The page of the debate's tab begins. */
new Page().start();
