import * as vscode from 'vscode';
import { commandIds } from './commands';
import type { Vault } from './vault';
import type { Vaults } from './vaults';

/** Readings that are shorter are not worth a word, in milliseconds. */
const showAfter = 300;

/** How often the numbers change, in milliseconds. */
const refreshAfter = 200;

/** The views that fill while a vault is read. */
const viewIds = ['lectureLab.glossary', 'lectureLab.backlinks'];

/** What `package.json` asks for, to say in empty views why they are. */
const readingKey = 'lectureLab.isReading';

/**
 * Says in the status bar how far the reading of vaults has come, with the log behind a click, and that the views are not complete yet. Does
 * nothing between readings.
 */
export function registerReadingStatus(vaults: Vaults, log: vscode.LogOutputChannel): vscode.Disposable {
  const status = new ReadingStatus();
  return vscode.Disposable.from(
    status,
    vaults.onDidBeginReading(({ vault, isDone }) => void status.follow(vault, isDone)),
    vscode.commands.registerCommand(commandIds.showLog, () => log.show()),
  );
}

class ReadingStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('lectureLab.reading', vscode.StatusBarAlignment.Left);
  readonly #vaults = new Set<Vault>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#item.name = vscode.l10n.t('Lecture Lab: reading notes');
    this.#item.tooltip = vscode.l10n.t(
      'Lecture Lab reads the notes of the vault. Links and terms are complete when it is done. Click for the log.',
    );
    this.#item.command = commandIds.showLog;
  }

  /** @param isDone settles when the vault is read, or cannot be. */
  async follow(vault: Vault, isDone: Promise<void>): Promise<void> {
    if (this.#vaults.size === 0) this.#begin();
    this.#vaults.add(vault);
    for (const viewId of viewIds) void vscode.window.withProgress({ location: { viewId } }, () => isDone);
    await isDone;
    this.#vaults.delete(vault);
    if (this.#vaults.size === 0) this.#end();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#item.dispose();
  }

  #begin(): void {
    void vscode.commands.executeCommand('setContext', readingKey, true);
    this.#timer = setTimeout(() => this.#show(), showAfter);
  }

  #show(): void {
    this.#item.text = `$(loading~spin) ${this.#text()}`;
    this.#item.show();
    this.#timer = setTimeout(() => this.#show(), refreshAfter);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#item.hide();
    void vscode.commands.executeCommand('setContext', readingKey, false);
  }

  #text(): string {
    let [read, all] = [0, 0];
    for (const { progress } of this.#vaults) {
      read += progress.read;
      all += progress.all;
    }
    return all === 0
      ? vscode.l10n.t('Looking for notes…')
      : vscode.l10n.t('Reading notes: {0} of {1}', read, all);
  }
}
