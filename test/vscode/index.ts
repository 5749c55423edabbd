import Mocha from 'mocha';
import * as vscode from 'vscode';
import { isInBrowser, say } from './kit';

/** A file beside the workspace file. The suite has no other way to who started it: in a browser there is neither disk nor environment. */
function besideWorkspace(name: string): vscode.Uri {
  const { workspaceFile } = vscode.workspace;
  if (!workspaceFile) throw new Error('The tests need a workspace file.');
  return vscode.Uri.joinPath(workspaceFile, '..', name);
}

/** What scripts/lib/inHostTests.mjs asks for. */
async function readOptions(): Promise<{ readonly grep?: string }> {
  const contents = await vscode.workspace.fs.readFile(besideWorkspace('options.json'));
  return JSON.parse(new TextDecoder().decode(contents));
}

/** A browser may read the workspace file only after its extension host has started: settles once the window has its folders. */
function foldersAreThere(): Promise<void> {
  return new Promise((resolve) => {
    const isThere = () => (vscode.workspace.workspaceFolders ?? []).length > 0;
    if (isThere()) return resolve();
    const listening = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      if (!isThere()) return;
      listening.dispose();
      resolve();
    });
  });
}

/** Mocha's lines come as a format, as `console.log` takes it. */
function formatted(format: unknown = '', ...values: readonly unknown[]): string {
  const rest = [...values];
  const text = String(format).replace(/%[sd]/g, (place) => (rest.length > 0 ? String(rest.shift()) : place));
  return [text, ...rest.map(String)].join(' ');
}

/**
 * Runs the suite inside VS Code's extension host, be it Node's or a browser's, and writes beside the workspace file how it went. Rejects
 * when a test failed.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 60_000, slow: 2000, color: false });
  await foldersAreThere();
  const { grep } = await readOptions();
  if (grep) mocha.grep(new RegExp(grep));
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => say(formatted(...parts));
  // Bundled files cannot be loaded by name: `describe` and `it` are made here, then the files are imported in order.
  mocha.suite.emit('pre-require', globalThis, 'index', mocha);
  await import('./activation.test');
  // Files are written by Node.
  if (!isInBrowser) await import('./reliability.test');
  if (!isInBrowser) await import('./vaultLife.test');
  await import('./codeLenses.test');
  await import('./hovers.test');
  await import('./links.test');
  await import('./rename.test');
  await import('./notes.test');
  await import('./completion.test');
  await import('./diagnostics.test');
  // A minute of parsing, which is the same everywhere.
  if (!isInBrowser) await import('./badNotes.test');
  await import('./glossary.test');
  await import('./lab.test');
  await import('./labTerms.test');
  await import('./demoBlock.test');
  await import('./writeBack.test');
  await import('./ownExperiments.test');
  await import('./preview.test');
  await import('./exportNote.test');
  await import('./firstSteps.test');
  await import('./multiRoot.test');
  await import('./virtualWorkspace.test');
  await import('./realNote.test');
  // Symbolic links are made by Node.
  if (!isInBrowser) await import('./security.test');

  const stats = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats as Mocha.Stats));
  });
  const report = JSON.stringify({
    passed: stats.passes,
    failed: stats.failures,
    kind: isInBrowser ? 'web' : 'workspace',
  });
  await vscode.workspace.fs.writeFile(besideWorkspace('report.json'), new TextEncoder().encode(report));
  if (stats.failures > 0) throw new Error(`${stats.failures} of the tests in VS Code failed.`);
}
