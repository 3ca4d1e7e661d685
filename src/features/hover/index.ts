import * as vscode from 'vscode';
import { rangeTouches } from '../../core/text/range';
import { toOffset, toVsCodeRange } from '../../workspace/platform/positions';
import type { Registration } from '../services';
import { AnnotationText, type TextSources } from './annotationText';

/** How long a hover waits for the workspace's sidecars, in milliseconds. */
const PATIENCE = 500;

/** The hover of annotated passages. */
export function register(services: TextSources): Registration {
  const provider = new AnnotationHover(services);
  return vscode.languages.registerHoverProvider([{ scheme: '*' }], provider);
}

/** Shows every annotation under the pointer, whole, with what can be done with it. */
class AnnotationHover implements vscode.HoverProvider {
  private readonly text: AnnotationText;

  constructor(private readonly services: TextSources) {
    this.text = new AnnotationText(services);
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const live = this.services.open.get(document.uri);
    if (live === undefined) return undefined;
    const offset = toOffset(document, position);
    const under = live.inReadingOrder().flatMap((placed) => {
      const passage = placed.passages.findIndex(
        ({ range }) => range !== undefined && rangeTouches(range, offset),
      );
      const range = placed.passages[passage]?.range;
      return range === undefined ? [] : [{ placed, passage, range }];
    });
    if (under.length === 0) return undefined;
    // Links lead to and from other articles; in a large workspace the hover doesn't wait until all
    // were read.
    await Promise.race([
      this.services.index.loadWorkspace(),
      new Promise((resolve) => setTimeout(resolve, PATIENCE)),
    ]);
    const [narrowest] = under
      .map(({ range }) => range)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    const hasOthers = under.length > 1;
    const contents = under.map(({ placed, passage }) =>
      this.text.describe(document.uri, placed, { passage, hasOthers }),
    );
    return new vscode.Hover(contents, narrowest && toVsCodeRange(live.article.lines, narrowest));
  }
}
