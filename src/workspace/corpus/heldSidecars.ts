import type * as vscode from 'vscode';
import type { ClosedArticles } from '../articles/closedArticles';
import type { OpenArticles } from '../articles/openArticles';
import { openDocument } from '../platform/documents';
import { sidecarOf } from '../platform/uris';
import type { SidecarStore } from '../sidecars/sidecarStore';

/** So many sidecars that nobody works on are held as whole files: the ones used last. */
const HELD = 64;
/** So many are looked at in one go: most of those used longest ago can be let go. */
const LOOKED_AT = 16;

/**
 * Which sidecars the store should hold no longer: with thousands of whole files, the memory fills.
 */
export class HeldSidecars {
  /** Those used last at the end. */
  private readonly used = new Map<string, vscode.Uri>();

  constructor(
    private readonly sidecars: SidecarStore,
    private readonly open: OpenArticles,
    private readonly closed: ClosedArticles,
  ) {}

  use(article: vscode.Uri): void {
    const key = article.toString();
    this.used.delete(key);
    this.used.set(key, article);
  }

  /** Those that nobody works on, beyond the ones used last; they count as let go. */
  takeSuperfluous(): vscode.Uri[] {
    const found: vscode.Uri[] = [];
    let looked = 0;
    for (const [key, article] of this.used) {
      if (this.used.size <= HELD || looked >= LOOKED_AT) break;
      looked += 1;
      this.used.delete(key);
      if (this.sidecars.get(article) === undefined) continue;
      if (this.isWorkedOn(article)) this.used.set(key, article);
      else found.push(article);
    }
    return found;
  }

  private isWorkedOn(article: vscode.Uri): boolean {
    const file = this.sidecars.get(article);
    return (
      this.sidecars.isBusy(article) ||
      this.sidecars.unsaved.get(sidecarOf(article)) !== undefined ||
      file?.refusal !== undefined ||
      (file?.problems.length ?? 0) > 0 ||
      this.open.get(article) !== undefined ||
      openDocument(article) !== undefined ||
      openDocument(sidecarOf(article)) !== undefined ||
      !this.closed.isSure(article)
    );
  }
}
