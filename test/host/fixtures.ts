import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIXTURES } from './paths';

/** A throw-away copy of one of the workspaces in test/fixtures. */
export interface FixtureCopy {
  /** Absolute path of the copied folder. */
  readonly folder: string;
  /**
   * What VS Code is to open: the folder's `.code-workspace` file if it has one, else the folder.
   */
  readonly open: string;
  /** Deletes the copy. */
  remove(): void;
}

/**
 * Copies test/fixtures/NAME to a temporary folder, so that tests may change it and never see each
 * other's changes.
 */
export function copyFixture(name: string): FixtureCopy {
  const parent = mkdtempSync(join(realpathSync(tmpdir()), 'claim-annotator-'));
  const folder = join(parent, name);
  cpSync(join(FIXTURES, name), folder, { recursive: true });
  const workspaceFile = readdirSync(folder).find((file) => file.endsWith('.code-workspace'));
  return {
    folder,
    open: workspaceFile ? join(folder, workspaceFile) : folder,
    remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
