import * as vscode from 'vscode';

interface Entry {
  readonly type: vscode.FileType;
  readonly mtime: number;
  readonly contents: Uint8Array;
}

/** A file system that is no disk and brings no search, as those of many extensions: folders and files in memory. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #entries = new Map<string, Entry>([['/', folderEntry()]]);
  readonly #didChange = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#didChange.event;

  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { type, mtime, contents } = this.#entry(uri);
    return { type, mtime, ctime: 0, size: contents.length };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.#entry(uri);
    const start = uri.path === '/' ? '/' : `${uri.path}/`;
    return [...this.#entries]
      .filter(([path]) => path !== '/' && path.startsWith(start) && !path.slice(start.length).includes('/'))
      .map(([path, { type }]) => [path.slice(start.length), type]);
  }

  createDirectory(uri: vscode.Uri): void {
    this.#set(uri, folderEntry());
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const { type, contents } = this.#entry(uri);
    if (type !== vscode.FileType.File) throw vscode.FileSystemError.FileIsADirectory(uri);
    return contents;
  }

  writeFile(uri: vscode.Uri, contents: Uint8Array): void {
    const parent = vscode.Uri.joinPath(uri, '..');
    if (!this.#entries.has(parent.path)) this.createDirectory(parent);
    this.#set(uri, { type: vscode.FileType.File, mtime: Date.now(), contents });
  }

  delete(uri: vscode.Uri): void {
    for (const path of this.#below(uri)) this.#entries.delete(path);
    this.#didChange.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    for (const path of this.#below(from)) {
      const entry = this.#entries.get(path) as Entry;
      this.#entries.delete(path);
      this.#entries.set(to.path + path.slice(from.path.length), entry);
    }
    this.#didChange.fire([
      { type: vscode.FileChangeType.Deleted, uri: from },
      { type: vscode.FileChangeType.Created, uri: to },
    ]);
  }

  #below({ path }: vscode.Uri): readonly string[] {
    return [...this.#entries.keys()].filter((other) => other === path || other.startsWith(`${path}/`));
  }

  #entry(uri: vscode.Uri): Entry {
    const entry = this.#entries.get(uri.path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  #set(uri: vscode.Uri, entry: Entry): void {
    const type = this.#entries.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#entries.set(uri.path, entry);
    this.#didChange.fire([{ type, uri }]);
  }
}

function folderEntry(): Entry {
  return { type: vscode.FileType.Directory, mtime: 0, contents: new Uint8Array() };
}
