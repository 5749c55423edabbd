import * as vscode from 'vscode';
import { errorText } from '../core/errorText';
import { commandIds } from './commands';
import { did, openWalkthrough } from './firstSteps';
import { copySampleVault, type SampleVault } from './sampleVault';
import { settings } from './settings';

/** What is shown once the sample vault is open. */
export type NextShown = 'walkthrough' | 'term' | 'demo';

const nextCommands: Readonly<Record<Exclude<NextShown, 'walkthrough'>, string>> = {
  term: commandIds.showTerm,
  demo: commandIds.runFirstDemo,
};

/** The command's argument. All of it is optional. */
export interface SampleVaultOrder {
  /** The folder that gets the copy; without it the user is asked. */
  readonly parent?: vscode.Uri;
  /** `false` only makes the copy. */
  readonly open?: boolean;
  readonly next?: NextShown;
}

/** What the window that opens the vault finds: it is another one, or this one started anew. */
interface Arrival {
  readonly folder: string;
  readonly lecture: string;
  readonly next?: NextShown;
}

const arrivalKey = 'sampleVaultArrival';

/** Where the command copies from, and what it remembers. */
type Context = Pick<vscode.ExtensionContext, 'extensionUri' | 'globalState' | 'globalStorageUri'>;

/**
 * Registers the command that copies the sample vault to where the user wants it and opens it. It gives the copy's place, `undefined` where the
 * user gave up. A window that was opened so shows the lecture.
 */
export function registerSampleVaultCommand(context: Context): vscode.Disposable {
  void arrive(context);
  return vscode.commands.registerCommand(commandIds.openSampleVault, (given?: unknown) =>
    openSampleVault(context, toOrder(given)),
  );
}

/** Menus and other extensions may pass anything. */
function toOrder(given: unknown): SampleVaultOrder {
  const { parent, open, next } = (given ?? {}) as Partial<Record<keyof SampleVaultOrder, unknown>>;
  return {
    ...(parent instanceof vscode.Uri && { parent }),
    ...(open === false && { open }),
    ...((next === 'walkthrough' || next === 'term' || next === 'demo') && { next }),
  };
}

async function openSampleVault(context: Context, order: SampleVaultOrder): Promise<vscode.Uri | undefined> {
  const parent = order.parent ?? (await chooseParent(context));
  if (!parent) return undefined;
  try {
    const title = vscode.l10n.t('Copying the sample vault…');
    const copy = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      copySampleVault(context.extensionUri, parent, settings.displayLocale()),
    );
    if (order.open !== false) await open(context, copy, order.next);
    return copy.folder;
  } catch (error) {
    // Who names a folder is told in the way of programs.
    if (order.parent) throw error;
    return tellFailure(context, order, parent, errorText(error));
  }
}

/** Where no disk can be chosen from, VS Code's own storage in the browser takes the vault. */
async function chooseParent({ globalStorageUri }: Context): Promise<vscode.Uri | undefined> {
  if (!hasDisk()) return globalStorageUri;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    title: vscode.l10n.t('Where shall the sample vault go? It gets a folder of its own.'),
    openLabel: vscode.l10n.t('Copy Here'),
  });
  return chosen?.[0];
}

function hasDisk(): boolean {
  const { env, UIKind, workspace } = vscode;
  const isLocal = env.uiKind === UIKind.Desktop || env.remoteName !== undefined;
  return isLocal || workspace.fs.isWritableFileSystem('file') === true;
}

async function open(context: Context, { folder, lecture }: SampleVault, next?: NextShown): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const arrival = { folder: folder.toString(), lecture: lecture.toString(), ...(next && { next }) };
  if (folders.some(({ uri }) => uri.toString() === arrival.folder)) return show(arrival);
  await context.globalState.update(arrivalKey, arrival);
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: folders.length > 0 });
}

/** Shows the lecture where this window was opened for it, once. */
async function arrive({ globalState }: Context): Promise<void> {
  const arrival = globalState.get<Arrival>(arrivalKey);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (!arrival || !folders.some(({ uri }) => uri.toString() === arrival.folder)) return;
  await globalState.update(arrivalKey, undefined);
  await show(arrival);
}

async function show({ lecture, next }: Arrival): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(lecture), { preview: false });
  did('openSampleVault');
  if (next === undefined) return;
  await openWalkthrough(true);
  if (next !== 'walkthrough') await vscode.commands.executeCommand(nextCommands[next]);
}

async function tellFailure(
  context: Context,
  order: SampleVaultOrder,
  parent: vscode.Uri,
  reason: string,
): Promise<vscode.Uri | undefined> {
  const again = vscode.l10n.t('Choose Another Folder');
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      'The sample vault cannot be copied to {0}: {1} Choose a folder that you may write to.',
      parent.fsPath,
      reason,
    ),
    again,
  );
  return chosen === again ? openSampleVault(context, order) : undefined;
}
