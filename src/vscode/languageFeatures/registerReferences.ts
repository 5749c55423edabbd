import * as vscode from 'vscode';
import { referencesTo, referentAt } from '../../core/features/references';
import { toPosition, toVscodeRange } from '../convert';
import { noteSelector, type Vaults } from '../vaults';

/** How long Find All References waits for the vault to be read, in milliseconds. */
const longestWait = 10_000;

/** Find All References: every link to the note, heading or block at the cursor, or to the link's target; every use of a tag. */
export function registerReferences(vaults: Vaults): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(noteSelector, {
    provideReferences: async (document, position, { includeDeclaration }) => {
      const vault = vaults.vaultOf(document.uri);
      await vault.read(longestWait);
      const { index } = vault;
      const path = vault.pathOf(document.uri);
      const referent = referentAt(index, path, vault.noteOf(document), toPosition(position));
      if (!referent) return undefined;
      return referencesTo(index, referent, includeDeclaration).map(
        (location) => new vscode.Location(vault.uriOf(location.path), toVscodeRange(location.range)),
      );
    },
  });
}
