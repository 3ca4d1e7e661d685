import { appendFileSync } from 'node:fs';
import type { TestEvent } from './reporter';

/**
 * Prints test events for people, counts them, and writes them to the file that `TEST_RESULTS`
 * names, if any.
 */
export class Results {
  passed = 0;
  failed = 0;
  skipped = 0;
  private readonly file = process.env['TEST_RESULTS'];

  /** Takes the next event. Arrow function: it is handed around as a callback. */
  readonly take = (event: TestEvent): void => {
    if (this.file) appendFileSync(this.file, `${JSON.stringify(event)}\n`);
    const indent = 'depth' in event ? '  '.repeat(event.depth) : '';
    switch (event.kind) {
      case 'suite':
        return console.log(`${indent}${event.title}`);
      case 'pass':
        this.passed += 1;
        return console.log(`${indent}✔ ${event.title}${event.ms > 200 ? ` (${event.ms} ms)` : ''}`);
      case 'skip':
        this.skipped += 1;
        return console.log(`${indent}- ${event.title} (skipped)`);
      case 'fail':
        this.failed += 1;
        return console.log(
          `${indent}✘ ${event.title}\n${event.error.replace(/^/gm, `${indent}    `)}`,
        );
      case 'end':
        return;
    }
  };

  /** A failure outside any test, such as a window that went away. */
  fail(title: string, error: string): void {
    this.take({ kind: 'fail', title, depth: 1, error });
  }

  /**
   * Prints the sum and sets this process's exit code: 1 after a failure and when nothing ran at
   * all.
   */
  finish(): void {
    const skipped = this.skipped ? `, ${this.skipped} skipped` : '';
    console.log(`  ${this.passed} passed, ${this.failed} failed${skipped}`);
    if (this.failed || !this.passed) process.exitCode = 1;
    if (this.file) appendFileSync(this.file, `${JSON.stringify({ kind: 'done' })}\n`);
  }
}
