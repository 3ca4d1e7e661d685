import * as vscode from 'vscode';
import { isMapping } from '../../core/model/sameValue';
import { Disposable } from '../platform/disposable';
import { settings } from '../platform/settings';

/** Where the workspace's state keeps it. */
const KEPT_AS = 'topics';
/** Of so many articles it is remembered: those in which it was chosen last. */
const MOST_ARTICLES = 500;

interface Kept {
  /** The one chosen last; null: none, on purpose. */
  readonly last?: string | null;
  /** By the keys of the articles in which they were chosen. */
  readonly articles: Readonly<Record<string, string | null>>;
}

/** The topic that new annotations are about: of an article, or chosen last. */
export class CurrentTopic extends Disposable {
  private readonly changed = this.own(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly memory: vscode.Memento,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
  }

  /** The topic for an article; undefined: none. */
  of(article: vscode.Uri | undefined): string | undefined {
    const { last, articles } = this.kept();
    const chosen = article && articles[article.toString()];
    const known = chosen === undefined ? last : chosen;
    if (known !== undefined) return known ?? undefined;
    const usual = article === undefined ? '' : settings.topic(article);
    return usual === '' ? undefined : usual;
  }

  /** Chooses a topic (null: none) for an article, and for those in which none was chosen. */
  choose(topic: string | null, article: vscode.Uri | undefined): void {
    const { articles } = this.kept();
    const others = Object.entries(articles).filter(([key]) => key !== article?.toString());
    const own = article === undefined ? [] : [[article.toString(), topic] as const];
    const kept: Kept = {
      last: topic,
      articles: Object.fromEntries([...others, ...own].slice(-MOST_ARTICLES)),
    };
    this.memory.update(KEPT_AS, kept).then(undefined, this.logError);
    this.changed.fire();
  }

  /** What was kept, as far as it makes sense; another version may have kept it. */
  private kept(): Kept {
    const kept = this.memory.get<unknown>(KEPT_AS);
    if (!isMapping(kept)) return { articles: {} };
    const isTopic = (value: unknown): value is string | null =>
      value === null || typeof value === 'string';
    const { last, articles } = kept;
    const known = Object.entries(isMapping(articles) ? articles : {});
    return {
      ...(isTopic(last) && { last }),
      articles: Object.fromEntries(
        known.flatMap(([key, topic]) => (isTopic(topic) ? [[key, topic] as const] : [])),
      ),
    };
  }
}
