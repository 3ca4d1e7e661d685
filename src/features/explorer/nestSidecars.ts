import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import { registerCommand } from '../../ui/commands';
import { notify } from '../../ui/notify';
import { Disposable } from '../../workspace/platform/disposable';
import type { Services } from '../services';

/** VS Code's settings for it. */
const SECTION = 'explorer.fileNesting';
/** Every file may have a sidecar: what the star takes is its whole name. */
const PARENT = '*';
const CHILD = '${capture}.claims.yaml';
/** That it was offered, in the state for all folders. */
const OFFERED = 'nestingOffered';

type Needs = Pick<Services, 'index' | 'logError' | 'memory'>;

/**
 * Shows sidecars below their articles in the explorer. It is offered once, where there are sidecars
 * and nobody decided about nesting; the command does it any time.
 */
export class NestSidecars extends Disposable {
  /** Whether it was offered, or there was no need. */
  private isOffered = false;

  constructor(private readonly services: Needs) {
    super();
    this.own(
      registerCommand(COMMANDS.nestSidecars, v.looseObject({}), async () => {
        if (vscode.workspace.workspaceFolders === undefined)
          throw new RefusedError(vscode.l10n.t('Open a folder first.'));
        await nest();
      }),
    );
    this.own(services.index.onDidChange(() => this.offerOnce()));
  }

  private offerOnce(): void {
    const { index, logError, memory } = this.services;
    if (this.isOffered || !index.isLoaded || index.corpus.size === 0 || !vscode.workspace.isTrusted)
      return;
    // Looked up once: reading settings takes longer than most of what a change makes others do.
    this.isOffered = true;
    if (memory.everywhere.get(OFFERED) === true || isDecided()) return;
    offer(memory.everywhere).catch(logError);
  }
}

async function offer(memory: vscode.Memento): Promise<void> {
  // Whatever the answer: it isn't asked again.
  await memory.update(OFFERED, true);
  const yes = vscode.l10n.t('Nest Sidecars');
  const no = vscode.l10n.t('No');
  const message = vscode.l10n.t(
    'Show each sidecar below its article in the explorer? This changes the folder’s settings.',
  );
  if ((await notify.info(message, yes, no)) === yes) await nest();
}

/** Whether somebody set how files are nested here. */
function isDecided(): boolean {
  const settings = vscode.workspace.getConfiguration(SECTION);
  return ['enabled', 'patterns'].some((name) => {
    const { globalValue, workspaceValue, workspaceFolderValue } = settings.inspect(name) ?? {};
    return [globalValue, workspaceValue, workspaceFolderValue].some((one) => one !== undefined);
  });
}

/** Writes the workspace's settings; patterns that are there stay. */
async function nest(): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const given = settings.inspect<Record<string, string>>('patterns')?.workspaceValue ?? {};
  const present = (settings.get<Record<string, string>>('patterns') ?? {})[PARENT];
  const children = present === undefined ? [] : present.split(',').map((one) => one.trim());
  const { Workspace } = vscode.ConfigurationTarget;
  if (!children.includes(CHILD)) {
    const all = [...children, CHILD].join(', ');
    await settings.update('patterns', { ...given, [PARENT]: all }, Workspace);
  }
  if (settings.get('enabled') !== true) await settings.update('enabled', true, Workspace);
}
