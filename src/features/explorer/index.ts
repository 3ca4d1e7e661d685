import * as vscode from 'vscode';
import type { Registration, Services } from '../services';
import { ArticleBadges } from './articleBadges';
import { NestSidecars } from './nestSidecars';

/** What the explorer shows of annotations. */
export function register(services: Pick<Services, 'index' | 'logError' | 'memory'>): Registration {
  return vscode.Disposable.from(new ArticleBadges(services.index), new NestSidecars(services));
}
