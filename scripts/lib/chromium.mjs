// Finds a Chromium for the browser tests, or gets one.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './project.mjs';

/**
 * Flags for a headless Chromium whose WebGL 2 works without a graphics card (correct, slow) and that talks to nobody.
 * @type {readonly string[]}
 */
export const chromiumFlags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Flags for a Chromium that has no WebGL at all, in workers neither, as on a machine whose driver is blocked. */
export const chromiumFlagsWithoutWebgl = [
  ...chromiumFlags.filter((flag) => !/swiftshader|gpu/.test(flag)),
  '--disable-gpu',
  '--disable-software-rasterizer',
];

/** @returns {readonly string[]} where installers put Chromium or Chrome, most fitting first */
function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((dir) =>
      apps.map((app) => join(dir, app)),
    );
  }
  if (process.platform === 'win32') {
    const bases = [process.env.LOCALAPPDATA, process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']];
    const programs = ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe'];
    return bases.flatMap((base) => (base ? programs.map((program) => join(base, program)) : []));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/snap/bin',
    '/usr/lib/chromium',
  ];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @returns {readonly string[]} executables in Playwright's browser caches, whatever revision, newest first */
function playwrightPlaces() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    process.env.LOCALAPPDATA && join(process.env.LOCALAPPDATA, 'ms-playwright'),
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
  ];
  const executables = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
    ...['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].flatMap((folder) => [
      `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    ]),
  ];
  return caches.flatMap((cache) => {
    if (!cache || !existsSync(cache)) return [];
    const revisions = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
    revisions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
    return revisions.flatMap((revision) =>
      executables.map((executable) => join(cache, revision, executable)),
    );
  });
}

/**
 * Looks at CHROMIUM_PATH, the usual places of the platform and Playwright's caches, in this order.
 * @returns {string | undefined} path of the executable; undefined where there is none
 */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names "${chosen}", which does not exist.`);
    return chosen;
  }
  return [...usualPlaces(), ...playwrightPlaces()].find((path) => existsSync(path));
}

/**
 * Finds Chromium, else installs it: by apt on Debian as root, elsewhere by Playwright into its own cache.
 * @param {(line: string) => void} [log] told before a step that takes long
 * @returns {string} path of the executable
 */
export function ensureChromium(log = console.log) {
  const found = findChromium();
  if (found) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    log('Installing Chromium with apt-get (about a minute) …');
    const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0'];
    runLoudly('apt-get', ['update', ...quiet]);
    runLoudly('apt-get', ['install', '-y', '--no-install-recommends', ...quiet, 'chromium']);
  } else {
    log("Downloading Chromium into Playwright's cache …");
    runLoudly(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error('No Chromium found. Install Chromium or Chrome, or set CHROMIUM_PATH to its executable.');
}

/**
 * Runs an installer with its output shown; whether it worked is seen by what it leaves behind.
 * @param {string} command
 * @param {readonly string[]} args
 */
function runLoudly(command, args) {
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
