import { CodePointMap } from './codePoints';
import { LineIndex } from './lines';

/**
 * An article's text with what is needed to say where something stands in it, made when first asked
 * for.
 */
export class ArticleText {
  private codePoints: CodePointMap | undefined;
  private lineIndex: LineIndex | undefined;

  /** @param text without byte-order mark, line ends as LF */
  constructor(readonly text: string) {}

  get map(): CodePointMap {
    return (this.codePoints ??= new CodePointMap(this.text));
  }

  get lines(): LineIndex {
    return (this.lineIndex ??= new LineIndex(this.text));
  }
}
