import * as vscode from 'vscode';
import { settings } from './settings';

/** The part of the built-in git extension's API that is used here. */
interface GitApi {
  getRepository(uri: vscode.Uri): GitRepository | null;
  readonly repositories: readonly GitRepository[];
}
interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

/**
 * Who annotates: the setting, or git's `user.name` where the built-in git extension knows it. Nothing is run, and
 * nobody is named in a guess.
 */
export async function creatorOf(article: vscode.Uri): Promise<string | undefined> {
  const named = settings.creator(article);
  if (named !== '') return named;
  try {
    const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    // An extension that isn't active yet would make the analyst wait for it.
    if (git?.isActive !== true) return undefined;
    const api = git.exports.getAPI(1);
    const repository = api.getRepository(article) ?? api.repositories[0];
    const local = await repository?.getConfig('user.name').catch(() => '');
    const name = local || (await repository?.getGlobalConfig('user.name').catch(() => ''));
    return name?.trim() || undefined;
  } catch {
    // Git is missing or switched off: then the annotation has no creator.
    return undefined;
  }
}
