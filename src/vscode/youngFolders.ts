import * as vscode from 'vscode';

/** What `node:fs` gives for a folder that is watched. */
interface Watcher {
  close(): void;
}

/**
 * Follows folders that came while their vault was open, where the host is Node on Linux. There, VS Code's own watcher (Parcel's, one inotify
 * watch for each folder) watches a new folder, but not the folders that were in it by then: whatever a `git checkout` or a moved folder
 * brings stays without events below its first level. On other systems one watch covers a whole tree; in a browser nothing can be done.
 */
export class YoungFolders implements vscode.Disposable {
  /** By the path of their folder, as URIs write it. */
  readonly #watchers = new Map<string, Watcher>();
  readonly #report: (uri: vscode.Uri) => void;
  #isDisposed = false;

  /** `report` is called with a file or folder to which something has happened: it may be new, changed or gone. */
  constructor(report: (uri: vscode.Uri) => void) {
    this.#report = report;
  }

  /**
   * Watches a folder and all folders in it, through no symbolic links; whoever lists their files afterwards misses none. Never rejects for what is
   * gone or cannot be watched.
   */
  async follow(folder: vscode.Uri, isLeftOut: (folder: vscode.Uri) => boolean): Promise<void> {
    const { readdir } = await import('node:fs/promises');
    const { watch } = await import('node:fs');
    this.forget(folder);
    const queue = [folder];
    for (const at of queue) {
      if (this.#isDisposed) return;
      try {
        const watcher = watch(at.fsPath, { persistent: false }, (_, name) =>
          this.#report(name ? vscode.Uri.joinPath(at, name) : at),
        );
        // It ends with its folder.
        watcher.on('error', () => watcher.close());
        this.#watchers.set(at.path, watcher);
        for (const entry of await readdir(at.fsPath, { withFileTypes: true })) {
          const inner = vscode.Uri.joinPath(at, entry.name);
          if (entry.isDirectory() && !isLeftOut(inner)) queue.push(inner);
        }
      } catch {
        // Gone by now, locked, or one watch more than the system allows.
      }
    }
  }

  /** Lets go of a folder, and of all in it. */
  forget(folder: vscode.Uri): void {
    for (const [path, watcher] of this.#watchers) {
      if (path !== folder.path && !path.startsWith(`${folder.path}/`)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }
}
