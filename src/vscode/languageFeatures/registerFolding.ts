import * as vscode from 'vscode';
import { foldingsOf } from '../../core/features/foldings';
import { noteSelector, type Vaults } from '../vaults';

/** Callouts and comments fold. */
export function registerFolding(vaults: Vaults): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(noteSelector, {
    provideFoldingRanges: (document) =>
      foldingsOf(vaults.noteOf(document)).map(({ kind, first, end }) => {
        const rangeKind = kind === 'comment' ? vscode.FoldingRangeKind.Comment : undefined;
        return new vscode.FoldingRange(first, end - 1, rangeKind);
      }),
  });
}
