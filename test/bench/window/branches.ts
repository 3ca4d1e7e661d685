import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The annotation that each sidecar has more on the branch `changed`. */
export const BRANCH_SPEAKER = 'Branch';

/**
 * Makes a git repository of a corpus, with branches on which other programs did something to all
 * of it:
 *
 * - `main`: as it was;
 * - `changed`: each sidecar has an annotation more;
 * - `lost`: the articles are gone, the sidecars are still there.
 */
export function makeBranches(corpus: string): void {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: corpus, maxBuffer: 1 << 28, stdio: 'pipe' });
  const commit = () => {
    git('add', '--all');
    git('-c', 'user.name=bench', '-c', 'user.email=bench@localhost', 'commit', '-qm', 'All');
  };
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'gc.auto', '0');
  commit();
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' });
  git('checkout', '-qb', 'changed');
  files
    .filter((name) => name.endsWith('.claims.yaml'))
    .forEach((name, i) =>
      appendFileSync(
        join(corpus, name),
        `  - id: branch${i}\n    role: claim\n    speaker: ${BRANCH_SPEAKER}\n    passages:\n      - exact: words of branch ${i}\n`,
      ),
    );
  commit();
  git('checkout', '-q', 'main');
  git('checkout', '-qb', 'lost');
  for (const name of files) if (name.endsWith('.md')) rmSync(join(corpus, name));
  commit();
  git('checkout', '-q', 'main');
}
