// Makes the pages of the bench: node build.mjs FOLDER writes them to FOLDER. What npm installs is fetched only when
// package-lock.json changed.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2] ?? join(here, 'dist'));
const permitted = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC']);

install();
run(process.execPath, [join(here, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', here]);
const { build } = await import('esbuild');
const assets = join(folder, 'assets');
rmSync(folder, { recursive: true, force: true });
mkdirSync(assets, { recursive: true });
const result = await build({
  absWorkingDir: here,
  entryPoints: { bench: 'src/main.tsx' },
  outdir: assets,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  legalComments: 'none',
  metafile: true,
  charset: 'utf8',
  logLevel: 'warning',
});
copyFileSync(join(here, 'src', 'index.html'), join(folder, 'index.html'));
copyFileSync(join(here, 'src', 'icon.svg'), join(assets, 'icon.svg'));
writeFileSync(join(assets, 'LICENSES.txt'), licences(Object.keys(result.metafile.inputs)));

function install() {
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  const installed = join(here, 'node_modules', '.installed');
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
    run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts']);
    writeFileSync(installed, lock);
  }
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: here, stdio: 'inherit' });
  if (error || status !== 0) {
    console.error(
      error ? `${command} (Debian packages nodejs and npm) cannot be run: ${error.message}` : `${command} ended with ${status}.`,
    );
    process.exit(1);
  }
}

/** The licence of each package that stands in the bundle; one that is not permitted ends the build. */
function licences(inputs) {
  const packages = [...new Set(inputs.map(input => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]).filter(Boolean))].sort();
  return packages
    .map(name => {
      const home = join(here, 'node_modules', name);
      const { version, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
      const file = readdirSync(home).find(each => /^licen[cs]e/i.test(each));
      if (!permitted.has(license) || !file) {
        throw new Error(`The licence (${license}) of ${name} must be permitted, and its text be there.`);
      }
      return `${name} ${version} (${license})\n\n${readFileSync(join(home, file), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
