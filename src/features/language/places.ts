import * as vscode from 'vscode';
import type { LanguageText } from '../../core/language/languageText';
import {
  annotationIn,
  annotationWithId,
  namedIn,
  type NamedSpot,
} from '../../core/language/namings';
import { nameKey } from '../../core/text/names/names';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { toVsCodeRange } from '../../workspace/platform/positions';
import { articleOf, sidecarOf } from '../../workspace/platform/uris';
import type { Services } from '../services';
import type { FolderCodebooks } from './folderCodebooks';
import { rangeIn, type LanguageFiles } from './languageFiles';

export type PlaceSources = Pick<Services, 'codebooks' | 'index' | 'reader'>;

/** Finds where that is what files name: passages in articles, entries in sidecars and codebooks. */
export class LanguagePlaces {
  constructor(
    private readonly services: PlaceSources,
    private readonly files: LanguageFiles,
    private readonly folders: FolderCodebooks,
  ) {}

  /** The annotation in whose entry an offset is. */
  annotationAround(
    document: vscode.TextDocument,
    file: LanguageText,
    offset: number,
  ): { readonly id: string; readonly uri: vscode.Uri } | undefined {
    const id = annotationIn(file, file.blockAt(offset))?.id;
    return id === undefined ? undefined : { id, uri: articleOf(document.uri) };
  }

  /** The annotations with an id, those of the sidecar itself first. */
  async withId(id: string, document: vscode.TextDocument): Promise<readonly IndexedAnnotation[]> {
    const { index } = this.services;
    if (!index.corpus.hasId(id)) await index.loadWorkspace();
    const here = articleOf(document.uri).toString();
    const found = index.corpus.withId(id);
    return [...found].sort((a, b) => Number(b.article === here) - Number(a.article === here));
  }

  /**
   * Where an annotation's passage is in its article: the one with that number, else the first that
   * is found.
   */
  async inArticle(
    uri: vscode.Uri,
    id: string,
    passage: number | undefined,
  ): Promise<vscode.Location | undefined> {
    const { article, placed } = await this.services.reader.placeArticle(uri);
    const found = placed.find(({ annotation }) => annotation.id === id)?.passages ?? [];
    const one = passage === undefined ? undefined : found[passage];
    const range = one === undefined ? found.find((each) => each.range)?.range : one.range;
    if (article === undefined || range === undefined) return undefined;
    return new vscode.Location(uri, toVsCodeRange(article.lines, range));
  }

  /** Where an annotation's id stands in its sidecar. */
  async inSidecar(article: vscode.Uri, id: string): Promise<vscode.Location | undefined> {
    const uri = sidecarOf(article);
    const read = await this.files.read(uri);
    const found = read && annotationWithId(read.file, id);
    return read && found && new vscode.Location(uri, read.rangeOf(found.range));
  }

  /** The entry of a codebook for a speaker and so on: that of the file’s folder, if it has one. */
  async inCodebook(
    { meaning, text }: Pick<NamedSpot, 'meaning' | 'text'>,
    from: vscode.Uri,
  ): Promise<vscode.Location | undefined> {
    await this.services.codebooks.loadCodebooks();
    const isMeant = (spot: NamedSpot) => sameName(meaning, spot.text, text);
    for (const { uri } of this.folders.inOrder(from)) {
      const read = await this.files.read(uri);
      const all = read === undefined ? [] : namedIn(read.file);
      const entries = [...all].filter((one) => one.isDefinition && one.meaning === meaning);
      // A name that is somebody else's alias still means its bearer.
      const found =
        entries.find((one) => one.text === text) ??
        entries.find((one) => !one.isAlias && isMeant(one)) ??
        entries.find(isMeant);
      if (read !== undefined && found !== undefined)
        return new vscode.Location(uri, read.rangeOf(found.range));
    }
    return undefined;
  }
}

/** Whether two texts name the same. */
function sameName(meaning: NamedSpot['meaning'], a: string, b: string): boolean {
  return meaning === 'speaker' ? nameKey(a) === nameKey(b) : a === b;
}

/** A place as the answer to where that is what stands at another one. */
export function linkTo(
  { uri, range }: vscode.Location,
  document: vscode.TextDocument,
  origin: NamedSpot | undefined,
): vscode.LocationLink {
  return {
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
    ...(origin !== undefined && { originSelectionRange: rangeIn(document, origin.range) }),
  };
}
