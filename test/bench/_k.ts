import { register } from 'node:module';
const stub = new URL('vscode.mjs', import.meta.url).href;
register(`data:text/javascript,${encodeURIComponent(`export const resolve = (name, context, next) => (name === 'vscode' ? { url: ${JSON.stringify(stub)}, shortCircuit: true } : next(name, context));`)}`);
const { keystrokeRows } = await import('./live');
const { printTable } = await import('./measure');
console.log(printTable([...(await keystrokeRows(200e3, 1000, 2, { runs: 31, warmUp: 10 })), ...(await keystrokeRows(2e6, 10_000, 12, { runs: Number(process.argv[2] ?? 31), warmUp: 10 }))]));
