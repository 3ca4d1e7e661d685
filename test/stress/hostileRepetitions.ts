/** A text of some `length`, made of one thing over and over. */
export type Maker = (length: number) => string;

export const HEAD = 'version: 1\nannotations:\n';
export const GOOD = '  - id: good\n    role: claim\n    passages: [{exact: x}]\n';

/** `part` as often as it fits into `length`. */
export function many(part: string, length: number): string {
  return part.repeat(Math.max(1, Math.floor(length / part.length)));
}

/** Numbered parts, as many as fit into `length`. */
export function numbered(part: (i: number) => string, length: number): string {
  return Array.from({ length: Math.max(1, Math.floor(length / part(1000).length)) }, (_, i) =>
    part(i),
  ).join('');
}

/** A part over and over, alone and as (a part of) an item of a sidecar's list. */
function repeated(part: string): [string, Maker][] {
  const name = JSON.stringify(part);
  return [
    [`${name} alone`, (length) => many(part, length)],
    [`${name} in an item`, (length) => `${HEAD}${GOOD}  - x: ${many(part, length)}\n`],
    [`${name} in a note`, (length) => `${HEAD}${GOOD}  - note: "${many(part, length)}"\n`],
    [`${name} in brackets`, (length) => `${HEAD}${GOOD}  - x: [${many(part, length)}]\n`],
  ];
}

/** Lines over and over, alone, as items, and inside of an item. */
function repeatedLines(lines: string): [string, Maker][] {
  const name = JSON.stringify(lines);
  return [
    [`lines ${name}`, (length) => many(lines, length)],
    [`lines ${name} as items`, (length) => HEAD + many(`  - ${lines}`, length)],
    [
      `lines ${name} in an item`,
      (length) => `${HEAD}${GOOD}  - x:\n${many(`      ${lines}`, length)}`,
    ],
    [
      `lines ${name} in a block`,
      (length) => `${HEAD}${GOOD}  - x: |+\n${many(`      ${lines}`, length)}`,
    ],
    [
      `lines ${name} behind the list`,
      (length) => `${HEAD}${GOOD}other:\n${many(` ${lines}`, length)}`,
    ],
  ];
}

/** The texts that are nothing but a part or lines over and over, by name. */
export const REPEATED: readonly [string, Maker][] = [
  ...[
    '[',
    '{',
    ']',
    '}',
    ',',
    ', ',
    '- ',
    '? ',
    ': ',
    '-',
    ':',
    '?',
    '&a ',
    '*a ',
    '*a, ',
    '!a ',
    '!!str ',
    '|',
    '>',
    '"',
    "'",
    "''",
    '\\',
    '\\"',
    '\\q',
    '\\n',
    '#',
    ' #',
    '%',
    '@ ',
    '`',
    '~',
    '=',
    '<<: ',
    'a',
    'a ',
    '1',
    '1.',
    '甲',
    '，',
    ' ',
    '\t',
    '\0',
    '\r',
    '\u0085',
    '\u2028',
    '\uFEFF',
    '\ud800',
    '\udc00',
    '👩‍💻',
    'a: ',
    'a: b, ',
    '{}, ',
    '[], ',
    '[[]], ',
    '"a" ',
    '"a": 1, ',
    '---',
    '...',
    '<<: {a: 1}, ',
  ].flatMap(repeated),
  ...[
    '\n',
    '\r\n',
    '# c\n',
    '\n# c\n',
    '\n\n      # c\n',
    'a\n',
    '- a\n',
    '-\n',
    '- - a\n',
    '? a\n',
    '?\n',
    ': a\n',
    ':\n',
    'a: 1\n',
    'a:\n',
    '&a b\n',
    '*a\n',
    '*a : b\n',
    '& a: b\n',
    '!a b\n',
    '!!set {a}\n',
    '!!omap [a: 1]\n',
    '!!binary x\n',
    '---\n',
    '...\n',
    '--- a\n',
    '%YAML 1.2\n',
    '%TAG ! x\n',
    '|\n',
    '>-\n',
    '"\n',
    "'\n",
    '"a\\"\n',
    '[\n',
    ']\n',
    '{a: b}\n',
    ' a: 1\nb: 2\n',
    'a\nb: c\n',
    'a: - b\n',
    '\t\n',
    '\ta: b\n',
    '      \n',
    '\uFEFF\n',
    '\0\n',
    '今天下雨，明天晴。\n',
    'a\r\nb\nc\r',
    '<<: {a: 1}\n',
    '<<<<<<< ours\n=======\n>>>>>>> theirs\n',
    'id: a\n',
    'annotations:\n',
    'version: 1\n',
  ].flatMap(repeatedLines),
];
