import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Blocks } from './figures';

const MILLION = 1e6;

/** How long something takes in milliseconds, and for how long it keeps the thread from others. */
export async function watched(
  run: () => Promise<unknown>,
): Promise<{ milliseconds: number; blocks: Blocks }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await run();
  const milliseconds = performance.now() - start;
  delay.disable();
  const blocks = { max: delay.max / MILLION, p99: delay.percentile(99) / MILLION };
  return { milliseconds, blocks };
}

/** For how long the thread worked while something was done and shown, in milliseconds. */
export async function activeDuring(run: () => Promise<unknown>): Promise<number> {
  const before = performance.eventLoopUtilization();
  await run();
  await pause(150);
  return performance.eventLoopUtilization(before).active;
}

/** What is kept, in megabytes. */
export function memory(): number {
  // Without what nobody needs any more.
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / MILLION;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
