import * as vscode from 'vscode';
import type { Note } from '../core/notes/note';
import { settings } from './settings';
import { Vault } from './vault';
import { VaultCache } from './vaultCache';

/** The documents that this extension reads. */
export const noteSelector: vscode.DocumentSelector = { language: 'markdown' };

/** Settings that decide what is read, and how. */
const readingSettings = [
  'lectureLab.glossaryNotes',
  'lectureLab.glossaryByNote',
  'lectureLab.glossaryExclude',
  'files.exclude',
];

/** A vault that is being read. */
export interface VaultReading {
  readonly vault: Vault;
  /** Settles when all is read, or when the reading has failed; never rejects. */
  readonly isDone: Promise<void>;
}

/** The vaults of this window: each workspace folder is its own; a note outside of all folders is a vault of one. */
export class Vaults implements vscode.Disposable {
  /** By the URI of their folder, see `vaultOf`. */
  readonly #vaults = new Map<string, Vault>();
  readonly #disposables: vscode.Disposable[];
  readonly #didChange = new vscode.EventEmitter<Vault>();
  readonly #didBeginReading = new vscode.EventEmitter<VaultReading>();
  readonly #context: Pick<vscode.ExtensionContext, 'storageUri' | 'extension'>;
  readonly #log: Pick<vscode.LogOutputChannel, 'info' | 'warn' | 'error'>;

  /** Fires when notes or files of a vault have changed; see `Vault.onDidChange`. */
  readonly onDidChange = this.#didChange.event;

  /** Fires when a folder is about to be read for the first time, or anew. */
  readonly onDidBeginReading = this.#didBeginReading.event;

  constructor(
    context: Pick<vscode.ExtensionContext, 'storageUri' | 'extension'>,
    log: Pick<vscode.LogOutputChannel, 'info' | 'warn' | 'error'>,
  ) {
    this.#context = context;
    this.#log = log;
    this.#disposables = [
      this.#didChange,
      this.#didBeginReading,
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isNote(document)) this.vaultOf(document.uri).didEdit(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (isNote(document)) void this.vaultOf(document.uri).close(document);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#followFolders()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (readingSettings.some((setting) => change.affectsConfiguration(setting))) this.#forgetAll();
      }),
    ];
    this.#takeUnsaved();
  }

  /** Editors that were left unsaved when the window was closed, or when their folder came or went. */
  #takeUnsaved(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (document.isDirty && isNote(document)) this.vaultOf(document.uri).didEdit(document);
    }
  }

  /** The vault that a file belongs to. Reading it begins with the first question. */
  vaultOf(uri: vscode.Uri): Vault {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const root = folder?.uri ?? vscode.Uri.joinPath(uri, '..');
    // A folder that is added later may be where notes outside of all folders were: it is a vault of its own.
    const key = folder ? root.toString() : `outside ${root.toString()}`;
    const known = this.#vaults.get(key);
    if (known) return known;
    const vault = new Vault(root, {
      glossary: settings.glossary(root),
      cache: folder && this.#cacheOf(folder),
      warn: (message) => this.#log.warn(message),
    });
    this.#vaults.set(key, vault);
    vault.onDidChange(() => this.#didChange.fire(vault));
    if (folder) this.#didBeginReading.fire({ vault, isDone: this.#watch(vault) });
    return vault;
  }

  async #watch(vault: Vault): Promise<void> {
    const begun = performance.now();
    try {
      await vault.watch();
      const milliseconds = Math.round(performance.now() - begun);
      this.#log.info(`Read ${vault.index.noteCount} notes of ${vault.root.path} in ${milliseconds} ms.`);
    } catch (error) {
      this.#log.error(`Reading ${vault.root.path} failed: ${String(error)}`);
    }
  }

  /** What an open note says at present. */
  noteOf(document: vscode.TextDocument): Note {
    return this.vaultOf(document.uri).noteOf(document);
  }

  /** The vaults of all workspace folders. Reading them begins with this question. */
  all(): readonly Vault[] {
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => this.vaultOf(uri));
  }

  /** Writes what is kept between windows. */
  async flush(): Promise<void> {
    await Promise.all([...this.#vaults.values()].map((vault) => vault.flush()));
  }

  dispose(): void {
    this.#forgetAll();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Each vault of the workspace has a folder of its own, named after its place. */
  #cacheOf({ uri }: vscode.WorkspaceFolder): VaultCache | undefined {
    const { storageUri, extension } = this.#context;
    if (!storageUri) return undefined;
    // What is no plain disk may have the same paths.
    const place = uri.scheme === 'file' ? '' : encodeURIComponent(`${uri.scheme}+${uri.authority}+`);
    const name = `${place}${encodeURIComponent(uri.path.replace(/^\//, '')).slice(-150)}`;
    const { version } = extension.packageJSON as { version: string };
    const warn = (message: string) => this.#log.warn(message);
    return new VaultCache(vscode.Uri.joinPath(storageUri, 'vaults', name), version, warn);
  }

  /** Only the vaults of folders that are still there are kept; notes outside of all folders may be in one now. */
  #followFolders(): void {
    const folders = new Set(vscode.workspace.workspaceFolders?.map(({ uri }) => uri.toString()));
    for (const [key, vault] of this.#vaults) {
      if (folders.has(key)) continue;
      vault.dispose();
      this.#vaults.delete(key);
    }
    this.#takeUnsaved();
  }

  #forgetAll(): void {
    for (const vault of this.#vaults.values()) vault.dispose();
    this.#vaults.clear();
  }
}

function isNote(document: vscode.TextDocument): boolean {
  return vscode.languages.match(noteSelector, document) > 0;
}
