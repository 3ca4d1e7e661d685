import * as vscode from 'vscode';
import { findCodedDifferently } from '../../../core/corpus/findings/codedDifferently';
import { findContradictions } from '../../../core/corpus/findings/contradictions';
import type { Found } from '../../../core/corpus/findings/found';
import { findGaps } from '../../../core/corpus/findings/gaps';
import { findTurns } from '../../../core/corpus/findings/turns';
import { findRows } from '../../../core/corpus/query/findRows';
import { publishedDates } from '../../../ui/publishedDates';
import { inSteps } from '../../../workspace/platform/pace/inSteps';
import type { Services } from '../../services';
import type { Row, RowSources } from '../row';
import { RowTree } from '../rowTree';
import { FindingsRow, TurnRow, type FindingRow } from './findingsRows';

type Sources = RowSources & Pick<Services, 'reader'>;

/** How long it is waited for more changes before all is asked again, in milliseconds. */
const JOINED = 500;

/** What is missing, contradictory, or has turned, in the whole workspace. */
export class FindingsTree extends RowTree {
  private readonly changed = this.own(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly sources: Sources) {
    super();
    this.own(
      sources.index.onDidChange(() => {
        this.timer ??= setTimeout(() => {
          this.timer = undefined;
          this.changed.fire(undefined);
        }, JOINED);
      }),
    );
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  protected async top(): Promise<Row[]> {
    const { index, reader } = this.sources;
    await index.loadWorkspace();
    const { corpus } = index;
    const publishedOf = await publishedDates(index, reader);
    const rows = () => findRows(corpus, {}, { publishedOf });
    const turns = await inSteps(findTurns(rows(), { corpus, publishedOf }));
    const gaps = await inSteps(findGaps(corpus, rows()));
    const contradictions = await inSteps(findContradictions(corpus));
    const differing = await inSteps(findCodedDifferently(corpus));
    const list = (id: string, name: string, icon: string, found: readonly Found[]) =>
      new FindingsRow(this.sources, { id, name, icon }, found);
    const all: FindingsRow[] = [
      new FindingsRow(
        this.sources,
        { id: 'turns', name: vscode.l10n.t('Changed their stance'), icon: 'git-compare' },
        turns.map(
          (turn): FindingRow =>
            (parent) =>
              new TurnRow(this.sources, turn, parent),
        ),
      ),
      list('unsupported', vscode.l10n.t('Claims without evidence'), 'beaker', gaps.unsupported),
      list('untargeted', vscode.l10n.t('Rebuttals of nothing'), 'reply', gaps.untargeted),
      list('unanswered', vscode.l10n.t('Rebuttals without answer'), 'comment', gaps.unanswered),
      list('unattributed', vscode.l10n.t('Without speaker'), 'person', gaps.unattributed),
      list('dangling', vscode.l10n.t('Links that lead nowhere'), 'debug-disconnect', gaps.dangling),
      list('contradictions', vscode.l10n.t('Contradictory links'), 'warning', contradictions),
      list(
        'codedDifferently',
        vscode.l10n.t('Same words, coded differently'),
        'diff',
        differing.flatMap(({ annotations }) => annotations),
      ),
    ];
    return all.filter(({ count }) => count > 0);
  }
}
