import { SameIndex } from '../../src/core/same/sameIndex';
import { runAtOnce } from '../../src/core/text/steps';
import { median, milliseconds, type Row } from './measure';
import { randomNumbers } from './texts';

const A_ARTICLE = 100;
const SPEAKERS = 200;
const ASKED = 200;

const HAN =
  '开源模型成本推理能力市场政府计划城市桥梁学校医院价格增长投资技术企业教育环境交通能源安全数据法律政策农村工人学生教师医生经济贸易银行房屋土地水电粮食气候研究科学文化历史艺术体育新闻网络';
const WORDS =
  'bridge council mayor budget school hospital price growth market energy climate policy teacher worker river harbour ferry senator union election reform housing research science culture history network safety traffic farm'.split(
    ' ',
  );

/**
 * Among so many statements, three quarters of them Chinese (30 to 60 characters) and one English
 * (10 to 25 words), ask for excerpts of some: what 95 of 100 questions take, and what memory the
 * index takes.
 */
export function sameRow(statements: number, goals: { time?: number; memory?: number }): Row {
  const random = randomNumbers(11);
  const draw = (most: number) => Math.floor(random() * most);
  const statement = (): string => {
    if (draw(4) === 0) return Array.from({ length: 10 + draw(16) }, () => word(draw)).join(' ');
    return Array.from({ length: 15 + draw(16) }, () => han(draw) + han(draw)).join('');
  };
  const before = memory();
  const index = new SameIndex();
  const samples: { text: string; speaker: string }[] = [];
  const started = performance.now();
  for (let article = 0; article * A_ARTICLE < statements; article++) {
    const all = Array.from({ length: A_ARTICLE }, () => ({
      text: statement(),
      speaker: `speaker ${draw(SPEAKERS)}`,
    }));
    runAtOnce(index.setArticle(`article ${article}`, all));
    const [first] = all;
    if (first !== undefined && article % Math.ceil(statements / A_ARTICLE / ASKED) === 0)
      samples.push(first);
  }
  const built = performance.now() - started;
  const taken = memory() - before;
  let missed = 0;
  const times = samples.map(({ text, speaker }, i) => {
    const excerpt = text.slice(0, Math.ceil(text.length * 0.7));
    const asked = performance.now();
    // Every other question is asked before the speaker is known.
    const found = index.same({ text: excerpt, speaker: i % 2 === 0 ? speaker : undefined });
    const time = performance.now() - asked;
    if (found.length === 0) missed += 1;
    return time;
  });
  times.sort((a, b) => a - b);
  const slow = times[Math.floor(times.length * 0.95)] ?? NaN;
  const goal = [
    ...(goals.time === undefined ? [] : [`≤ ${goals.time} ms`]),
    ...(goals.memory === undefined ? [] : [`≤ ${goals.memory} MB`]),
  ].join(', ');
  return {
    what: `same statement among ${statements.toLocaleString('en')}, p95 (median ${milliseconds(median(times))}; made in ${(built / 1000).toFixed(0)} s; ${missed} of ${samples.length} excerpts not found)`,
    goal,
    ours: `${milliseconds(slow)}, ${Math.round(taken / 1e6)} MB`,
  };
}

/** A few characters and words are frequent, most are rare, as in texts. */
function han(draw: (most: number) => number): string {
  const rank = Math.floor(HAN.length * (draw(1000) / 1000) ** 2);
  return draw(3) === 0 ? String.fromCharCode(0x4e00 + draw(3000)) : HAN.charAt(rank);
}

function word(draw: (most: number) => number): string {
  const base = WORDS[draw(WORDS.length)] ?? '';
  return draw(3) === 0 ? `${base}${(draw(20_000) + 26).toString(26).replace(/\d/g, 'q')}` : base;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
