import * as vscode from 'vscode';
import { checkHeld, isThere } from './disk';
import { did } from './firstSteps';
import { settings } from './settings';
import { writeWhole } from './writeWhole';

/** Ids of experiments: what files are named, and what notes write. */
const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Asks for a name and makes an experiment of one's own from the template, with the types that explain its fields; opens it. */
export async function newExperiment(extensionUri: vscode.Uri): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const id = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('Name of the experiment: small letters, digits and hyphens'),
    value: 'my-experiment',
    validateInput: (name) =>
      idPattern.test(name)
        ? undefined
        : vscode.l10n.t('Small letters, digits and hyphens only, such as "{0}".', 'coin-toss'),
  });
  if (!id) return;
  const target = vscode.Uri.joinPath(folder, `${id}.experiment.js`);
  if (await isThere(target)) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('There is a file {0} already.', vscode.workspace.asRelativePath(target)),
    );
  } else {
    await write(extensionUri, folder, target, id);
  }
  await vscode.window.showTextDocument(target);
  did('writeExperiment');
}

async function write(
  extensionUri: vscode.Uri,
  folder: vscode.Uri,
  target: vscode.Uri,
  id: string,
): Promise<void> {
  const { fs } = vscode.workspace;
  const shipped = (name: string) =>
    fs.readFile(vscode.Uri.joinPath(extensionUri, 'media', 'own-experiment', name));
  const template = new TextDecoder().decode(await shipped(`template.${settings.locale(folder)}.js`));
  await checkHeld(vscode.workspace.getWorkspaceFolder(folder)?.uri ?? folder, folder);
  await fs.createDirectory(folder);
  await writeWhole(vscode.Uri.joinPath(folder, 'lecture-lab.d.ts'), await shipped('lecture-lab.d.ts'));
  await writeWhole(target, new TextEncoder().encode(template.replace("id: 'ID'", `id: '${id}'`)));
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const chosen = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  if (!chosen) {
    void offerFolder();
    return undefined;
  }
  return vscode.Uri.joinPath(chosen.uri, settings.experimentsFolder(chosen.uri));
}

async function offerFolder(): Promise<void> {
  const [folder, sample] = [vscode.l10n.t('Open Folder…'), vscode.l10n.t('Open Sample Vault')];
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Open the folder of your vault first: experiments are kept in it.'),
    folder,
    sample,
  );
  if (chosen === folder) await vscode.commands.executeCommand('vscode.openFolder');
  if (chosen === sample) await vscode.commands.executeCommand('lectureLab.openSampleVault');
}
