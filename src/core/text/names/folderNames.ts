/** A folder of the workspace: what it is called, and its whole path with `/` between the parts. */
export interface NamedFolder {
  readonly name: string;
  readonly path: string;
}

/**
 * Names by which folders are told apart: their own; where several are called the same, with the
 * folders that they lie in, as many as it takes: `articles (2023)` and `articles (2024)`. The order
 * of the folders doesn't matter.
 */
export function folderNames(folders: readonly NamedFolder[]): string[] {
  return folders.map((folder) => {
    const namesakes = folders.filter((other) => other !== folder && other.name === folder.name);
    if (namesakes.length === 0) return folder.name;
    const parents = parentsOf(folder);
    for (let depth = 1; depth <= parents.length; depth++) {
      const ending = endingOf(folder, depth);
      if (namesakes.every((other) => endingOf(other, depth) !== ending))
        return `${folder.name} (${ending})`;
    }
    return `${folder.name} (${parents.join('-')})`;
  });
}

function parentsOf({ path }: NamedFolder): string[] {
  return path.split('/').filter(Boolean).slice(0, -1);
}

/** The last folders that a folder lies in; no `/` between them, which parts a path. */
function endingOf(folder: NamedFolder, depth: number): string {
  return parentsOf(folder).slice(-depth).join('-');
}
