import * as vscode from 'vscode';
import type { Diagnosis, LinkDiagnosis } from '../../core/features/diagnostics';
import { type QuickFix, quickFixes } from '../../core/features/quickFixes';
import { TextLines } from '../../core/text';
import { toVscodeRange } from '../convert';
import { diagnosticSource } from '../settings';
import type { Vault } from '../vault';
import { noteSelector, type Vaults } from '../vaults';
import { diagnosesOf } from './registerDiagnostics';

/** Quick fixes for links that lead nowhere, or not clearly to one file. */
export function registerQuickFixes(vaults: Vaults): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    noteSelector,
    { provideCodeActions: (document, range, context) => codeActions(document, range, context, vaults) },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
  vaults: Vaults,
): vscode.CodeAction[] {
  const vault = vaults.vaultOf(document.uri);
  if (!vault.isRead) return [];
  const context = {
    index: vault.index,
    settings: vault.obsidian,
    path: vault.pathOf(document.uri),
    lines: new TextLines(document.getText()),
  };
  return diagnosesOf(document, vault)
    .filter(isAboutLink)
    .filter((diagnosis) => toVscodeRange(diagnosis.range).intersection(range) !== undefined)
    .flatMap((diagnosis) =>
      quickFixes(diagnosis, context).map((fix, index) => {
        const action = toAction(fix, vault, document);
        action.diagnostics = diagnostics.filter((shown) => isShownAs(diagnosis, shown));
        action.isPreferred = index === 0 && diagnosis.code !== 'ambiguous-link';
        return action;
      }),
    );
}

function isAboutLink(diagnosis: Diagnosis): diagnosis is LinkDiagnosis {
  return 'link' in diagnosis;
}

function isShownAs({ code, range }: Diagnosis, shown: vscode.Diagnostic): boolean {
  return (
    shown.source === diagnosticSource && shown.code === code && shown.range.isEqual(toVscodeRange(range))
  );
}

function toAction(fix: QuickFix, vault: Vault, document: vscode.TextDocument): vscode.CodeAction {
  const action = new vscode.CodeAction(titleOf(fix), vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  if (fix.kind === 'create-note') {
    const contents = new TextEncoder().encode(fix.text);
    action.edit.createFile(vault.uriOf(fix.path), { ignoreIfExists: true, contents });
    return action;
  }
  for (const { range, newText } of fix.edits)
    action.edit.replace(document.uri, toVscodeRange(range), newText);
  return action;
}

function titleOf(fix: QuickFix): string {
  switch (fix.kind) {
    case 'create-note':
      return vscode.l10n.t('Create the note “{0}”', fix.path);
    case 'did-you-mean':
      return vscode.l10n.t('Did you mean “{0}”?', fix.name);
    case 'pipe-alias':
      return vscode.l10n.t('Link to “{0}” and keep the text', fix.name);
    case 'qualify':
      return vscode.l10n.t('Link to “{0}”', fix.name);
  }
}
