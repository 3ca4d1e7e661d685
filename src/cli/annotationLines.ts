import { quoteOf } from '../core/model/quote';
import type { ExportedAnnotation } from '../core/model/types';
import { indexOfAnnotation } from '../core/sidecar/questions';
import { shownText } from '../core/text/shownText';
import type { ReadSidecar } from './corpus/readSidecar';
import { Locations, shownPath } from './location';

interface LastSidecar extends ReadSidecar {
  readonly article: string;
  readonly locations: Locations;
}

/**
 * Prints annotations as lines that editors and terminals can follow: `file:line:column: role
 * speaker stance: quote`. One without a place in its article stands in its sidecar.
 */
export class AnnotationLines {
  /** The last sidecar that was asked for: annotations come article by article. */
  private last: LastSidecar | undefined;

  /** @param cwd the folder that paths are shown from */
  constructor(
    private readonly cwd: string,
    private readonly sidecarOf: (article: string) => Promise<ReadSidecar>,
  ) {}

  /** @param article the article's file */
  async lineOf(annotation: ExportedAnnotation, article: string): Promise<string> {
    const { role, speaker, stance } = annotation;
    const fields = [role, speaker, stance].filter((field) => field !== undefined).join(' ');
    const where = await this.placeOf(annotation, article);
    return `${where}: ${oneLine(fields)}: ${oneLine(quoteOf(annotation))}\n`;
  }

  private async placeOf({ id, passages }: ExportedAnnotation, article: string): Promise<string> {
    const placed = passages.find(({ line }) => line !== undefined);
    if (placed?.line !== undefined)
      return `${shownPath(this.cwd, article)}:${placed.line}:${placed.column ?? 1}`;
    const { path, file, locations } = await this.read(article);
    const { line, column } =
      file === undefined
        ? { line: 1, column: 1 }
        : locations.ofEntry(file, indexOfAnnotation(file, id));
    return `${shownPath(this.cwd, path)}:${line}:${column}`;
  }

  private async read(article: string): Promise<LastSidecar> {
    if (this.last?.article === article) return this.last;
    const sidecar = await this.sidecarOf(article);
    const locations = new Locations(sidecar.file?.text ?? '');
    return (this.last = { article, ...sidecar, locations });
  }
}

function oneLine(text: string): string {
  return shownText(text).replace(/\s+/g, ' ').trim();
}
