/**
 * Stands in for the `vscode` module where there is no VS Code: whatever is asked of it can be
 * called, constructed and gone through, holds nothing and does nothing.
 */
const nothing = new Proxy(function () {}, {
  get(_, key) {
    if (key === 'then') return undefined;
    if (key === Symbol.iterator) return () => [].values();
    if (key === Symbol.toPrimitive) return () => '';
    if (key === 'prototype') return Object.prototype;
    return nothing;
  },
  set: () => true,
  apply: () => nothing,
  construct: () => ({ dispose() {} }),
});

export class EventEmitter {
  event = () => nothing;
  fire() {}
  dispose() {}
}

export class Position {
  constructor(line, character) {
    this.line = line;
    this.character = character;
  }
}

export class Range {
  constructor(start, end) {
    this.start = start;
    this.end = end;
  }
}

const file = (path) => ({ scheme: 'file', path, fsPath: path });
export const Uri = { file, joinPath: ({ path }, ...parts) => file([path, ...parts].join('/')) };
export const EndOfLine = { LF: 1, CRLF: 2 };
export const l10n = { t: (message) => message, bundle: undefined };
export default nothing;
