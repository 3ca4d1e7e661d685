import type * as vscode from 'vscode';
import { namedAt, passageAt } from '../../core/language/namings';
import type { LanguageFiles } from './languageFiles';
import { linkTo, type LanguagePlaces } from './places';

/**
 * Goes from what a file names to where that is: an annotation to its passage in the article, a
 * speaker or topic to the codebook. As a declaration, an annotation is its entry in its sidecar.
 */
export class LanguageGoTo implements vscode.DefinitionProvider, vscode.DeclarationProvider {
  constructor(
    private readonly files: LanguageFiles,
    private readonly places: LanguagePlaces,
  ) {}

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.LocationLink[] | undefined> {
    return this.find(document, position, false);
  }

  async provideDeclaration(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.LocationLink[] | undefined> {
    return this.find(document, position, true);
  }

  private async find(
    document: vscode.TextDocument,
    position: vscode.Position,
    isEntryWanted: boolean,
  ): Promise<vscode.LocationLink[] | undefined> {
    const file = this.files.of(document);
    if (file === undefined) return undefined;
    const offset = document.offsetAt(position);
    const spot = namedAt(file, offset);
    const isOwn = spot?.meaning === 'annotation' && spot.isDefinition;
    if (spot !== undefined && spot.meaning !== 'annotation') {
      const entry = await this.places.inCodebook(spot, document.uri);
      return entry && [linkTo(entry, document, spot)];
    }
    const passage = passageAt(file, offset);
    const around = isOwn || passage !== undefined;
    const own = around ? this.places.annotationAround(document, file, offset) : undefined;
    const meant =
      spot === undefined || isOwn ? [own] : await this.places.withId(spot.text, document);
    const found = meant.map(async (one) => {
      if (one === undefined) return undefined;
      const id = 'id' in one ? one.id : one.annotation.id;
      // What has no place in its article is in its sidecar still.
      const inArticle = isEntryWanted
        ? undefined
        : await this.places.inArticle(one.uri, id, passage);
      return inArticle ?? this.places.inSidecar(one.uri, id);
    });
    const places = (await Promise.all(found)).filter((place) => place !== undefined);
    return places.map((place) => linkTo(place, document, spot));
  }
}
