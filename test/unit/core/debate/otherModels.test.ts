import assert from 'node:assert/strict';
import { markDifferences } from '../../../../src/core/debate/sameStatement/markDifferences';
import { makeNetwork } from '../../../../src/core/network/network';
import { requireNetworkOptions } from '../../../../src/core/network/options';
import { readStatements } from '../../../../src/core/network/statement';
import { allRows } from '../../../../src/core/corpus/query/rows';
import { runAtOnce } from '../../../../src/core/text/steps';
import { debateOf, modelOf, SMALL_DEBATE, type Said } from './debates';

const WIDTH = 800;

describe('the turns', () => {
  it('stand side by side, with what is between', () => {
    const [card, ...others] = modelOf(debateOf(SMALL_DEBATE), { view: 'turns' }).cards;
    assert.deepEqual(others, []);
    assert.deepEqual([card?.from.id, card?.to.id], ['a1', 'b1']);
    assert.deepEqual(
      card?.between.map(({ id }) => id),
      ['b2'],
    );
    assert.deepEqual([card.ownBetween, card.othersBetween], [1, 1]);
    assert.deepEqual(card.idsBetween, ['b2', 'b3']);
    assert.equal(card.apart, '13 months');
    assert.equal(card.setAside, undefined);
  });

  it('say why they were set aside', () => {
    const findings = [{ kind: 'turn', ids: ['b1', 'a1'], reason: 'irony' }];
    const [card] = modelOf(debateOf(SMALL_DEBATE, { findings }), { view: 'turns' }).cards;
    assert.equal(card?.setAside, 'irony');
  });
});

describe('who answers whom', () => {
  it('counts the links between speakers by type', () => {
    const model = modelOf(debateOf(SMALL_DEBATE), {
      view: 'answers',
      everybody: true,
      width: WIDTH,
    });
    assert.ok(model.kind === 'speakers');
    const { nodes, arrows } = model;
    assert.deepEqual(
      arrows.map(({ from, to, type, count, ids }) => [
        ...[nodes[from]?.value, type, nodes[to]?.value, count, ids],
      ]),
      [
        ['Bo', 'rebuts', 'Ann', 1, ['a2', 'a1']],
        ['李明', 'supports', 'Bo', 1, ['b3', 'a2']],
        [undefined, 'restates', 'Ann', 1, ['b4', 'a1']],
      ],
    );
    assert.deepEqual(
      model.claims.map(({ key, size }) => [key, size]),
      [
        ['a1', 2],
        ['a2', 1],
      ],
    );
  });

  it('shows the neighbourhood of the one with the most links first, then of whom is asked for', () => {
    const first = modelOf(debateOf(SMALL_DEBATE), { view: 'answers', width: WIDTH });
    assert.ok(first.kind === 'speakers');
    assert.equal(first.center, 'Ann');
    // Of the three links, one is between others.
    const drawn = first.arrows.reduce((sum, { count }) => sum + count, 0);
    assert.ok(first.description.includes(` ${drawn} link`), first.description);
    assert.deepEqual(
      first.nodes.map(({ value }) => value),
      ['Ann', 'Bo', undefined],
    );
    // Those who answer stand on the left.
    assert.ok(first.nodes.slice(1).every(({ x }) => x < (first.nodes[0]?.x ?? 0)));
    const other = modelOf(debateOf(SMALL_DEBATE), {
      view: 'answers',
      speaker: '李明',
      width: WIDTH,
    });
    assert.ok(other.kind === 'speakers');
    assert.deepEqual(
      other.nodes.map(({ value }) => value),
      ['李明', 'Bo'],
    );
    assert.ok((other.nodes[1]?.x ?? 0) > (other.nodes[0]?.x ?? 0));
  });

  it('shows the argument under a claim as a tree', () => {
    const model = modelOf(debateOf(SMALL_DEBATE), { view: 'answers', claim: 'a1', width: WIDTH });
    assert.ok(model.kind === 'argument');
    assert.deepEqual(
      model.steps.map(({ ids: [id], depth, link }) => [id, depth, link]),
      [
        ['a1', 0, undefined],
        ['a2', 1, 'rebuts'],
        ['b3', 2, 'supports'],
        ['b4', 1, 'restates'],
      ],
    );
  });

  it('ends circles of links', () => {
    const circle: readonly Said[] = [
      { id: 'a', links: [{ type: 'rebuts', target: 'b' }] },
      {
        id: 'b',
        links: [
          { type: 'rebuts', target: 'a' },
          { type: 'supports', target: 'b' },
        ],
      },
    ];
    const model = modelOf(debateOf({ 'a.md': circle }), {
      view: 'answers',
      claim: 'a',
      width: WIDTH,
    });
    assert.ok(model.kind === 'argument');
    assert.deepEqual(
      model.steps.map(({ ids: [id], depth, isRepeated }) => [id, depth, isRepeated]),
      [
        ['a', 0, false],
        ['b', 1, false],
        ['a', 2, true],
      ],
    );
  });
});

describe('the networks', () => {
  it('have of very many annotations some of both stances', () => {
    const many = (stance: string, count: number) =>
      Array.from({ length: count }, (_, n) => ({
        ...{ id: `${stance}${n}`, speaker: 'Ann', topic: 'bridge', stance },
      }));
    for (const [favor, against, shown] of [
      [500, 300, [100, 100]],
      [500, 20, [180, 20]],
      [20, 500, [20, 180]],
      [3, 2, [3, 2]],
    ] as const) {
      const context = debateOf({ 'a.md': [...many('favor', favor), ...many('against', against)] });
      const [node] = modelOf(context, {
        view: 'networks',
        network: requireNetworkOptions({}),
        width: WIDTH,
      }).nodes;
      const count = (stance: string) => node?.ids.filter((id) => id.startsWith(stance)).length;
      assert.deepEqual([count('favor'), count('against')], shown);
      assert.deepEqual([node?.favor, node?.against], [favor, against]);
    }
  });

  const many = Array.from({ length: 600 }, (_, n): Said => ({
    ...{ id: `x${n}`, speaker: `S${n % 40}`, topic: `t${n % 7}`, date: `20${10 + (n % 9)}` },
    stance: n % 3 === 0 ? 'against' : 'favor',
  }));
  const context = debateOf({ 'a.md': many });

  for (const given of [
    {},
    { aggregation: 'subtract', normalization: 'average' },
    { nodes: 'topic', aggregation: 'conflict', duplicates: 'year' },
    { kind: 'two-mode', normalization: 'prominence' },
  ]) {
    it(`have the weights of core/network: ${JSON.stringify(given)}`, () => {
      const network = requireNetworkOptions(given);
      const { nodes, ties } = modelOf(context, { view: 'networks', network, width: WIDTH });
      const statements = runAtOnce(readStatements(allRows(context.corpus), context));
      const { rows, columns, matrix } = makeNetwork(statements, network);
      const weights = matrix.flatMap((row, i) =>
        row.flatMap((weight, j) =>
          weight === 0 || (network.kind === 'one-mode' && j <= i)
            ? []
            : [`${rows[i] ?? ''} ${columns[j] ?? ''} ${weight}`],
        ),
      );
      const drawn = ties.map(({ a, b, weight }) =>
        [nodes[a]?.value, nodes[b]?.value, weight].join(' '),
      );
      assert.deepEqual(drawn.sort(), weights.sort());
      for (const { ids } of ties) assert.ok(ids.length > 0);
    });
  }

  it('are as high as what is seen at once, where that is enough', () => {
    const network = requireNetworkOptions({});
    const heightIn = (height?: number) => {
      const open = height === undefined ? {} : { height };
      const model = modelOf(context, { view: 'networks', network, width: 1200, ...open });
      for (const { y } of model.nodes) assert.ok(y > 0 && y < model.height);
      return model.height;
    };
    assert.deepEqual([500, 100, 2000].map(heightIn), [500, 320, heightIn()]);
  });

  it('leave nodes where they are when another time is chosen', () => {
    const place = (given: object) => {
      const network = requireNetworkOptions({ kind: 'two-mode', ...given });
      const { nodes } = modelOf(context, { view: 'networks', network, width: WIDTH });
      return new Map(nodes.map(({ key, x, y }) => [key, [x, y]]));
    };
    const [all, later] = [place({}), place({ since: '2015', until: '2016' })];
    assert.ok(later.size > 5);
    for (const [key, at] of later) assert.deepEqual(at, all.get(key));
  });

  it('make no matrix of 5,000 speakers, and say how many are left out', () => {
    const said = Array.from({ length: 10_000 }, (_, n): Said => ({
      ...{ id: `x${n}`, speaker: `S${n % 5_000}`, topic: 't', stance: 'favor' },
    }));
    const network = requireNetworkOptions({});
    const model = modelOf(debateOf({ 'a.md': said }), { view: 'networks', network, width: WIDTH });
    assert.equal(model.nodes.length, 300);
    assert.match(model.notices.join(), /Nodes: the 300 largest of 5000 .*Ties: the 1000 largest/s);
  });

  it('say how to begin without topics', () => {
    const network = requireNetworkOptions({});
    const untopical = debateOf({ 'a.md': [{ id: 'a', speaker: 'Ann', stance: 'favor' }] });
    const model = modelOf(untopical, { view: 'networks', network, width: WIDTH });
    assert.equal(model.isEmpty, true);
    assert.match(model.notices.join(), /has a topic yet/);
  });
});

describe('the same statement through the articles', () => {
  const said = (id: string, exact: string, more: Partial<Said> = {}): Said => ({
    ...{ id, speaker: 'Ann', passages: [{ exact }], ...more },
  });

  it('stands first where it was said first, with what differs later', () => {
    const context = debateOf(
      {
        'a.md': [said('a', '开源是智商税，他说', { links: [{ type: 'restates', target: 'b' }] })],
        'b.md': [said('b', '开源其实是智商税', { date: '2023-01-01' }), said('x', 'alone')],
      },
      { published: { 'a.md': '2024-01-01' } },
    );
    const { groups } = modelOf(context, { view: 'sameStatement' });
    assert.equal(groups.length, 1);
    assert.deepEqual(
      groups[0]?.occurrences.map(({ card, pieces }) => [card.id, pieces]),
      [
        ['b', [{ kind: 'same', text: '开源其实是智商税' }]],
        [
          'a',
          [
            { kind: 'same', text: '开源' },
            { kind: 'left-out', text: '其实' },
            { kind: 'same', text: '是智商税' },
            { kind: 'added', text: '，他说' },
          ],
        ],
      ],
    );
  });

  it('compares no texts that are too long, or have nothing in common', () => {
    const long = 'word '.repeat(5_000);
    assert.deepEqual(markDifferences(`${long}a`, long), [{ kind: 'added', text: long }]);
  });

  it('gives back both texts from what it marks', () => {
    const [first, other] = ['The bridge can wait.', 'the bridge could wait, Lee said'];
    const pieces = markDifferences(first, other);
    const textOf = (left: string) =>
      pieces.filter(({ kind }) => kind !== left).map(({ text }) => text);
    assert.equal(textOf('added').join(''), first);
    assert.equal(textOf('left-out').join(''), other);
  });
});
