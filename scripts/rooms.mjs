/**
 * The rooms of src and which of them each may import; lint holds the code to it. Arrows only go
 * down: a room stands below those it names. What is not named here is no room, and is refused.
 */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { builtinModules } from 'node:module';
import { ROOT } from './setup.mjs';

/** Everything pure. */
const CORE = [
  'core/text',
  'core/model',
  'core/dates',
  'core/yaml',
  'core/sidecar',
  'core/codebook',
  'core/anchoring',
  'core/merge',
  'core/placing',
  'core/corpus',
  'core/exchange',
  'core/network',
  'core/check',
  'core/rename',
  'core/attribution',
  'core/same',
  'core/reading',
  'core/proposals',
  'core/language',
  'core/debate',
];
const WORKSPACE = [
  'workspace/platform',
  'workspace/sidecars',
  'workspace/codebooks',
  'workspace/articles',
  'workspace/corpus',
  'workspace/annotations',
  'workspace/moves',
];
const IDS = 'contributions.ts';
/** What the two sides of a webview tell each other. */
const PROTOCOL = 'views/debate/protocol.ts';
const TEXTS = 'views/debate/texts.ts';

/** A room's path below src, and the rooms that it may import beside itself. */
const ROOMS = {
  'core/text': [],
  'core/model': ['core/text'],
  'core/dates': ['core/text', 'core/model'],
  'core/yaml': ['core/text', 'core/model'],
  'core/sidecar': ['core/text', 'core/model', 'core/yaml'],
  'core/codebook': ['core/text', 'core/model', 'core/yaml'],
  'core/anchoring': ['core/text'],
  'core/merge': ['core/text', 'core/model', 'core/yaml', 'core/sidecar'],
  'core/placing': ['core/text', 'core/model', 'core/sidecar', 'core/anchoring', 'core/merge'],
  'core/corpus': ['core/text', 'core/model', 'core/codebook', 'core/placing'],
  'core/exchange': [
    'core/text',
    'core/model',
    'core/yaml',
    'core/codebook',
    'core/placing',
    'core/corpus',
  ],
  'core/network': ['core/text', 'core/model', 'core/codebook', 'core/corpus'],
  'core/check': [
    'core/text',
    'core/model',
    'core/sidecar',
    'core/codebook',
    'core/merge',
    'core/placing',
  ],
  'core/attribution': ['core/text'],
  'core/rename': [
    'core/text',
    'core/model',
    'core/yaml',
    'core/sidecar',
    'core/codebook',
    'core/corpus',
  ],
  'core/same': ['core/text', 'core/model', 'core/anchoring', 'core/corpus'],
  'core/reading': ['core/text', 'core/model', 'core/dates', 'core/attribution', 'core/corpus'],
  'core/proposals': ['core/text', 'core/anchoring'],
  'core/debate': ['core/text', 'core/model', 'core/codebook', 'core/corpus', 'core/network'],
  'core/language': [
    'core/text',
    'core/model',
    'core/yaml',
    'core/sidecar',
    'core/codebook',
    'core/corpus',
  ],
  disk: CORE,
  cli: [...CORE, 'disk'],
  [IDS]: ['core/model'],
  'workspace/platform': [...CORE, 'disk', IDS],
  'workspace/sidecars': [...CORE, 'workspace/platform'],
  'workspace/codebooks': [...CORE, 'workspace/platform'],
  'workspace/articles': [...CORE, ...WORKSPACE.slice(0, 3)],
  'workspace/corpus': [...CORE, 'disk', ...WORKSPACE.slice(0, 4)],
  'workspace/annotations': [...CORE, ...WORKSPACE.slice(0, 5)],
  'workspace/moves': [...CORE, ...WORKSPACE.slice(0, 6)],
  ui: [...CORE, ...WORKSPACE, IDS],
  'features/services.ts': [...WORKSPACE, 'ui'],
  // Each of the folders in features; they don't import each other.
  'features/*': [...CORE, ...WORKSPACE, 'ui', IDS, 'features/services.ts', PROTOCOL, TEXTS],
  [PROTOCOL]: CORE,
  [TEXTS]: [...CORE, PROTOCOL],
  // The browser's side of webviews.
  views: [...CORE, PROTOCOL, TEXTS],
  'extension.ts': [...CORE, ...WORKSPACE, 'ui', IDS, 'features/*', 'features/services.ts'],
};

/** Rooms that are entered by their index.ts alone. */
const WITH_DOOR = new Set(['core/anchoring', 'core/attribution']);

/** Rooms and files that may use Node's own modules: all else runs in a browser too. */
const usesNode = (path) => path.endsWith('.node.ts') || path.startsWith('cli/');
/** Rooms that may know VS Code. */
const usesVSCode = (path) => /^(?:workspace|ui|features)\/|^extension\.ts$/.test(path);

const NODE = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));

/** The room that a file is in; undefined if it is in none. */
function roomOf(path) {
  return Object.keys(ROOMS).find((room) => {
    if (room.endsWith('.ts')) return path === room;
    if (room.endsWith('/*')) return new RegExp(`^${room.slice(0, -1)}[^/]+/`).test(path);
    return path.startsWith(`${room}/`);
  });
}

/** What is wrong with an import; undefined if nothing is. */
export function refuseImport(from, specifier) {
  const path = relative(join(ROOT, 'src'), from).split(sep).join('/');
  if (specifier === 'vscode')
    return usesVSCode(path) ? undefined : `${path} must not know VS Code.`;
  if (NODE.has(specifier))
    return usesNode(path) ? undefined : 'Only src/disk, src/cli and *.node.ts use Node.';
  if (!specifier.startsWith('.')) return undefined;
  const found = ['.ts', '/index.ts', '']
    .map((ending) => join(dirname(from), specifier + ending))
    .find((file) => existsSync(file) && statSync(file).isFile());
  if (found === undefined) return undefined; // the compiler says so
  const target = relative(join(ROOT, 'src'), found).split(sep).join('/');
  const [room, other] = [roomOf(path), roomOf(target)];
  if (room === undefined) return `${path} is in none of the rooms of scripts/rooms.mjs.`;
  if (other === undefined) return `${target} is in none of the rooms of scripts/rooms.mjs.`;
  const isSame =
    room === other && (room !== 'features/*' || path.split('/')[1] === target.split('/')[1]);
  if (isSame) return undefined;
  if (!ROOMS[room].includes(other)) return `${room} must not import ${other}: arrows go down only.`;
  if (WITH_DOOR.has(other) && !target.endsWith('/index.ts'))
    return `${other} is entered by its index.ts.`;
  return undefined;
}

/** The rule for ESLint. */
export const rooms = {
  rules: {
    direction: {
      create: (context) => {
        const check = (node) => {
          const message = node.source && refuseImport(context.filename, node.source.value);
          if (message) context.report({ node, message });
        };
        return { ImportDeclaration: check, ExportNamedDeclaration: check, ImportExpression: check };
      },
    },
  },
};
