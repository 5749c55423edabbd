import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const archives = resolve(import.meta.dirname, '../../../shared/vaults');

/** Vaults that strangers wrote: archives in a folder `shared/vaults` beside the project; none elsewhere. */
export function realVaultArchives(): readonly string[] {
  return existsSync(archives) ? readdirSync(archives).filter((name) => name.endsWith('.tar.gz')) : [];
}

/** The files of a vault by path; the texts of notes, `''` for attachments. Hidden folders are left out. */
export function unpackVault(archive: string): Readonly<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'lecture-lab-vault-'));
  try {
    execFileSync('tar', ['xzf', join(archives, archive), '-C', folder, '--strip-components=1']);
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    const visible = paths.filter((path) => !/(?:^|\/)\./.test(path));
    return Object.fromEntries(
      visible.map((path) => [path, path.endsWith('.md') ? readFileSync(join(folder, path), 'utf8') : '']),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
