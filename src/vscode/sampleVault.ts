import * as vscode from 'vscode';
import type { Locale } from '../experiments/kit/localized';
import { isThere } from './disk';

/** A vault that ships with the extension. */
interface ShippedVault {
  /** Its folder below `media`. */
  readonly source: string;
  /** What its copy is called. */
  readonly name: string;
  /** The note that shows most, relative to the vault. */
  readonly lecture: string;
}

const shippedVaults: Readonly<Record<Locale, ShippedVault>> = {
  de: { source: 'sample-vault', name: 'Lecture Lab Beispiel-Vault', lecture: 'DLVC - VL 5.md' },
  en: {
    source: 'sample-vault-en',
    name: 'Lecture Lab Sample Vault',
    lecture: 'Lecture 5 - Regularization.md',
  },
};

/** A sample vault on the user's disk. */
export interface SampleVault {
  readonly folder: vscode.Uri;
  /** The note to begin with. */
  readonly lecture: vscode.Uri;
}

/** Whether a folder is a sample vault or a copy of one, by its name. */
export function isSampleVault(folder: vscode.Uri): boolean {
  const names = Object.values(shippedVaults).flatMap(({ source, name }) => [source, name]);
  return names.some((name) => folder.path.endsWith(`/${name}`));
}

/** The lecture of a sample vault that is open in this window; `undefined` for none. */
export async function openedLecture(): Promise<vscode.Uri | undefined> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    if (!isSampleVault(uri)) continue;
    for (const { lecture } of Object.values(shippedVaults)) {
      const note = vscode.Uri.joinPath(uri, lecture);
      if (await isThere(note)) return note;
    }
  }
  return undefined;
}

/**
 * Copies the sample vault into a folder of its own below `parent`, unless it is there. No file that is there is written. Rejects where the
 * place cannot be written to.
 * @param locale which one; the German one where there is no other.
 */
export async function copySampleVault(
  extensionUri: vscode.Uri,
  parent: vscode.Uri,
  locale: Locale,
): Promise<SampleVault> {
  const { vault, files } = await chooseVault(extensionUri, locale);
  const folder = vscode.Uri.joinPath(parent, vault.name);
  const lecture = vscode.Uri.joinPath(folder, vault.lecture);
  // Copied last: where it is there, so was the rest. What a reader has deleted since stays deleted.
  if (await isThere(lecture)) return { folder, lecture };
  const source = vscode.Uri.joinPath(extensionUri, 'media', vault.source);
  await vscode.workspace.fs.createDirectory(folder);
  for (const file of [...files.filter((other) => other !== vault.lecture), vault.lecture]) {
    await copyFile(vscode.Uri.joinPath(source, file), vscode.Uri.joinPath(folder, file));
  }
  return { folder, lecture };
}

/** Which files there are says a list from the build: on the web the folders of an extension cannot be read. */
async function chooseVault(
  extensionUri: vscode.Uri,
  locale: Locale,
): Promise<{ readonly vault: ShippedVault; readonly files: readonly string[] }> {
  const bytes = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(extensionUri, 'dist', 'sampleVaults.json'),
  );
  const lists = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<
    Record<string, readonly string[] | undefined>
  >;
  const wanted = shippedVaults[locale];
  const vault = lists[wanted.source]?.includes(wanted.lecture) ? wanted : shippedVaults.de;
  return { vault, files: lists[vault.source] ?? [] };
}

/** Reads and writes, because VS Code copies from no address of the web. */
async function copyFile(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  if (await isThere(to)) return;
  const contents = await vscode.workspace.fs.readFile(from);
  // Makes the folders above it as well.
  await vscode.workspace.fs.writeFile(to, contents);
}
