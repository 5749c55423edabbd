// The VS Code that a person has installed.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, toolFolder } from './project.mjs';
import { runToEnd } from './subprocess.mjs';
import { cleanWindow, writeSettingsOnce } from './vscodeSettings.mjs';

/** @returns {string | undefined} path of the `code` command; undefined where it is not there or could show no window */
export function findDesktopVscode() {
  // In a terminal of a remote VS Code, `code` is a small stand-in that takes no extension under development.
  if (process.env.VSCODE_IPC_HOOK_CLI || !hasDisplay()) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** Whether this machine can show a window to the person at it. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Opens a window of its own, with its own settings and no other extensions; the person's own windows stay as they are.
 * @param {string} code path of the command
 * @param {string} vault absolute
 * @param {string | undefined} note absolute
 * @returns {Promise<boolean>} whether the window was opened
 */
export async function openDesktopVscode(code, vault, note) {
  const userData = join(toolFolder, 'desktop');
  writeSettingsOnce(join(userData, 'User/settings.json'), cleanWindow);
  const args = [
    ...['--user-data-dir', userData, '--extensions-dir', join(userData, 'extensions')],
    `--extensionDevelopmentPath=${root}`,
    ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...['--new-window', vault],
    ...(note ? [note] : []),
  ];
  // Through a Windows shell, paths with blanks need quotes.
  const quoted = process.platform === 'win32' ? args.map((arg) => `"${arg}"`) : args;
  const { code: exitCode } = await runToEnd(process.platform === 'win32' ? `"${code}"` : code, quoted);
  return exitCode === 0;
}
