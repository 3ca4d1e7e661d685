import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import { registerCommand, uriArgument } from '../../ui/commands';
import type { Registration } from '../services';
import { copyExample } from './copyExample';

const exampleArguments = v.looseObject({
  /** The folder in which the example gets a folder of its own. */
  destination: v.exactOptional(uriArgument),
});

/** The first steps: an example to try things on. */
export function register(): Registration {
  return registerCommand(
    COMMANDS.openExample,
    exampleArguments,
    async ({ destination }, { byHand }) => {
      const parent = destination ?? (await askFolder());
      if (parent === undefined) return undefined;
      const folder = await copyExample(parent);
      if (byHand) {
        const forceNewWindow = vscode.workspace.workspaceFolders !== undefined;
        await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
      }
      return { folder };
    },
  );
}

async function askFolder(): Promise<vscode.Uri | undefined> {
  if (vscode.env.uiKind === vscode.UIKind.Web && vscode.env.remoteName === undefined)
    throw new RefusedError(
      vscode.l10n.t(
        'In the browser the example can’t be copied to a folder. It stands in the folder “examples” of the extension’s repository.',
      ),
    );
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: vscode.l10n.t('Where shall the example’s folder be?'),
      openLabel: vscode.l10n.t('Put the Example Here'),
    })) ?? [];
  return folder;
}
