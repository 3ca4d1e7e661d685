/**
 * What VS Code loads beside Claim Annotator in tests. Tests inside VS Code register models of the
 * vendor `models-of-a-test` by themselves. Tests of the window can't: for them, a file of the open
 * folder is what the one model of `models-of-a-file` answers; what it was asked goes into another.
 */
'use strict';
const vscode = require('vscode');

const ANSWER = 'model-answer.txt';
const ASKED = 'model-asked.txt';

/** A file of the open folder; undefined where there is none. */
function file(name) {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, name);
}

async function readAnswer() {
  const uri = file(ANSWER);
  if (uri === undefined) return undefined;
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

const model = {
  id: 'file-1',
  name: 'Ferry $(zap) 1',
  family: 'file',
  version: '1',
  maxInputTokens: 8000,
  maxOutputTokens: 8000,
  capabilities: {},
};

exports.activate = ({ subscriptions }) => {
  const changed = new vscode.EventEmitter();
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${ANSWER}`);
  watcher.onDidCreate(() => changed.fire());
  const provider = {
    onDidChangeLanguageModelChatInformation: changed.event,
    provideLanguageModelChatInformation: async () =>
      (await readAnswer()) === undefined ? [] : [model],
    provideLanguageModelChatResponse: async (_model, messages, _options, progress) => {
      const said = messages.flatMap(({ content }) => content.map(({ value }) => value)).join('\n');
      await vscode.workspace.fs.writeFile(file(ASKED), new TextEncoder().encode(said));
      for (const line of ((await readAnswer()) ?? '').split(/(?<=\n)/))
        progress.report(new vscode.LanguageModelTextPart(line));
    },
    provideTokenCount: (_model, text) =>
      Promise.resolve(typeof text === 'string' ? text.length / 2 : 0),
  };
  subscriptions.push(
    changed,
    watcher,
    vscode.lm.registerLanguageModelChatProvider('models-of-a-file', provider),
  );
};
