import * as vscode from 'vscode';
import { ROWS } from '../../../contributions';
import { RestatedTogether } from '../../../core/corpus/findings/sameStatements';
import { quoteOf } from '../../../core/model/quote';
import type { SameGroup } from '../../../core/same/sameInCorpus';
import { excerpt } from '../../../core/text/excerpt';
import { shownText } from '../../../core/text/shownText';
import { shownNumber } from '../../../ui/numbers';
import type { IndexedAnnotation } from '../../../workspace/annotations/indexChange';
import type { Services } from '../../services';
import { AnnotationRow } from '../annotationRow';
import { Pages } from '../pages';
import type { Row, RowSources } from '../row';

type Sources = RowSources & Pick<Services, 'same'>;

/** Nobody's sidebar is wider, in columns. */
const QUOTE_COLUMNS = 200;

/** The proposed groups of same statements. Looked for once it is unfolded: that takes a while. */
export class SameGroupsRow implements Row {
  readonly parent = undefined;
  private groups: readonly SameGroup[] | undefined;
  private readonly pages = new Pages<SameGroup>(
    this,
    'findings:same',
    (group) => new SameGroupRow(this.sources, group, this),
  );

  constructor(private readonly sources: Sources) {}

  async load(): Promise<void> {
    const { index, same } = this.sources;
    this.groups = (await same.groups()).filter(({ ids }) => !areLinked(index, ids));
  }

  children(): Row[] {
    const { groups = [] } = this;
    return this.pages.rows(groups, groups.length);
  }

  toItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(
      vscode.l10n.t('Said more than once'),
      vscode.TreeItemCollapsibleState.Collapsed,
    );
    item.id = 'findings:same';
    item.description = this.groups === undefined ? '' : shownNumber(this.groups.length);
    item.iconPath = new vscode.ThemeIcon('references');
    item.contextValue = ROWS.findings;
    return item;
  }
}

/** Annotations that say the same: accepted, parted or refused by the row's buttons. */
class SameGroupRow implements Row {
  /** What commands started from the row work on. */
  readonly ref: { readonly ids: readonly string[] };
  private readonly items: readonly IndexedAnnotation[];

  constructor(
    private readonly sources: Sources,
    private readonly group: SameGroup,
    readonly parent: Row,
  ) {
    this.ref = { ids: group.ids };
    this.items = group.ids.flatMap((id) => sources.index.corpus.withId(id)[0] ?? []);
  }

  children(): Row[] {
    return this.items.map(
      (item) => new AnnotationRow(this.sources, item, this, { listId: this.id }),
    );
  }

  toItem(): vscode.TreeItem {
    const [first] = this.items;
    const { corpus } = this.sources.index;
    const words = first === undefined ? '' : excerpt(quoteOf(first.annotation), QUOTE_COLUMNS);
    const item = new vscode.TreeItem(words, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = this.id;
    const speaker = first && corpus.speakerOf(first.annotation);
    const facts = [
      shownNumber(this.group.ids.length),
      ...(speaker === undefined ? [] : [speaker]),
      `${Math.round(this.group.score * 100)} %`,
    ];
    item.description = shownText(facts.join(' · '));
    item.iconPath = new vscode.ThemeIcon('references');
    item.contextValue = ROWS.sameGroup;
    return item;
  }

  private get id(): string {
    return `same:${this.group.ids.join(' ')}`;
  }
}

/** Whether links say of all of them already that they say the same. */
function areLinked({ corpus }: RowSources['index'], ids: readonly string[]): boolean {
  const together = new RestatedTogether();
  for (const id of ids)
    for (const { type, target } of corpus.withId(id)[0]?.annotation.links ?? [])
      if (type === 'restates') together.join({ from: id, type, to: target });
  return new Set(ids.map((id) => together.statementOf(id))).size < 2;
}
