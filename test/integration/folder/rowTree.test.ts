import { strict as assert } from 'node:assert';
import type { Row } from '../../../src/features/sidebar/row';
import { RowTree } from '../../../src/features/sidebar/rowTree';
import { until } from '../support';

/** A tree whose rows at the top come when the test says so. */
class SlowTree extends RowTree {
  readonly fired: (Row[] | undefined)[] = [];
  answer: (rows: Row[]) => void = () => undefined;

  constructor() {
    super();
    this.own(this.onDidChangeTreeData((rows) => this.fired.push(rows)));
  }

  refresh(rows?: Row[]): void {
    this.refreshRows(rows);
  }

  protected top(): Promise<Row[]> {
    return new Promise((resolve) => (this.answer = resolve));
  }
}

describe('a tree of rows', () => {
  it('tells of a change at once, but while it is asked for its rows: then behind the answer', async () => {
    const tree = new SlowTree();
    tree.refresh();
    assert.deepEqual(tree.fired, [undefined]);
    const asked = tree.getChildren();
    tree.refresh();
    tree.refresh([]);
    assert.deepEqual(tree.fired, [undefined]);
    tree.answer([]);
    assert.deepEqual(await asked, []);
    assert.deepEqual(tree.fired, [undefined]);
    await until('the change to be told', () => tree.fired.length === 2);
    tree.refresh([]);
    assert.deepEqual(tree.fired, [undefined, undefined, []]);
    tree.dispose();
  });
});
