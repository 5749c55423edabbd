import * as vscode from 'vscode';
import { byPlace, type Location } from '../core/features/references';
import { MentionFinder } from '../core/features/unlinkedMentions';
import { dirname, noteName } from '../core/index/linkResolver';
import { parseNote } from '../core/notes/parseNote';
import { TextLines } from '../core/text';
import { toVscodeRange } from './convert';
import { Slices } from './slices';
import type { Vault } from './vault';
import { noteSelector, type Vaults } from './vaults';

/** Notes that are read at the same time in search of mentions. */
const batchSize = 32;

/** A place where the note is linked or named, with where in it a link leads. */
interface Mention extends Location {
  /** `#heading` or `#^block`; `undefined` for a link to the note itself, or no link. */
  readonly subpath: string | undefined;
}

type Item =
  | { readonly kind: 'group'; readonly group: 'links' | 'mentions' }
  | { readonly kind: 'note'; readonly path: string; readonly mentions: readonly Mention[] }
  | { readonly kind: 'line'; readonly mention: Mention; readonly line: string };

/** The view *Backlinks*: which notes link to the one in the editor, with the line, and which only name it. */
export function registerBacklinksView(vaults: Vaults): vscode.Disposable {
  const backlinks = new Backlinks(vaults);
  const view = vscode.window.createTreeView('lectureLab.backlinks', { treeDataProvider: backlinks });
  const show = (): void => {
    backlinks.show(vscode.window.activeTextEditor?.document);
    view.description = backlinks.title;
  };
  show();
  return vscode.Disposable.from(
    view,
    backlinks,
    vscode.window.onDidChangeActiveTextEditor(show),
    vaults.onDidChange(() => backlinks.refresh()),
  );
}

class Backlinks implements vscode.TreeDataProvider<Item>, vscode.Disposable {
  readonly #vaults: Vaults;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #shown: { readonly vault: Vault; readonly path: string } | undefined;
  /** Found by reading every note, so only when somebody looks, and once until something changes. */
  #mentions: Promise<readonly Mention[]> | undefined;

  constructor(vaults: Vaults) {
    this.#vaults = vaults;
  }

  /** The name of the note whose backlinks are shown; `''` for none. */
  get title(): string {
    return this.#shown ? noteName(this.#shown.path) : '';
  }

  /** Shows the backlinks of a note. Anything else leaves what is shown: an output panel or a picture has none. */
  show(document: vscode.TextDocument | undefined): void {
    if (!document || vscode.languages.match(noteSelector, document) === 0) return;
    const vault = this.#vaults.vaultOf(document.uri);
    this.#shown = { vault, path: vault.pathOf(document.uri) };
    this.refresh();
  }

  /** Asks anew. */
  refresh(): void {
    this.#mentions = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async getChildren(item?: Item): Promise<Item[]> {
    if (!this.#shown) return [];
    if (!item) {
      return [
        { kind: 'group', group: 'links' },
        { kind: 'group', group: 'mentions' },
      ];
    }
    if (item.kind === 'group')
      return groupedByNote(item.group === 'links' ? this.#links() : await this.#allMentions());
    return item.kind === 'note' ? linesOf(this.#shown.vault, item.path, item.mentions) : [];
  }

  getTreeItem(item: Item): vscode.TreeItem {
    switch (item.kind) {
      case 'group':
        return this.#groupItem(item.group);
      case 'note':
        return noteItem(item.path, item.mentions.length);
      case 'line':
        return this.#lineItem(item.mention, item.line);
    }
  }

  #groupItem(group: 'links' | 'mentions'): vscode.TreeItem {
    const isLinks = group === 'links';
    const label = isLinks ? vscode.l10n.t('Links') : vscode.l10n.t('Unlinked mentions');
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const treeItem = new vscode.TreeItem(label, isLinks ? Expanded : Collapsed);
    treeItem.id = `${this.#shown?.path}#${group}`;
    if (isLinks) treeItem.description = this.#countText();
    return treeItem;
  }

  #lineItem({ path, range, subpath }: Mention, line: string): vscode.TreeItem {
    const indent = line.length - line.trimStart().length;
    const start = range.start.column - indent;
    const end = range.end.line === range.start.line ? range.end.column - indent : line.trim().length;
    const treeItem = new vscode.TreeItem({ label: line.trim(), highlights: [[Math.max(0, start), end]] });
    if (subpath) treeItem.description = `→ #${subpath}`;
    treeItem.tooltip = line.trim();
    const label = vscode.l10n.t('{0}, in “{1}”, line {2}', line.trim(), noteName(path), range.start.line + 1);
    treeItem.accessibilityInformation = { label };
    const uri = this.#shown?.vault.uriOf(path);
    treeItem.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [uri, { selection: toVscodeRange(range), preview: true }],
    };
    return treeItem;
  }

  /** Until the vault is read, a number would be wrong. */
  #countText(): string {
    return this.#shown?.vault.isRead === false
      ? vscode.l10n.t('notes are being read…')
      : countText(this.#links());
  }

  #links(): readonly Mention[] {
    if (!this.#shown) return [];
    const { vault, path } = this.#shown;
    const links = vault.index.backlinks(path).filter(({ source }) => source !== path);
    return links.map(({ source, link }) => ({ path: source, range: link.range, subpath: link.subpath }));
  }

  #allMentions(): Promise<readonly Mention[]> {
    if (!this.#shown) return Promise.resolve([]);
    this.#mentions ??= findMentions(this.#shown.vault, this.#shown.path);
    return this.#mentions;
  }
}

/** Reads all notes but the one itself and those that Obsidian ignores. */
async function findMentions(vault: Vault, path: string): Promise<readonly Mention[]> {
  const { index } = vault;
  const finder = new MentionFinder([noteName(path), ...(index.note(path)?.properties.aliases ?? [])]);
  const others = [...index.notes()].filter(
    ([other, { kind }]) => other !== path && kind === 'note' && !vault.obsidian.ignored(other),
  );
  const slices = new Slices();
  const mentions: Mention[] = [];
  for (let first = 0; first < others.length; first += batchSize) {
    const batch = others.slice(first, first + batchSize);
    const texts = await Promise.all(batch.map(([other]) => vault.textOf(other)));
    for (const [at, text] of texts.entries()) {
      const other = batch[at]?.[0];
      if (text === undefined || other === undefined) continue;
      // The text may be newer than what the index knows.
      const ranges = finder.mayFind(text) ? finder.find(text, parseNote(text)) : [];
      mentions.push(...ranges.map((range) => ({ path: other, range, subpath: undefined })));
      await slices.pause();
    }
  }
  return mentions;
}

function groupedByNote(mentions: readonly Mention[]): Item[] {
  const byNote = new Map<string, Mention[]>();
  for (const mention of mentions.toSorted(byPlace)) {
    const ofNote = byNote.get(mention.path);
    if (ofNote) ofNote.push(mention);
    else byNote.set(mention.path, [mention]);
  }
  return Array.from(byNote, ([path, ofNote]) => ({ kind: 'note', path, mentions: ofNote }));
}

async function linesOf(vault: Vault, path: string, mentions: readonly Mention[]): Promise<Item[]> {
  const lines = new TextLines((await vault.textOf(path)) ?? '');
  return mentions.map((mention) => ({ kind: 'line', mention, line: lines.line(mention.range.start.line) }));
}

function noteItem(path: string, count: number): vscode.TreeItem {
  const treeItem = new vscode.TreeItem(noteName(path), vscode.TreeItemCollapsibleState.Expanded);
  treeItem.iconPath = vscode.ThemeIcon.File;
  treeItem.description = [String(count), dirname(path)].filter((part) => part !== '').join(' · ');
  treeItem.tooltip = path;
  treeItem.accessibilityInformation = { label: vscode.l10n.t('{0}, mentions: {1}', noteName(path), count) };
  return treeItem;
}

/** `12 in 5 notes`. */
function countText(mentions: readonly Mention[]): string {
  const notes = new Set(mentions.map(({ path }) => path)).size;
  if (notes === 0) return vscode.l10n.t('none');
  if (notes === 1) return vscode.l10n.t('{0} in 1 note', mentions.length);
  return vscode.l10n.t('{0} in {1} notes', mentions.length, notes);
}
