import { milliseconds, ratio, timeRow, type Row } from '../measure';
import type { Blocks, OutsideFigures, RenamingFigures, Watched, WindowFigures } from './figures';
import { RENAMED_IN_EACH, RENAMED_SIDECARS } from './oneSpeaker';

/** What was measured on a corpus of one size. */
export interface CorpusFigures {
  readonly articles: number;
  /** Every sidecar read and parsed with `js-yaml` in one thread, nothing kept, in milliseconds. */
  readonly floor: number;
  /** In a window that finds no cache, and in the next one. */
  readonly cold: WindowFigures;
  readonly warm: WindowFigures;
}

/** The table's rows: on the larger corpus, with the growth from the smaller one. */
export function windowRows(small: CorpusFigures, large: CorpusFigures): Row[] {
  const { cold, warm, floor } = large;
  const of = `${large.articles.toLocaleString('en')} sidecars`;
  const times = large.articles / small.articles;
  const growth = (ask: (figures: CorpusFigures) => number): Row => ({
    what: `… growth from ${small.articles.toLocaleString('en')} sidecars`,
    goal: `≤ ${1.2 * times} ×`,
    ours: ratio(ask(large), ask(small)),
  });
  return [
    timed(`window, ${of}: sidebar filled, no cache`, '≤ 1.5 ×', cold.load, floor),
    growth((figures) => figures.cold.load),
    timed('… with the cache', '≤ 0.25 ×', warm.load, floor),
    growth((figures) => figures.warm.load),
    blocked('… extension host blocked meanwhile, no cache', cold.loadBlocks),
    blocked('… with the cache', warm.loadBlocks),
    blocked('… while articles are looked into', cold.checkBlocks),
    blocked('… while nothing is done', cold.idle, ''),
    timeRow('… all articles looked into', undefined, { ours: cold.check }),
    {
      what: '… memory kept for 100,000 annotations',
      goal: '≤ 40 MB',
      ours: `${((cold.megabytes * 1e5) / cold.annotations).toFixed(0)} MB`,
    },
    {
      what: '… more of it after 2,000 edits and 200 opened articles',
      goal: '≤ 10 %',
      ours: `${(100 * (cold.growth ?? NaN)).toFixed(1)} %`,
    },
    ...(['make', 'change', 'remove'] as const).map((kind) => {
      const what = { make: 'made', change: 'changed', remove: 'deleted' }[kind];
      const row = timeRow(`… an annotation ${what}: the host works (floor: with few)`, undefined, {
        ours: cold.edits[kind],
        floor: small.cold.edits[kind],
      });
      return { ...row, goal: '+ ≤ 10 ms' };
    }),
    timeRow('… a group of 1,000 shown: the host works', 50, { ours: cold.group }),
    timeRow('… grouped by topic', 150, { ours: cold.regroup }),
  ];
}

/** A speaker renamed everywhere; the floor: the same files changed without a window. */
export function renamingRows({ renamed, undone }: RenamingFigures, floor: number): Row[] {
  const all = (RENAMED_SIDECARS * RENAMED_IN_EACH).toLocaleString('en');
  const what = `a speaker of ${all} annotations in ${RENAMED_SIDECARS} sidecars renamed`;
  return [
    timeRow(what, 3_000, { ours: renamed.milliseconds, floor }),
    blocked('… extension host blocked meanwhile', renamed.blocks),
    timeRow('… taken back', undefined, { ours: undone.milliseconds, floor }),
  ];
}

/** What other programs do to all files at once. */
export function outsideRows(articles: number, figures: OutsideFigures): Row[] {
  const { changed, back, lost, found } = figures;
  const of = articles.toLocaleString('en');
  const row = (what: string, { milliseconds: ours, blocks }: Watched): Row[] => [
    timeRow(`${what}: from git’s start until the index is right`, undefined, { ours }),
    blocked('… extension host blocked then and afterwards', blocks, '≤ 50 ms'),
  ];
  return [
    ...row(`\`git checkout\` that changes ${of} sidecars`, changed),
    ...row('… and back', back),
    ...row(`\`git checkout\` after which ${of} sidecars have no articles`, lost),
    ...row('… and back', found),
  ];
}

function timed(what: string, goal: string, ours: number, floor: number): Row {
  return { ...timeRow(what, undefined, { ours, floor }), goal };
}

function blocked(what: string, { max, p99 }: Blocks, goal = '≤ 50, 20 ms'): Row {
  return {
    what: `${what}: longest, p99`,
    goal,
    ours: `${milliseconds(max)}, ${milliseconds(p99)}`,
  };
}
