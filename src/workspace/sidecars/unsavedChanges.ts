import * as v from 'valibot';
import * as vscode from 'vscode';
import { joinUnwritten, type UnwrittenChange } from '../../core/merge/changes/replayChange';
import { Disposable } from '../platform/disposable';
import type { LocalFiles } from '../platform/localFiles';

/** A change of a sidecar that isn't in its file. */
export interface UnsavedChange extends UnwrittenChange {
  readonly sidecar: vscode.Uri;
  /**
   * Why it couldn't be written, in words for the analyst; undefined while nothing is known to be
   * wrong.
   */
  readonly reason: string | undefined;
}

const recordSchema = v.object({
  sidecar: v.string(),
  before: v.string(),
  after: v.string(),
  torn: v.boolean(),
});
type StoredChange = v.InferOutput<typeof recordSchema>;

/** Where and under which names windows keep copies of changes. */
export interface CopyPlaces {
  /** Where they are kept, outside of the workspace: perhaps by windows of other workspaces, too. */
  readonly folder: vscode.Uri;
  /** Takes those for which the folder has no space left. */
  readonly memento: vscode.Memento;
  /** Tells the workspace apart that this window shows. */
  readonly workspace: string;
}

/** What of a window's name and life is asked here. */
type Windows = Pick<LocalFiles, 'windowName' | 'isWindowOpen'>;

/**
 * Changes that aren't in their sidecars yet, because these couldn't be written, or because they are
 * just being written in a way that a crash can cut short. A copy of each outlives the window, so
 * that the next one can make up for it.
 */
export class UnsavedChanges extends Disposable {
  private readonly changes = new Map<string, UnsavedChange>();
  /**
   * Where the copies of each sidecar are: those of earlier windows count as its own once they were
   * read.
   */
  private readonly copies = new Map<string, Set<string>>();
  private readonly changed = this.own(new vscode.EventEmitter<vscode.Uri>());
  /**
   * A sidecar got an unsaved change, or has none any more; not told of those that are just being
   * written.
   */
  readonly onDidChange = this.changed.event;
  /**
   * The sidecars of which earlier windows left a change behind, once those are known. What is read
   * of a sidecar before may be what a crash left of it: the next change would be made on that.
   */
  readonly restored: Promise<readonly vscode.Uri[]>;

  constructor(
    private readonly places: CopyPlaces,
    private readonly windows: Windows,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
    this.restored = this.restore().catch((error: unknown) => {
      logError(error);
      return [];
    });
  }

  /** Reads what earlier windows left behind; the sidecars that it is for. */
  private async restore(): Promise<readonly vscode.Uri[]> {
    const { folder, memento, workspace } = this.places;
    const files = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
    const stored: [string, unknown][] = memento
      .keys()
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => [key, memento.get(key)]);
    for (const [name] of files) stored.push([name, await this.readCopy(name)]);
    const ours = `-${await digest(workspace)}-`;
    const found = stored.flatMap(([name, content]) => {
      const read = v.safeParse(recordSchema, content);
      if (!read.success) return [];
      const isOurs = name.startsWith(PREFIX) || name.includes(ours);
      return isOurs || this.isAbandoned(name, read.output) ? [{ name, record: read.output }] : [];
    });
    for (const { name, record } of found) {
      const { sidecar, before, after, torn } = record;
      addTo(this.copies, sidecar, name);
      const left = { before, after, torn };
      const other = this.changes.get(sidecar);
      const both = other === undefined ? left : joinUnwritten(other, left);
      this.changes.set(sidecar, { ...both, sidecar: vscode.Uri.parse(sidecar), reason: undefined });
    }
    return [...new Set(found.map(({ record }) => record.sidecar))].map((sidecar) =>
      vscode.Uri.parse(sidecar),
    );
  }

  /** Whether a window of another workspace left a change behind that is for this one, too. */
  private isAbandoned(name: string, { sidecar }: StoredChange): boolean {
    const window = WINDOW_IN_NAME.exec(name)?.[1];
    return (
      window !== undefined &&
      vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(sidecar)) !== undefined &&
      !this.windows.isWindowOpen(window)
    );
  }

  /** The change that isn't in this sidecar yet. */
  get(sidecar: vscode.Uri): UnsavedChange | undefined {
    return this.changes.get(sidecar.toString());
  }

  /** The changes that couldn't be written. */
  failed(): readonly UnsavedChange[] {
    return [...this.changes.values()].filter(({ reason }) => reason !== undefined);
  }

  /**
   * Keeps a change, in the place of the one kept before; its copy is made when the promise is
   * fulfilled.
   */
  async keep(change: UnsavedChange): Promise<void> {
    const key = change.sidecar.toString();
    this.changes.set(key, change);
    const { before, after, torn } = change;
    const record: StoredChange = { sidecar: key, before, after, torn };
    const { folder, memento, workspace } = this.places;
    const name = `${await digest(key)}-${await digest(workspace)}-${this.windows.windowName}.json`;
    try {
      await vscode.workspace.fs.createDirectory(folder);
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(folder, name),
        new TextEncoder().encode(JSON.stringify(record)),
      );
      addTo(this.copies, key, name);
    } catch (error) {
      this.logError(error);
      addTo(this.copies, key, PREFIX + name);
      await Promise.resolve(memento.update(PREFIX + name, record)).catch(this.logError);
    }
    if (change.reason !== undefined) this.changed.fire(change.sidecar);
  }

  /**
   * Has what was kept of a sidecar before be what is kept: a later change was not made after all.
   *
   * @param earlier undefined: nothing was
   */
  async putBack(sidecar: vscode.Uri, earlier: UnsavedChange | undefined): Promise<void> {
    if (this.get(sidecar) === earlier) return;
    if (earlier === undefined) await this.drop(sidecar);
    else await this.keep(earlier);
  }

  /** Takes the change of a sidecar that was moved along. */
  async move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const change = this.get(from);
    if (change === undefined) return;
    await this.keep({ ...change, sidecar: to });
    await this.drop(from);
  }

  /** Forgets a sidecar's change, which is in the file now or was given up, with its copies. */
  async drop(sidecar: vscode.Uri): Promise<void> {
    const key = sidecar.toString();
    const change = this.changes.get(key);
    if (change === undefined) return;
    this.changes.delete(key);
    const names = [...(this.copies.get(key) ?? [])];
    this.copies.delete(key);
    await Promise.all(names.map((name) => this.removeCopy(name)));
    if (change.reason !== undefined) this.changed.fire(sidecar);
  }

  private async readCopy(name: string): Promise<unknown> {
    try {
      return JSON.parse(
        new TextDecoder().decode(
          await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.places.folder, name)),
        ),
      );
    } catch {
      // A copy that broke off itself: the sidecar wasn't touched yet.
      return undefined;
    }
  }

  private async removeCopy(name: string): Promise<void> {
    const { folder, memento } = this.places;
    const removed = name.startsWith(PREFIX)
      ? memento.update(name, undefined)
      : vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));
    await Promise.resolve(removed).catch(this.logError);
  }
}

const PREFIX = 'unsaved:';
/** In a copy's name the window's follows on those of the sidecar and of the workspace. */
const WINDOW_IN_NAME = /^[0-9a-f]{24}-[0-9a-f]{24}-(.+)\.json$/;

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes).slice(0, 12), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
