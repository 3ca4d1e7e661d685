import * as vscode from 'vscode';
import { LanguageText, type LanguageKind } from '../../core/language/languageText';
import { LineIndex } from '../../core/text/lines';
import type { Utf16Range } from '../../core/text/range';
import { openDocument } from '../../workspace/platform/documents';
import type { LocalFiles } from '../../workspace/platform/localFiles';
import { toVsCodeRange } from '../../workspace/platform/positions';
import { isCodebook, isSidecar } from '../../workspace/platform/uris';

/** A larger file is no sidecar that somebody looks for references in. */
const MAX_BYTES = 32 * 1024 * 1024;

/** What a file is; undefined for files that are neither. */
export function kindOf(uri: vscode.Uri): LanguageKind | undefined {
  if (isCodebook(uri)) return 'codebook';
  return isSidecar(uri) ? 'sidecar' : undefined;
}

/** A file as it stands, with VS Code's ranges of its places. */
export interface LocatedFile {
  readonly file: LanguageText;
  readonly rangeOf: (range: Utf16Range) => vscode.Range;
}

/** The texts of sidecars and codebooks, open or not. Each version of a document is cut once. */
export class LanguageFiles {
  private readonly known = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly file: LanguageText }
  >();

  constructor(private readonly disk: LocalFiles) {}

  /** A document's text; undefined for what is neither sidecar nor codebook. */
  of(document: vscode.TextDocument): LanguageText | undefined {
    const kind = kindOf(document.uri);
    if (kind === undefined) return undefined;
    const before = this.known.get(document);
    if (before?.version === document.version) return before.file;
    const file = new LanguageText(document.getText(), kind, before?.file);
    this.known.set(document, { version: document.version, file });
    return file;
  }

  /** A file's text, of its editor or of the disk; undefined if there is none. */
  async read(uri: vscode.Uri): Promise<LocatedFile | undefined> {
    const document = openDocument(uri);
    const open = document && this.of(document);
    if (document !== undefined && open !== undefined)
      return { file: open, rangeOf: (range) => rangeIn(document, range) };
    const bytes = await this.disk.readFile(uri, MAX_BYTES);
    const kind = kindOf(uri);
    if (bytes === undefined || kind === undefined) return undefined;
    // Without a byte-order mark, as editors have it.
    const text = new TextDecoder('utf-8').decode(bytes);
    const lines = new LineIndex(text);
    return {
      file: new LanguageText(text, kind),
      rangeOf: (range) => toVsCodeRange(lines, range),
    };
  }
}

/** VS Code's range of a place in a document's text. */
export function rangeIn(document: vscode.TextDocument, { start, end }: Utf16Range): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
