/**
 * The adapter that leads to Node's own files where VS Code's file API isn't safe: that empties a
 * file before it writes it, and deletes a target before it renames over it. The browser's build has
 * `localFiles.web.ts` in this module's place.
 */
import { removeLeftovers } from '../../disk/leftovers.node';
import { withLock } from '../../disk/lock.node';
import { isAlive, newOwner } from '../../disk/lockOwner.node';
import { readFile } from '../../disk/readFile.node';
import { realTarget } from '../../disk/realTarget.node';
import { updateFile } from '../../disk/updateFile.node';
import type { LocalFiles } from './localFiles';
import { localFiles as throughVsCode } from './localFiles.web';

export const localFiles: LocalFiles = {
  readFile: (uri, limit) =>
    uri.scheme === 'file' ? readFile(uri.fsPath, limit) : throughVsCode.readFile(uri, limit),
  updateFile: (uri, change, limit) =>
    uri.scheme === 'file'
      ? updateFile(uri.fsPath, change, limit)
      : throughVsCode.updateFile(uri, change, limit),
  locked: (uri, run) =>
    uri.scheme === 'file' ? withLock(uri.fsPath, run) : throughVsCode.locked(uri, run),
  refuseForeignLink: async ({ scheme, fsPath }) => {
    if (scheme === 'file') await realTarget(fsPath);
  },
  removeLeftovers: async ({ scheme, fsPath }) => {
    if (scheme === 'file') await removeLeftovers(fsPath);
  },
  isCrashSafe: (uri) => uri.scheme === 'file',
  windowName: newOwner(),
  isWindowOpen: isAlive,
};
