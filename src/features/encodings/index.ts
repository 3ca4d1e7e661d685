import * as vscode from 'vscode';
import { isSameEncoding } from '../../core/text/encoding';
import { notify } from '../../ui/notify';
import { reopenIn, type MisreadArticle } from '../../workspace/articles/articleEncodings';
import { Disposable } from '../../workspace/platform/disposable';
import { articlePath } from '../../workspace/platform/uris';
import type { Registration, Services } from '../services';

type Needs = Pick<Services, 'logError' | 'open'>;

/** Articles that are open in another encoding than their own: said once, with the way out. */
export function register(services: Needs): Registration {
  return new Encodings(services);
}

class Encodings extends Disposable {
  /** In which encoding each article was when it was told of. */
  private readonly told = new WeakMap<vscode.TextDocument, string>();

  constructor({ open, logError }: Needs) {
    super();
    this.own(
      open.onDidChange((article) => {
        const misread = open.encodings.misread(article);
        if (misread !== undefined) this.tell(misread).catch(logError);
      }),
    );
  }

  private async tell({ document, encoding }: MisreadArticle): Promise<void> {
    if (this.told.get(document) === document.encoding) return;
    this.told.set(document, document.encoding);
    const said = vscode.l10n.t(
      '{0} is open as {1}, but its annotations say that it is written in {2}. They stay as they are until it is opened right.',
      articlePath(document.uri),
      document.encoding,
      encoding,
    );
    if (document.isDirty) {
      const first = vscode.l10n.t(
        'It has unsaved changes: undo them (File: Revert File), then it is opened as {0}.',
        encoding,
      );
      await notify.warning(`${said} ${first}`);
      return;
    }
    const reopen = vscode.l10n.t('Reopen as {0}', encoding);
    if ((await notify.warning(said, reopen)) !== reopen) return;
    await reopenIn(document, encoding);
    if (!isSameEncoding(document.encoding, encoding))
      await notify.error(
        vscode.l10n.t('VS Code could not open {0} as {1}.', articlePath(document.uri), encoding),
      );
  }
}
