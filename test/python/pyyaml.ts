import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What PyYAML, a YAML 1.1 reader, makes of a text. */
export type Loaded = { readonly value: unknown } | { readonly error: string };

/** The path of a script in this folder. */
export function pythonScript(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Skips the test, with a line that says so, where there is no Python with PyYAML. */
export function needsPyYaml(test: Mocha.Context): void {
  if (spawnSync('python3', ['-c', 'import yaml']).status === 0) return;
  console.log('      skipped: there is no python3 with PyYAML here (pip install pyyaml)');
  test.skip();
}

/** Loads all `texts` in one Python process. */
export function loadWithPyYaml(texts: readonly string[]): Loaded[] {
  const { status, stdout, stderr } = spawnSync('python3', [pythonScript('load_yaml.py')], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`load_yaml.py: ${stderr}`);
  return JSON.parse(stdout) as Loaded[];
}
