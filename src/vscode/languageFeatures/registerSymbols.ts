import * as vscode from 'vscode';
import { findSymbols } from '../../core/features/symbols';
import { toVscodeRange } from '../convert';
import type { Vaults } from '../vaults';

/** How long Go to Symbol waits for the vaults to be read, in milliseconds: it asks again with every letter. */
const longestWait = 500;

/** Go to Symbol in Workspace: headings and definitions of all vaults. */
export function registerSymbols(vaults: Vaults): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    provideWorkspaceSymbols: async (query) => {
      const all = vaults.all();
      await Promise.all(all.map((vault) => vault.read(longestWait)));
      return all.flatMap((vault) =>
        findSymbols(vault.index, query, vault.obsidian.ignored).map(
          ({ kind, name, container, path, range }) => {
            const symbolKind = kind === 'heading' ? vscode.SymbolKind.String : vscode.SymbolKind.Key;
            const location = new vscode.Location(vault.uriOf(path), toVscodeRange(range));
            return new vscode.SymbolInformation(name, symbolKind, container, location);
          },
        ),
      );
    },
  });
}
