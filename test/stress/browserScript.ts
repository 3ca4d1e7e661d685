/**
 * Runs in the web worker of a VS Code that is wholly in the browser: annotates an article on a file
 * system that keeps its files in the browser's database, and empties a file before it writes it, in
 * parts, as many file systems do. Tells each change once it was acknowledged, until the page is
 * killed.
 */
import * as vscode from 'vscode';
import { MARK, numberOf, type Told } from './browserTold';

/** The article's sentences; what is annotated stands in them. */
const SENTENCES = 1_000;
const ARTICLE = Array.from({ length: SENTENCES }, (_, i) => String(i).padStart(4, '第')).join('句');
const uri = vscode.Uri.from({ scheme: 'torn', path: '/a.md' });
const SIDECAR = '/a.md.claims.yaml';

interface Listed {
  readonly id: string;
  readonly note?: string;
}

export async function run(): Promise<void> {
  try {
    const database = await Database.open();
    if ((await database.get(uri.path)) === undefined)
      await database.put(uri.path, new TextEncoder().encode(ARTICLE));
    const file = new TextDecoder().decode(await database.get(SIDECAR));
    vscode.workspace.registerFileSystemProvider(uri.scheme, new TornFiles(database), {
      isCaseSensitive: true,
    });
    const known = new Map(
      (await command<Listed[]>('list', { uri })).map(({ id, note = '' }) => [id, note]),
    );
    tell({ kind: 'found', file, notes: Object.fromEntries(known) });
    let count = Math.max(0, ...Array.from(known.values(), numberOf));
    for (;;) {
      const start = (known.size % SENTENCES) * 5;
      const note = `annotated ${++count}`;
      const { id } = await command<Listed>('annotate', {
        uri,
        ranges: [{ start, end: start + 4 }],
        role: 'claim',
        speaker: null,
        stance: null,
        note,
      });
      known.set(id, note);
      tell({ kind: 'done', id, note });
      const [old = id] = known.keys();
      const changed = `edited ${++count}`;
      await command('edit', { id: old, uri, changes: { note: changed } });
      tell({ kind: 'done', id: old, note: changed });
    }
  } catch (error) {
    tell({
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

function command<T>(name: string, args: object): Thenable<T> {
  return vscode.commands.executeCommand<T>(`claimAnnotator.${name}`, args);
}

function tell(told: Told): void {
  console.log(MARK + JSON.stringify(told));
}

/** The part of the browser's database (https://w3c.github.io/IndexedDB/) that is used here. */
interface Request<T> {
  readonly result: T;
  readonly error: Error | null;
  onsuccess: () => void;
  onerror: () => void;
  onupgradeneeded: () => void;
}
interface Transaction {
  objectStore(name: string): {
    get(key: string): Request<Uint8Array | undefined>;
    put(value: Uint8Array, key: string): void;
  };
  readonly error: Error | null;
  oncomplete: () => void;
  onerror: () => void;
}
interface BrowserDatabase {
  createObjectStore(name: string): void;
  transaction(name: string, mode?: 'readwrite'): Transaction;
}
declare const indexedDB: { open(name: string, version: number): Request<BrowserDatabase> };

/** Files that outlive the page. */
class Database {
  private constructor(private readonly database: BrowserDatabase) {}

  static async open(): Promise<Database> {
    const request = indexedDB.open('torn-files', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('files');
    };
    return new Database(await result(request));
  }

  async get(path: string): Promise<Uint8Array | undefined> {
    return result(this.database.transaction('files').objectStore('files').get(path));
  }

  /** Is there for good when the promise is fulfilled. */
  async put(path: string, bytes: Uint8Array): Promise<void> {
    const transaction = this.database.transaction('files', 'readwrite');
    transaction.objectStore('files').put(bytes, path);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => {
        reject(transaction.error ?? new Error('not written'));
      };
    });
  }
}

function result<T>(request: Request<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no answer'));
    };
  });
}

/** A file system on which a write can break off at its start or in its middle. */
class TornFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly database: Database) {}

  async readFile({ path }: vscode.Uri): Promise<Uint8Array> {
    const bytes = await this.database.get(path);
    if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return bytes;
  }

  async stat(file: vscode.Uri): Promise<vscode.FileStat> {
    const { length } = await this.readFile(file);
    return { type: vscode.FileType.File, size: length, ctime: 0, mtime: Date.now() };
  }

  async writeFile({ path }: vscode.Uri, bytes: Uint8Array): Promise<void> {
    for (const share of [0, 0.3, 0.7, 1]) {
      await this.database.put(path, bytes.slice(0, Math.floor(share * bytes.length)));
      // Time in which the page can be killed.
      if (share < 1) await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}
