import * as vscode from 'vscode';
import { writtenLink } from '../../core/features/linkWriting';
import {
  formerResult,
  insertedResult,
  keepsPicture,
  pictureNames,
  type ResultCallout,
  resultCallout,
} from '../../core/features/resultCallout';
import { basename } from '../../core/index/linkResolver';
import { attachmentFolderFor } from '../../core/index/obsidianSettings';
import { TextLines } from '../../core/text';
import type { ViewMessage } from '../../protocol/panelMessages';
import { toSettableOrder } from '../demoOrder';
import { checkHeld, isThere } from '../disk';
import type { SettableExperiment } from '../ownExperiments';
import { settings } from '../settings';
import type { Vault } from '../vault';
import type { Vaults } from '../vaults';
import { removeIfThere, writeWhole } from '../writeWhole';
import { checkExport } from './exportOrder';
import { refusalText } from './saveExport';
import {
  changedText,
  chooseWritingPlace,
  swallowedText,
  tellFailure,
  type WritingPlace,
  writeInto,
} from './writingPlace';

/** The learner wants a picture in the note, with what the run came to. */
export type InsertOrder = Extract<ViewMessage, { type: 'insertRequested' }>;

/** How long the vault is waited for, in milliseconds: how links are written depends on its files. */
const longestWait = 3000;

/**
 * Puts a picture into the vault's folder for attachments, and a callout with it and with what the run came to into the note that the lab
 * was opened from, as one edit; the note is not saved. Failures are told to the user.
 */
export async function insertResult(order: InsertOrder, vaults: Vaults): Promise<void> {
  try {
    const { experiment } = await toSettableOrder(order);
    const checked = checkExport(order);
    if ('refusal' in checked) throw new Error(refusalText(checked.refusal));
    const chosen = await chooseWritingPlace(order.origin);
    if (!chosen || !('document' in chosen)) return;
    await insertAt(chosen, order, experiment, checked.bytes, vaults);
    const title = order.figureTitle.trim();
    void vscode.window.showInformationMessage(vscode.l10n.t('Inserted into the note: {0}', title));
  } catch (error) {
    tellFailure(error);
  }
}

async function insertAt(
  { document, place }: WritingPlace,
  order: InsertOrder,
  experiment: SettableExperiment,
  contents: Uint8Array,
  vaults: Vaults,
): Promise<void> {
  const vault = vaults.vaultOf(document.uri);
  if (document.isUntitled)
    throw new Error(vscode.l10n.t('Save the note first, so that the picture has a place.'));
  await vault.read(longestWait);
  const { version } = document;
  const target = { note: vault.noteOf(document), lines: new TextLines(document.getText()) };
  const former = formerResult(target, place, experiment, order.fileName);
  const source = vault.pathOf(document.uri);
  const picture = await pictureFor(order, experiment, former, vault, source);
  await checkHeld(vault.root, vault.uriOf(picture));
  const callout = resultCallout(
    experiment,
    order,
    embedOf(vault, picture, source),
    settings.locale(document.uri),
  );
  const inserted = insertedResult(target, place, experiment, callout, former);
  if (!inserted) throw new Error(swallowedText());
  if (document.version !== version) throw new Error(changedText());
  // Not by the note's edit: with a file in it VS Code does not put the text into the open note.
  const file = vault.uriOf(picture);
  const isNew = !(await isThere(file));
  await writeWhole(file, contents);
  try {
    await writeInto(document, [inserted.edit], inserted.line);
  } catch (error) {
    // A picture that no note shows would only lie about.
    if (isNew) await removeIfThere(file);
    throw error;
  }
}

/** The file of the former picture, relative to the vault, where the new one is of the same settings, else one with a name of its own. */
async function pictureFor(
  { fileName, params, seed }: InsertOrder,
  experiment: SettableExperiment,
  former: ResultCallout | undefined,
  vault: Vault,
  source: string,
): Promise<string> {
  const folder = attachmentFolderFor(vault.obsidian, source);
  const inFolder = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  if (former && keepsPicture(former, experiment, { params, seed }, fileName)) {
    const known = vault.index.files.resolve(former.picture, source);
    // A picture that was just made may not be known yet.
    const path = known.status === 'found' ? known.path : inFolder(basename(former.picture));
    if (await isThere(vault.uriOf(path))) return path;
  }
  for (const name of pictureNames(fileName)) {
    const path = inFolder(name);
    if (!(await isThere(vault.uriOf(path)))) return path;
  }
  throw new Error(fileName);
}

/** What shows a picture in a note, as the vault writes links. */
function embedOf(vault: Vault, path: string, source: string): string {
  const files = vault.index.files.moved(new Map());
  files.add(path);
  const link = writtenLink(
    { files, settings: vault.obsidian, source },
    { path, subpath: undefined, shown: undefined },
  );
  return `!${link}`;
}
