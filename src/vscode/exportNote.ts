import * as vscode from 'vscode';
import { errorText } from '../core/errorText';
import { normalizeText } from '../core/grammar/normalize';
import { basename, isNotePath, noteName } from '../core/index/linkResolver';
import { showsLineBreaks } from '../core/page/lineBreaks';
import type { NotePage } from '../core/page/notePage';
import { pageTerms } from '../core/page/pageTerms';
import { type ExportAssets, type ShippedAssets, withFonts } from '../export/exportAssets';
import type { ExportedNote, ExportFiles, NoteToExport } from '../export/exportNote';
import { commandIds } from './commands';
import { diskOf } from './disk';
import { startFolder } from './experimentPanel/saveExport';
import type { MathMacros } from './mathMacros';
import { settings } from './settings';
import { type ShippedTerms, shippedGlossaryTitle, shippedTerms } from './shippedTerms';
import type { Vault } from './vault';
import type { Vaults } from './vaults';
import { writeWhole } from './writeWhole';

/** What notes are exported with. */
export interface ExportContext {
  readonly vaults: Vaults;
  readonly macros: MathMacros;
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

/** How long links may wait for a vault that is still being read, in milliseconds. */
const longestWait = 30_000;

/**
 * Registers the command that makes a note one HTML file. Its arguments are both optional: the note, as the explorer gives it (else the one
 * that is open or previewed), and the file to write (else the user is asked).
 */
export function registerExport(context: ExportContext): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.exportHtml, async (note?: unknown, file?: unknown) => {
    try {
      await exportHtml(context, note, file);
    } catch (error) {
      const reason = errorText(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('Nothing was saved: {0}', reason));
    }
  });
}

async function exportHtml(context: ExportContext, note: unknown, file: unknown): Promise<void> {
  const uri = note instanceof vscode.Uri ? note : activeNote();
  if (!uri) throw new Error(vscode.l10n.t('open the note that shall become a file.'));
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.languageId !== 'markdown')
    throw new Error(vscode.l10n.t('{0} is no note.', basename(uri.path)));
  // The explorer's second argument is all files that are chosen there.
  const target = file instanceof vscode.Uri ? file : await askWhere(document);
  if (!target) return;
  const title = vscode.l10n.t('Exporting {0}…', basename(uri.path));
  const { html, leftOut } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title },
    () => exported(context, document),
  );
  await writeWhole(target, new TextEncoder().encode(html));
  void tell(target, leftOut);
}

/** The note in the active editor, or in the active Markdown preview; `undefined` for none. */
function activeNote(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  const label = vscode.window.tabGroups.activeTabGroup.activeTab?.label;
  // A preview beside the editor does not say what it shows, but for its name.
  const shown =
    input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview')
      ? vscode.workspace.textDocuments.find(
          ({ languageId, uri }) => languageId === 'markdown' && label?.endsWith(basename(uri.path)),
        )
      : vscode.window.activeTextEditor?.document;
  return shown?.uri;
}

/** Where the file shall be; `undefined` where the user has changed his mind. */
async function askWhere({ uri }: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const name = `${noteName(uri.path)}.html`;
  const folder = startFolder(uri.toString());
  const target = await vscode.window.showSaveDialog({
    defaultUri: folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(name),
    filters: { HTML: ['html', 'htm'] },
  });
  // A slip must not cost a note.
  if (target && isNotePath(target.path))
    throw new Error(
      vscode.l10n.t('{0} would be a note. Choose a name that ends in .html.', basename(target.path)),
    );
  return target;
}

async function exported(context: ExportContext, document: vscode.TextDocument): Promise<ExportedNote> {
  const { vaults, macros, extensionUri, log } = context;
  const vault = vaults.vaultOf(document.uri);
  await vault.read(longestWait);
  const [{ exportNote }, assets, { preamble }, shipped] = await Promise.all([
    import('../export/exportNote'),
    readAssets(extensionUri),
    macros.of(vault),
    shippedTerms(),
  ]);
  const note = noteToExport(document, vault, preamble, shipped);
  const failed = (error: unknown): void => {
    log.error(`${note.path} was exported without what failed: ${String(error)}`);
  };
  return exportNote(note, { ...filesOf(vault), failed }, assets);
}

function noteToExport(
  document: vscode.TextDocument,
  vault: Vault,
  preamble: string,
  shipped: ShippedTerms,
): NoteToExport {
  const { uri } = document;
  const note = vault.noteOf(document);
  const { index } = vault;
  const path = vault.pathOf(uri);
  const locale = settings.locale(uri);
  const chosen = settings.preview(uri);
  const shippedTitle = shippedGlossaryTitle[locale];
  const termsWith = (textOf: NotePage['textOf']): NotePage['termsIn'] =>
    pageTerms({ index, shipped, shippedTitle, path, note, locale, textOf });
  return {
    ...{ path, text: normalizeText(document.getText()), note, index, locale, preamble },
    title: noteName(path),
    lineBreaks: showsLineBreaks(chosen.lineBreaks, vault.obsidian, note),
    figures: chosen.figures,
    termsWith: chosen.terms ? termsWith : undefined,
  };
}

function filesOf(vault: Vault): Pick<ExportFiles, 'textOf' | 'bytesOf'> {
  const disk = diskOf(vault.root);
  return {
    textOf: (path) => vault.textOf(path),
    bytesOf: (path) => disk.read(vault.uriOf(path)),
  };
}

/** Made by the build. */
async function readAssets(extensionUri: vscode.Uri): Promise<ExportAssets> {
  const read = (...path: readonly string[]): Thenable<Uint8Array> =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', ...path));
  const text = new TextDecoder().decode(await read('exportAssets.json'));
  return withFonts(JSON.parse(text) as ShippedAssets, (file) => read('webview', 'fonts', file));
}

async function tell(target: vscode.Uri, leftOut: readonly string[]): Promise<void> {
  const open = vscode.l10n.t('Open');
  const path = vscode.workspace.asRelativePath(target);
  const missing = leftOut.map(basename).join(', ');
  const answer =
    leftOut.length === 0
      ? await vscode.window.showInformationMessage(vscode.l10n.t('Saved as {0}', path), open)
      : await vscode.window.showWarningMessage(
          vscode.l10n.t(
            'Saved as {0}, without files that are larger than 20 MB or cannot be shown: {1}',
            path,
            missing,
          ),
          open,
        );
  if (answer === open) await openFile(target);
}

/** A browser of this machine sees this machine's files only. */
async function openFile(target: vscode.Uri): Promise<void> {
  const isHere = target.scheme === 'file' && !vscode.env.remoteName;
  if (isHere && vscode.env.uiKind === vscode.UIKind.Desktop) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('vscode.open', target);
}
