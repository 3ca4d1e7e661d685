import { sameValue } from '../../src/core/model/sameValue';
import { readSidecar, readWholeSidecar } from '../../src/core/sidecar/readSidecar';
import { TEST_SUITE } from '../unit/core/yaml/testSuite';
import type { Tally } from './hostileTally';
import { tryEdit, tryText } from './hostileTally';
import { HUGE_YAML, SLOW_YAML } from './hostileYaml';
import type { Random, Size } from './scenario';

/**
 * Sidecars of this length and more are not given to the core, in UTF-16 units; and how long the
 * slow texts are.
 */
const MOST = 32 * 1024 * 1024;
const LENGTHS: Readonly<Record<Size, readonly number[]>> = { short: [6_000], full: [400_000] };

/** All cases of the YAML test suite: alone, under a key of an item, and behind the list. */
export function tryTestSuite(tally: Tally): void {
  const indented = (text: string, indent: string) => text.replace(/^(?=.)/gm, indent);
  const item = (id: string) => `  - id: ${id}\n    role: claim\n    passages: [{exact: x}]\n`;
  for (const { name, yaml } of TEST_SUITE) {
    tryEdit(tally, name, yaml);
    tryEdit(
      tally,
      `${name} before the list`,
      `other:\n${indented(yaml, '  ')}\nversion: 1\nannotations:\n${item('a1')}`,
    );
    tryEdit(
      tally,
      `${name} in an item`,
      `version: 1\nannotations:\n${item('a1')}    x:\n${indented(yaml, '      ')}\n${item('b1')}`,
    );
    tryEdit(
      tally,
      `${name} as an item`,
      `version: 1\nannotations:\n${item('a1')}  -\n${indented(yaml, '    ')}\n${item('b1')}`,
    );
    tryEdit(
      tally,
      `${name} behind the list`,
      `version: 1\nannotations:\n${item('a1')}other:\n${indented(yaml, '  ')}\n`,
    );
  }
}

/** Texts that make a YAML reader slow, deep or wordy. */
export function trySlowTexts(tally: Tally, size: Size): void {
  for (const length of LENGTHS[size])
    for (const [name, make] of SLOW_YAML) tryText(tally, `${name}, ${length}`, make(length));
  if (size === 'short') return;
  for (const name of HUGE_YAML) {
    const make = SLOW_YAML.get(name);
    tally.holds(`${name} is there`, make !== undefined);
    if (make !== undefined) tryText(tally, `${name}, ${MOST}`, make(MOST));
  }
}

/**
 * A sidecar with pieces taken out of one of the texts above put into it: reading it anew from what
 * was known gives what reading it whole does.
 */
export function tryMangledTexts(tally: Tally, size: Size, random: Random): void {
  const pieces = [...SLOW_YAML.values()].map((make) => make(60));
  const start = `version: 1\nannotations:\n${Array.from({ length: 8 }, (_, i) => `  - id: a${i}\n    role: claim\n    passages:\n      - exact: x${i}\n`).join('')}`;
  let [text, known] = [start, readSidecar(start)];
  for (let n = 0; n < (size === 'short' ? 800 : 15_000); n++) {
    if (n % 5 === 0) [text, known] = [start, readSidecar(start)];
    const piece = random.of(pieces);
    const at = random.below(text.length + 1);
    const from = random.below(piece.length + 1);
    text =
      text.slice(0, at) +
      piece.slice(from, from + random.below(30)) +
      text.slice(at + random.below(3) * random.below(20));
    const name = `mangled: ${JSON.stringify(text)}`;
    tally.try(name, () => {
      const file = readSidecar(text, known);
      tally.problems(name, text, file.problems, file.refusal !== undefined);
      const whole = readWholeSidecar(text);
      // Of what is no YAML, both have the same to say, but not the same places.
      const measure =
        whole.refusal?.code === 'yaml' && file.refusal?.code === 'yaml'
          ? { ...whole, problems: file.problems, refusal: file.refusal }
          : whole;
      tally.holds(name, sameValue(file, measure));
      known = file;
    });
  }
}
