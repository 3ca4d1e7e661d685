/**
 * `node stranger.cjs PATH`: a program that knows nothing of the lock. For each line that it is
 * sent, it reads the sidecar, adds an annotation at its end, takes its oldest one out, and renames
 * the result over the old file. Answers `done`, or `lost WHAT` if one of its annotations isn't
 * there any more.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { strangersBlock } from './operations';

/** So many of its annotations are in the file. */
const MOST = 8;

const [path = ''] = process.argv.slice(2);
const own: string[] = [];
let count = 0;

createInterface({ input: process.stdin }).on('line', () => {
  let text = readFileSync(path, 'utf8');
  const lost = own.filter((id) => !text.includes(strangersBlock(id)));
  const id = `stranger${count++}`;
  text += strangersBlock(id);
  own.push(id);
  if (own.length > MOST) text = text.replace(strangersBlock(own.shift() ?? ''), '');
  writeFileSync(`${path}.stranger`, text);
  renameSync(`${path}.stranger`, path);
  console.log(lost.length > 0 ? `lost ${lost.join(', ')}` : 'done');
});
