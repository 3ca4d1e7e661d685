import type * as vscode from 'vscode';
import { git, type Repository } from '../platform/git';
import { settings } from '../platform/settings';

/**
 * Who annotates: the setting, or git's `user.name` where the built-in git extension knows it.
 * Nothing is run, and nobody is named in a guess.
 */
export async function creatorOf(article: vscode.Uri): Promise<string | undefined> {
  const named = settings.creator(article);
  if (named !== '') return named;
  const api = git();
  const own = api?.getRepository(article);
  if (own)
    return remembered(
      own,
      async () =>
        (await own.getConfig('user.name').catch(() => '')) || own.getGlobalConfig('user.name'),
    );
  // Outside of all repositories, git's own name is the global one, whichever repository tells it.
  const other = api?.repositories[0];
  return other && remembered(other, () => other.getGlobalConfig('user.name'));
}

/** The extension starts git for each question: asked once for a repository in a window. */
const names = new WeakMap<Repository, Promise<string | undefined>>();

function remembered(
  repository: Repository,
  name: () => Promise<string>,
): Promise<string | undefined> {
  const known =
    names.get(repository) ??
    name().then(
      (text) => text.trim() || undefined,
      () => undefined,
    );
  names.set(repository, known);
  return known;
}
