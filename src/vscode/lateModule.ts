import * as vscode from 'vscode';

const loaded = new Map<string, Promise<unknown>>();

/**
 * Loads a bundle that is a file of its own where `require` finds no files: in an extension host without Node. Each runs once; one that
 * could not be read is asked for again the next time.
 * @param name of the file below `dist`, e.g. `exportNote.js`: CommonJS that requires nothing
 * @returns what it exports
 */
export function lateModule(name: string): Promise<unknown> {
  const known = loaded.get(name);
  if (known) return known;
  const loading = load(name);
  loaded.set(name, loading);
  loading.catch(() => loaded.delete(name));
  return loading;
}

async function load(name: string): Promise<unknown> {
  const extension = vscode.extensions.getExtension('lecture-lab.lecture-lab');
  if (!extension) throw new Error('VS Code does not know this extension.');
  const file = vscode.Uri.joinPath(extension.extensionUri, 'dist', name);
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const module = { exports: {} };
  // There is no `require`, and `import` takes no file of an extension.
  new Function('module', 'exports', source)(module, module.exports);
  return module.exports;
}
