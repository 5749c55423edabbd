import * as vscode from 'vscode';
import { draftMoves, type MoveDraft, movesOf } from '../../core/features/rename/moves';
import { isRefusal } from '../../core/features/rename/refusal';
import { type Move, notesToRead } from '../../core/features/rename/renamePlan';
import { refusalText, unreadVaultText } from '../renameTexts';
import { settings } from '../settings';
import type { Vault } from '../vault';
import { addTextEdits, type OwnRename, planInVault } from '../vaultRename';
import type { Vaults } from '../vaults';

/** How long a move waits until a vault is read, in milliseconds. VS Code itself gives up after a minute. */
const longestWait = 30_000;

/** The links of one vault that a move changes. */
interface VaultMoves {
  readonly vault: Vault;
  readonly draft: MoveDraft;
}

/** Files and folders that are renamed or moved in the explorer: the links to them, and in them, are kept right. Asks once for all. */
export function registerFileMoves(vaults: Vaults, ownRename: OwnRename): vscode.Disposable {
  return vscode.workspace.onWillRenameFiles((event) => {
    event.waitUntil(updateLinks(event.files, vaults, ownRename));
  });
}

async function updateLinks(
  files: vscode.FileWillRenameEvent['files'],
  vaults: Vaults,
  ownRename: OwnRename,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const concerned: VaultMoves[] = [];
  for (const [vault, moves] of movesByVault(files, vaults)) {
    await vault.read(longestWait);
    await vault.refresh(moves.map(({ from }) => vault.uriOf(from)));
    if (!vault.isRead) warn(unreadVaultText());
    else concerned.push(...(await draftIn(vault, moves, ownRename)));
  }
  for (const { vault, draft } of await confirmed(concerned)) {
    const rename = await planInVault(vault, draft);
    if (isRefusal(rename)) warn(refusalText(rename));
    else addTextEdits(edit, rename);
  }
  // Handed over to VS Code with the move, the edits would leave every note that links to the file open and unsaved.
  if (edit.size > 0) await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}

/** What is moved within each vault. Links cannot lead into another vault, so what is moved there is left alone. */
function movesByVault(
  files: vscode.FileWillRenameEvent['files'],
  vaults: Vaults,
): ReadonlyMap<Vault, readonly Move[]> {
  const byVault = new Map<Vault, Move[]>();
  for (const { oldUri, newUri } of files) {
    const folder = vscode.workspace.getWorkspaceFolder(oldUri);
    if (!folder || folder !== vscode.workspace.getWorkspaceFolder(newUri)) continue;
    if (settings.updateLinksOnFileMove(oldUri) === 'never') continue;
    const vault = vaults.vaultOf(oldUri);
    const moves = byVault.get(vault) ?? [];
    moves.push({ from: vault.pathOf(oldUri), to: vault.pathOf(newUri) });
    byVault.set(vault, moves);
  }
  return byVault;
}

/** The links that moves change; none when the moves are part of a rename that has edited its links itself. */
async function draftIn(
  vault: Vault,
  moves: readonly Move[],
  ownRename: OwnRename,
): Promise<readonly VaultMoves[]> {
  if (await ownRename.includes(vault, moves)) return [];
  const { index } = vault;
  const draft = draftMoves(
    index,
    moves.flatMap((move) => movesOf(index.files, move)),
  );
  if (draft.lostLinks > 0) {
    warn(vscode.l10n.t('Links that cannot name the new path: {0}', draft.lostLinks));
  }
  return draft.links.length > 0 ? [{ vault, draft }] : [];
}

/** Those whose links may be edited, by setting or by answer. */
async function confirmed(concerned: readonly VaultMoves[]): Promise<readonly VaultMoves[]> {
  const asked = concerned.filter(isAskedFor);
  const [first] = asked;
  if (!first || (await ask(asked, first.vault.root))) return concerned;
  return concerned.filter((moves) => !asked.includes(moves));
}

function isAskedFor({ vault }: VaultMoves): boolean {
  return settings.updateLinksOnFileMove(vault.root) === 'prompt';
}

async function ask(asked: readonly VaultMoves[], resource: vscode.Uri): Promise<boolean> {
  const yes = vscode.l10n.t('Yes');
  const always = vscode.l10n.t('Always');
  const never = vscode.l10n.t('Never');
  const no: vscode.MessageItem = { title: vscode.l10n.t('No'), isCloseAffordance: true };
  const items = [{ title: yes }, { title: always }, { title: never }, no];
  const options = { modal: true, detail: vscode.l10n.t('Otherwise they lead nowhere or to another file.') };
  const answer = await vscode.window.showInformationMessage(question(asked), options, ...items);
  if (answer?.title === always) await settings.setUpdateLinksOnFileMove('always', resource);
  if (answer?.title === never) await settings.setUpdateLinksOnFileMove('never', resource);
  return answer?.title === yes || answer?.title === always;
}

function question(asked: readonly VaultMoves[]): string {
  const links = asked.reduce((sum, { draft }) => sum + draft.links.length, 0);
  const notes = asked.flatMap(({ draft }) => notesToRead(draft));
  if (links === 1) return vscode.l10n.t('Update 1 link in the note “{0}”?', notes[0] ?? '');
  if (notes.length === 1) return vscode.l10n.t('Update {0} links in the note “{1}”?', links, notes[0] ?? '');
  return vscode.l10n.t('Update {0} links in {1} notes?', links, notes.length);
}

function warn(reason: string): void {
  void vscode.window.showWarningMessage(vscode.l10n.t('Not all links were updated. {0}', reason));
}
