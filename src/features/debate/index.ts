import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS, PANELS } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import { registerCommand } from '../../ui/commands';
import { groupArgument } from '../../ui/sidebar/groupRef';
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
  let opened: { readonly panel: vscode.WebviewPanel; readonly tab: DebateTab } | undefined;
  const show = (panel: vscode.WebviewPanel) => {
    const icon = (name: string) => vscode.Uri.joinPath(extension, 'media', name);
    panel.iconPath = { light: icon('debate-light.svg'), dark: icon('debate-dark.svg') };
    const tab = new DebateTab(services, panel, extension);
    opened = { panel, tab };
    panel.onDidDispose(() => {
      tab.dispose();
      if (opened?.panel === panel) opened = undefined;
    });
    return tab;
  };
  const open = (): DebateTab => {
    if (opened !== undefined) {
      opened.panel.reveal();
      return opened.tab;
    }
    const title = vscode.l10n.t('Debate');
    return show(
      vscode.window.createWebviewPanel(PANELS.debate, title, vscode.ViewColumn.Active, options),
    );
  };
  return vscode.Disposable.from(
    {
      dispose: () => {
        opened?.panel.dispose();
      },
    },
    registerCommand(COMMANDS.showDebate, v.looseObject({}), async () => {
      open();
      await Promise.resolve();
    }),
    registerCommand(COMMANDS.showTimeline, groupArgument, async ({ field, value }) => {
      if (value === undefined || (field !== 'speaker' && field !== 'topic'))
        throw new RefusedError(
          vscode.l10n.t('Say whose timeline it is: {0}', '{field: "speaker" | "topic", value}'),
        );
      open().showOnly('timeline', { [field]: [value] });
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
