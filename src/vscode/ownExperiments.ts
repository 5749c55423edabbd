import * as vscode from 'vscode';
import { basename } from '../core/index/linkResolver';
import { type CatalogEntry, findInCatalog } from '../experiments/catalog.gen';
import type { Params } from '../experiments/kit/params';
import type { PreparedOwn } from '../ownExperiments/prepareOwn';
import type { OwnReading } from '../ownExperiments/readOwn';
import type { OwnExperiment, OwnProblem } from '../protocol/ownExperiments';
import { diskOf } from './disk';
import { entriesOf } from './filesBelow';
import { diagnosticSource, settings } from './settings';

/** What the names of files with experiments end with. */
const suffix = '.experiment.js';

/** An experiment with what can be set of it. */
export type SettableExperiment = CatalogEntry & { readonly params: Params };

/** A file with an experiment, read but not run. */
interface OwnFile {
  readonly uri: vscode.Uri;
  /** Relative to its workspace folder. */
  readonly path: string;
  readonly reading: OwnReading;
}

/** The reader is a file of its own, loaded for the first experiment. */
async function reading(id: string, source: string, uri: vscode.Uri): Promise<OwnReading> {
  const { readOwn } = await import('../ownExperiments/readOwn');
  return readOwn(id, source, settings.locale(uri));
}

function idOf(uri: vscode.Uri): string {
  return basename(uri.path).slice(0, -suffix.length);
}

/**
 * The experiments that learners keep in their vaults, as files `<id>.experiment.js` in the folder that a setting names. They are read to
 * be listed; only the lab's worker runs them, and only in a workspace that is trusted.
 */
export class OwnExperiments implements vscode.Disposable {
  readonly #files = new Map<string, OwnFile>();
  readonly #didChange = new vscode.EventEmitter<string | undefined>();
  readonly #problems = vscode.languages.createDiagnosticCollection('lectureLab.experiments');
  readonly #disposables: vscode.Disposable[];
  #watchers: vscode.Disposable[] = [];
  #scan: Promise<void> | undefined;

  /** Fires with the id of an experiment whose file has changed, or with `undefined` when any may have. */
  readonly onDidChange = this.#didChange.event;

  constructor() {
    this.#disposables = [
      this.#didChange,
      this.#problems,
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#again()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#didChange.fire(undefined)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('lectureLab.experimentsFolder')) this.#again();
      }),
    ];
  }

  dispose(): void {
    for (const disposable of [...this.#disposables, ...this.#watchers]) disposable.dispose();
  }

  /** What is known so far, by id. The first question begins to look for files; `onDidChange` tells of those that are found. */
  entries(): readonly SettableExperiment[] {
    this.#scan ??= this.#readAll();
    return [...this.#files.values()].map(({ reading: { entry, params } }) => ({ ...entry, params }));
  }

  /** Resolves when all files are read. */
  async ready(): Promise<void> {
    this.#scan ??= this.#readAll();
    await this.#scan;
  }

  /** The experiment as the page gets it, or why it is not run; `undefined` where there is none of that id. */
  async experiment(id: string): Promise<OwnExperiment | undefined> {
    await this.ready();
    const file = this.#files.get(id);
    if (!file) return undefined;
    const { uri, path, reading } = file;
    const { prepared } = reading;
    const content =
      'code' in prepared && vscode.workspace.isTrusted ? prepared.code : { problems: problemsOf(prepared) };
    return { id, path, uri: uri.toString(), content };
  }

  #again(): void {
    this.#files.clear();
    this.#problems.clear();
    this.#scan = this.#readAll();
  }

  async #readAll(): Promise<void> {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = [];
    const places = (vscode.workspace.workspaceFolders ?? []).map(
      (folder) => [folder, settings.experimentsFolder(folder.uri)] as const,
    );
    this.#watchers = places.flatMap(([folder, path]) => [
      this.#watch(new vscode.RelativePattern(folder, `${path}/*${suffix}`)),
      this.#watchFolder(new vscode.RelativePattern(folder, path)),
    ]);
    const entries = await Promise.all(
      places.map(([{ uri }, path]) => entriesOf(vscode.Uri.joinPath(uri, path))),
    );
    const found = entries.flat().filter(({ name }) => name.endsWith(suffix));
    await Promise.all(found.map(({ uri }) => this.#read(uri)));
    if (this.#files.size > 0) this.#didChange.fire(undefined);
  }

  #watch(pattern: vscode.RelativePattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const reread = async (uri: vscode.Uri) => {
      await this.#read(uri);
      this.#didChange.fire(idOf(uri));
    };
    watcher.onDidCreate(reread);
    watcher.onDidChange(reread);
    watcher.onDidDelete((uri) => {
      this.#files.delete(idOf(uri));
      this.#problems.delete(uri);
      this.#didChange.fire(idOf(uri));
    });
    return watcher;
  }

  /** What is made together with its folder may be there before anybody watches the folder. */
  #watchFolder(pattern: vscode.RelativePattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, true);
    watcher.onDidCreate(async (folder) => {
      const found = (await entriesOf(folder)).filter(({ name }) => name.endsWith(suffix));
      await Promise.all(found.map(({ uri }) => this.#read(uri)));
      for (const { uri } of found) this.#didChange.fire(idOf(uri));
    });
    return watcher;
  }

  async #read(uri: vscode.Uri): Promise<void> {
    const path = vscode.workspace.asRelativePath(uri, false);
    const id = idOf(uri);
    try {
      const root = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
      const bytes = await diskOf(root).read(uri);
      if (!bytes) throw new Error('gone, or a link out of the vault');
      const read = await reading(id, new TextDecoder().decode(bytes), uri);
      this.#files.set(id, { uri, path, reading: read });
      const problems = 'problems' in read.prepared ? read.prepared.problems : [];
      this.#problems.set(uri, [...problems, ...takenName(id)].map(diagnosticOf));
    } catch {
      // Gone again before it was read.
      this.#files.delete(id);
    }
  }
}

function problemsOf(prepared: PreparedOwn): readonly OwnProblem[] {
  if ('problems' in prepared) return prepared.problems;
  return [
    {
      message: vscode.l10n.t(
        'This workspace is not trusted, so no code of it is run. Trust it (command "Workspaces: Manage Workspace Trust") to run this experiment.',
      ),
    },
  ];
}

/** A file named after an experiment that ships is never offered. */
function takenName(id: string): readonly OwnProblem[] {
  if (!findInCatalog(id)) return [];
  return [
    {
      message: vscode.l10n.t(
        '"{0}" is an experiment that comes with Lecture Lab. Give this file another name.',
        id,
      ),
    },
  ];
}

function diagnosticOf({ message, place = { line: 0, column: 0 } }: OwnProblem): vscode.Diagnostic {
  const start = new vscode.Position(place.line, place.column);
  const diagnostic = new vscode.Diagnostic(new vscode.Range(start, start), message);
  diagnostic.source = diagnosticSource;
  return diagnostic;
}
