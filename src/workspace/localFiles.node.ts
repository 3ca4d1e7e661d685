/**
 * The one adapter (beside the command line) that uses Node's own modules: `workspace.fs.writeFile` truncates the file
 * first and `workspace.fs.rename` deletes the target first, so that a crash could leave half a file, or none. Writing
 * a temporary file, flushing it to the disk and renaming it over the old one can't. The browser's build has
 * `localFiles.web.ts` in this module's place.
 */
import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LocalFiles } from './localFiles';
import { localFiles as throughVsCode } from './localFiles.web';

export const localFiles: LocalFiles = {
  async read(uri) {
    if (uri.scheme !== 'file') return throughVsCode.read(uri);
    return readFile(uri.fsPath).catch(ifMissing);
  },

  async replace(uri, bytes) {
    if (uri.scheme !== 'file') return throughVsCode.replace(uri, bytes);
    // A link is followed, so that it stays one; a new file has no real path yet.
    const target = (await realpath(uri.fsPath).catch(ifMissing)) ?? uri.fsPath;
    const mode = (await stat(target).catch(ifMissing))?.mode;
    // Renaming over it would replace a file that is not to be written.
    if (mode !== undefined) await access(target, constants.W_OK);
    await mkdir(dirname(target), { recursive: true });
    // Short, since the article's own name may be as long as names can be.
    const temporary = join(dirname(target), `.claims-${randomBytes(8).toString('hex')}.tmp`);
    try {
      const handle = await open(temporary, 'wx');
      try {
        if (mode !== undefined) await handle.chmod(mode);
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  },
};

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
