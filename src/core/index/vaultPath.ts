import { joinPath, normalizeLinkPath } from './linkResolver';

/** Devices of Windows, which stand in every folder, whatever follows behind a dot. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** What no file system takes, or Windows takes for something else: a drive or a stream (`:`), and ends that it drops. */
const unsafe = /[:\p{Cc}]|[. ]$/u;

/** Whether a name means the same file or folder on every system. */
export function isPlainName(name: string): boolean {
  return name !== '' && !unsafe.test(name) && !device.test(name);
}

/**
 * A path as a setting or a file of the vault writes it, relative to the vault and without `.`, `..` and slashes at its ends; `''` is the
 * vault itself. Slashes in front count from the vault. `undefined` for a path that leads out of the vault, or elsewhere on some system.
 */
export function vaultPath(written: string): string | undefined {
  const parts = normalizeLinkPath(written)
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (!parts.every((part) => part === '..' || isPlainName(part))) return undefined;
  return parts.length === 0 ? '' : joinPath('', parts.join('/'));
}

/** Whether a path is a folder or below it. Both are absolute, and as the system itself writes them. */
export function isBelow(folder: string, path: string): boolean {
  const separator = folder.startsWith('/') ? '/' : '\\';
  return path === folder || path.startsWith(folder.endsWith(separator) ? folder : folder + separator);
}
