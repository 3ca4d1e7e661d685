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
    const own = api.getRepository(article);
    if (own !== null) return await remembered(own, async () => (await own.getConfig('user.name').catch(() => '')) || own.getGlobalConfig('user.name'));
    // Outside of all repositories, git's own name is the global one, whichever repository tells it.
    const [other] = api.repositories;
    return other && (await remembered(other, () => other.getGlobalConfig('user.name')));
  } catch {
    // Git is missing or switched off: then the annotation has no creator.
    return undefined;
  }
}

/** The extension starts git for each question: asked once for a repository in a window. */
const names = new WeakMap<GitRepository, Promise<string | undefined>>();

function remembered(repository: GitRepository, name: () => Promise<string>): Promise<string | undefined> {
  const known = names.get(repository) ?? name().then((text) => text.trim() || undefined, () => undefined);
  names.set(repository, known);
  return known;
}
