import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../..', name), 'utf8'));
const about = read('package.json') as {
  allowScripts: Record<string, boolean>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
};
const lock = read('package-lock.json') as {
  packages: Record<
    string,
    { integrity?: string; hasInstallScript?: boolean; dev?: boolean; optional?: boolean; inBundle?: boolean }
  >;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
/** Only macOS installs it, and npm never runs what it would have to. */
const harmless = new Set(['fsevents']);

test('packages that may run a script when they are installed are the listed ones', () => {
  const withScripts = packages.filter(([, it]) => it.hasInstallScript).map(([path]) => nameOf(path));
  const unlisted = withScripts.filter((name) => !about.allowScripts[name] && !harmless.has(name));
  expect(unlisted).toEqual([]);
  expect(Object.keys(about.allowScripts).filter((name) => !withScripts.includes(name))).toEqual([]);
});

test('every package that ships is locked to its content', () => {
  // The linters' builds for other platforms are not: docs/security.md.
  const shipped = packages.filter(([, { dev, optional }]) => !(dev && optional));
  const loose = shipped.filter(([, { integrity, inBundle }]) => !integrity && !inBundle);
  expect(loose.map(([path]) => path)).toEqual([]);
});

test('Kally’s direct dependencies have exact versions', () => {
  const asked = { ...about.dependencies, ...about.devDependencies, ...about.optionalDependencies };
  expect(Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual(
    [],
  );
});
