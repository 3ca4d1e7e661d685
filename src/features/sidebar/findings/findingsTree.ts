import * as vscode from 'vscode';
import { entryName } from '../../../core/codebook/sections';
import {
  findAll,
  FINDING_KINDS,
  type Finding,
  type FindingKind,
} from '../../../core/corpus/findings/allFindings';
import { SAME } from '../../../core/corpus/findings/refusedSame';
import { findRows } from '../../../core/corpus/query/findRows';
import type { SetAsideFinding } from '../../../core/model/types';
import { publishedDates } from '../../../ui/articles/publishedDates';
import { inSteps } from '../../../workspace/platform/pace/inSteps';
import type { Services } from '../../services';
import type { MoreRow } from '../pages';
import type { Row, RowSources } from '../row';
import { RowTree } from '../rowTree';
import { findingRow, GoneRow } from './findingRows';
import { FindingsRow, type FindingsLook } from './findingsRows';
import { SameGroupsRow } from './sameGroupRows';

type Sources = RowSources & Pick<Services, 'reader' | 'same'>;

/** How long it is waited for more changes before all is asked again, in milliseconds. */
const JOINED = 500;
/** So many times as long as it took last, at least: most of the time goes to other things. */
const PAUSES = 4;

/** What is missing, contradictory, or has turned, in the whole workspace. */
export class FindingsTree extends RowTree {
  private readonly repeated: SameGroupsRow;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What was found last, or is being looked for; undefined: something changed since. */
  private found: Promise<readonly Finding[]> | undefined;
  /** How long it took, in milliseconds. */
  private took = 0;

  constructor(private readonly sources: Sources) {
    super();
    this.repeated = new SameGroupsRow(sources);
    this.own(sources.index.onDidChange(() => this.askAgainSoon()));
    // What is set aside or refused changes nothing of what is found.
    this.own(sources.codebooks.onDidChange(() => this.refreshRows()));
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  /** Hands out the next page of a list. */
  showMore(row: MoreRow): void {
    row.showNext();
    this.refreshRows(row.parent && [row.parent]);
  }

  protected async top(): Promise<Row[]> {
    const found = await this.whatIsFound();
    const aside = this.setAside();
    const open = new Map<FindingKind, Finding[]>(FINDING_KINDS.map((kind) => [kind, []]));
    const known = new Map<string, Finding>();
    for (const finding of found) {
      const name = nameOf(finding);
      if (aside.has(name)) known.set(name, finding);
      else open.get(finding.kind)?.push(finding);
    }
    const lists: (Row & { readonly count: number })[] = [...open].map(
      ([kind, findings]) =>
        new FindingsRow(lookOf(kind), findings, (finding, parent) =>
          findingRow(this.sources, finding, { ref: refOf(finding), mark: 'open' }, parent),
        ),
    );
    const shown = [...lists, this.asideRow([...aside.values()], known)];
    const repeated = this.sources.index.corpus.size > 1 ? [this.repeated] : [];
    return [...shown.filter(({ count }) => count > 0), ...repeated];
  }

  private whatIsFound(): Promise<readonly Finding[]> {
    this.found ??= this.findAll().catch((error: unknown) => {
      // The next time it is tried again.
      this.found = undefined;
      throw error;
    });
    return this.found;
  }

  /** Those that were set aside, with their reasons. */
  private asideRow(
    aside: readonly SetAsideFinding[],
    known: ReadonlyMap<string, Finding>,
  ): FindingsRow<SetAsideFinding> {
    const look: FindingsLook = {
      id: 'aside',
      name: vscode.l10n.t('Set aside'),
      icon: 'pass',
      tooltip: vscode.l10n.t('Looked at, with the reason why they are none; kept in the codebook'),
    };
    return new FindingsRow(look, aside, (one, parent) => {
      const marked = { ref: refOf(one), mark: 'setAside', reason: one.reason } as const;
      const finding = known.get(nameOf(one));
      return finding === undefined
        ? new GoneRow(this.sources, marked, whyNotFound(one), parent)
        : findingRow(this.sources, finding, marked, parent);
    });
  }

  /** The findings that were set aside, by name; of two folders' codebooks, the first one's. */
  private setAside(): Map<string, SetAsideFinding> {
    const aside = new Map<string, SetAsideFinding>();
    for (const { findings } of this.sources.codebooks.all())
      for (const finding of findings)
        if (!aside.has(nameOf(finding))) aside.set(nameOf(finding), finding);
    return aside;
  }

  private async findAll(): Promise<readonly Finding[]> {
    const { index, reader } = this.sources;
    await index.loadWorkspace();
    const { corpus } = index;
    const begin = performance.now();
    const publishedOf = await publishedDates(index, reader);
    const rows = () => findRows(corpus, {}, { publishedOf });
    const found = await inSteps(findAll(rows, { corpus, publishedOf }));
    this.took = performance.now() - begin;
    return found;
  }

  private askAgainSoon(): void {
    const pause = Math.max(JOINED, PAUSES * this.took);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.found = undefined;
      // While the view is closed, VS Code asks for nothing.
      this.refreshRows();
    }, pause);
  }
}

/** What stands for a finding that isn't found: groups of same statements are found elsewhere. */
function whyNotFound({ kind }: SetAsideFinding): string {
  return kind === SAME
    ? vscode.l10n.t('refused as the same statement')
    : vscode.l10n.t('no longer found');
}

function nameOf(finding: Finding | SetAsideFinding): string {
  return entryName('findings', finding) ?? '';
}

function refOf({ kind, ids }: Finding | SetAsideFinding): Pick<SetAsideFinding, 'kind' | 'ids'> {
  return { kind, ids };
}

function lookOf(kind: FindingKind): FindingsLook {
  const looks: Readonly<Record<FindingKind, readonly [name: string, icon: string]>> = {
    turn: [vscode.l10n.t('Changed their stance'), 'git-compare'],
    unsupported: [vscode.l10n.t('Claims without evidence'), 'beaker'],
    untargeted: [vscode.l10n.t('Rebuttals of nothing'), 'reply'],
    unanswered: [vscode.l10n.t('Rebuttals without answer'), 'comment'],
    unattributed: [vscode.l10n.t('Without speaker'), 'person'],
    dangling: [vscode.l10n.t('Links that lead nowhere'), 'debug-disconnect'],
    contradiction: [vscode.l10n.t('Contradictory links'), 'warning'],
    codedDifferently: [vscode.l10n.t('Same words, coded differently'), 'diff'],
  };
  const [name, icon] = looks[kind];
  return { id: kind, name, icon };
}
