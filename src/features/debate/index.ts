import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, PANELS } from '../../contributions';
import { registerCommand } from '../../ui/commands';
import type { Registration } from '../services';
import { DebateTab, type DebateNeeds } from './debateTab';
import { pageFolder } from './page';

const EXTENSION = 'claim-annotator.claim-annotator';

/** The debate at a glance: a tab with the table of all annotations, and pictures of them. */
export function register(services: DebateNeeds): Registration {
  const extension = vscode.extensions.getExtension(EXTENSION)?.extensionUri;
  if (extension === undefined) throw new Error(`The extension isn’t called ${EXTENSION}.`);
  const options: vscode.WebviewOptions = {
    enableScripts: true,
    localResourceRoots: [pageFolder(extension)],
  };
  let opened: vscode.WebviewPanel | undefined;
  const show = (panel: vscode.WebviewPanel) => {
    opened = panel;
    const icon = (name: string) => vscode.Uri.joinPath(extension, 'media', name);
    panel.iconPath = { light: icon('debate-light.svg'), dark: icon('debate-dark.svg') };
    const tab = new DebateTab(services, panel, extension);
    panel.onDidDispose(() => {
      tab.dispose();
      if (opened === panel) opened = undefined;
    });
  };
  return vscode.Disposable.from(
    {
      dispose: () => {
        opened?.dispose();
      },
    },
    registerCommand(COMMANDS.showDebate, v.looseObject({}), async () => {
      if (opened === undefined) {
        const title = vscode.l10n.t('Debate');
        show(
          vscode.window.createWebviewPanel(PANELS.debate, title, vscode.ViewColumn.Active, options),
        );
      } else opened.reveal();
      await Promise.resolve();
    }),
    vscode.window.registerWebviewPanelSerializer(PANELS.debate, {
      deserializeWebviewPanel: async (panel) => {
        panel.webview.options = options;
        show(panel);
        await Promise.resolve();
      },
    }),
  );
}
