import * as vscode from 'vscode';
import type { Registration, Services } from '../services';
import { registerDecide } from './decide';
import { registerMergeConflicts } from './mergeConflicts';
import { registerRenewIds } from './renewIds';

/**
 * Deciding between two versions: of a field, of a file that git left half merged, of annotations
 * with the same id.
 */
export function register(
  services: Pick<Services, 'editor' | 'index' | 'labels' | 'sidecars' | 'target'>,
): Registration {
  return vscode.Disposable.from(
    registerDecide(services),
    registerMergeConflicts(services),
    registerRenewIds(services),
  );
}
