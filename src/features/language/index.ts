import * as vscode from 'vscode';
import { COMMANDS, LANGUAGE } from '../../contributions';
import { annotationArguments, registerCommand } from '../../ui/commands';
import { Disposable } from '../../workspace/platform/disposable';
import type { Registration, Services } from '../services';
import { LanguageColors } from './colors';
import { LanguageCompletions, TRIGGERS } from './completionProvider';
import { FolderCodebooks } from './folderCodebooks';
import { LanguageGoTo } from './goToProvider';
import { LanguageHover } from './hoverProvider';
import { LanguageFiles } from './languageFiles';
import { LanguagePlaces } from './places';
import { LanguageReferences } from './referenceProvider';
import { LanguageRename } from './renameProvider';
import { LanguageFolding, LanguageOutline } from './structureProviders';
import { LanguageValues } from './values';

type Needs = Pick<
  Services,
  'codebooks' | 'disk' | 'index' | 'labels' | 'logError' | 'reader' | 'target'
>;

/** Sidecars and codebooks as a language of VS Code's. */
export function register(services: Needs): Registration {
  return new Language(services);
}

class Language extends Disposable {
  constructor(private readonly services: Needs) {
    super();
    const files = new LanguageFiles(services.disk);
    const folders = this.own(new FolderCodebooks(services.codebooks));
    const values = this.own(new LanguageValues(services, folders));
    const places = new LanguagePlaces(services, files, folders);
    const goTo = new LanguageGoTo(files, places);
    const { languages } = vscode;
    this.own(new LanguageColors(services.codebooks, files));
    this.own(
      languages.registerCompletionItemProvider(
        LANGUAGE,
        new LanguageCompletions(services, files, values),
        ...TRIGGERS,
      ),
    );
    this.own(
      languages.registerHoverProvider(
        LANGUAGE,
        new LanguageHover(services, files, places, values, folders),
      ),
    );
    this.own(languages.registerDefinitionProvider(LANGUAGE, goTo));
    this.own(languages.registerDeclarationProvider(LANGUAGE, goTo));
    this.own(
      languages.registerReferenceProvider(
        LANGUAGE,
        new LanguageReferences(services, files, values),
      ),
    );
    this.own(languages.registerRenameProvider(LANGUAGE, new LanguageRename(files)));
    this.own(languages.registerDocumentSymbolProvider(LANGUAGE, new LanguageOutline(files)));
    this.own(languages.registerFoldingRangeProvider(LANGUAGE, new LanguageFolding(files)));
    this.own(
      registerCommand(COMMANDS.showInSidecar, annotationArguments, async (args) => {
        const item = await this.services.target.resolve(args);
        if (item === undefined) return;
        const { uri, annotation } = item;
        await vscode.commands.executeCommand(COMMANDS.openSidecar, { uri, id: annotation.id });
      }),
    );
  }
}
