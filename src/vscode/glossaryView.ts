import * as vscode from 'vscode';
import {
  type GlossaryEntry,
  glossaryByNote,
  glossaryList,
  glossaryOfNote,
  type LetterGroup,
  type MissingTerm,
  missingTerms,
  type NoteGroup,
  otherNamesOf,
} from '../core/features/glossaryList';
import type { Definition } from '../core/index/glossary';
import { dirname, noteName } from '../core/index/linkResolver';
import type { Range } from '../core/text';
import { toVscodeRange } from './convert';
import type { Vault } from './vault';
import { noteSelector, type Vaults } from './vaults';

/** How long after a change the tree is made anew, in milliseconds: the vault tells of every pause in typing. */
const delayMilliseconds = 300;

/** More groups than these are folded: VS Code asks for the contents of each group that is open. */
const mostOpenGroups = 100;

/** In vaults with more notes than these it takes too long to look at every link whenever something changes. */
const mostNotesAtOnce = 1000;

/** What the view shows: all terms by initial, by the note that explains them, or those of the active note. */
type Mode = 'letters' | 'notes' | 'note';

const modes: readonly Mode[] = ['letters', 'notes', 'note'];

/** What `package.json` asks for, to show the buttons of the other modes. */
const modeKey = 'lectureLab.glossaryMode';

/** The title bar's buttons, as `package.json` declares them. */
const modeCommands: Readonly<Record<Mode, string>> = {
  letters: 'lectureLab.glossaryByLetter',
  notes: 'lectureLab.glossaryByNote',
  note: 'lectureLab.glossaryOfNote',
};

type Item =
  | { readonly kind: 'letter'; readonly group: LetterGroup }
  | { readonly kind: 'note'; readonly group: NoteGroup; readonly isOpen: boolean }
  | { readonly kind: 'entry'; readonly entry: GlossaryEntry }
  | { readonly kind: 'definition'; readonly definition: Definition }
  | { readonly kind: 'missing' }
  | { readonly kind: 'missing-term'; readonly term: MissingTerm };

/**
 * The view *Glossary*: what the vault of the active note explains, and what it only links.
 * @param memory keeps the mode for the next window.
 */
export function registerGlossaryView(vaults: Vaults, memory: vscode.Memento): vscode.Disposable {
  const glossary = new GlossaryTree(vaults, memory);
  const view = vscode.window.createTreeView('lectureLab.glossary', { treeDataProvider: glossary });
  const show = (): void => {
    glossary.show(vscode.window.activeTextEditor?.document);
    view.description = glossary.title;
  };
  const setMode = (mode: Mode): void => {
    glossary.setMode(mode);
    view.description = glossary.title;
  };
  show();
  return vscode.Disposable.from(
    view,
    glossary,
    vscode.window.onDidChangeActiveTextEditor(show),
    vaults.onDidChange((vault) => glossary.refreshSoon(vault)),
    ...modes.map((mode) => vscode.commands.registerCommand(modeCommands[mode], () => setMode(mode))),
  );
}

class GlossaryTree implements vscode.TreeDataProvider<Item>, vscode.Disposable {
  readonly #vaults: Vaults;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #mode: Mode;
  /** The note that was active last, and its vault. */
  #shown: { readonly vault: Vault; readonly path: string } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(vaults: Vaults, memory: vscode.Memento) {
    this.#vaults = vaults;
    this.#memory = memory;
    this.#mode = modes.find((mode) => mode === memory.get(modeKey)) ?? 'letters';
    void vscode.commands.executeCommand('setContext', modeKey, this.#mode);
  }

  /** The active note's name where only its terms are shown; else the folder's, where there are several. */
  get title(): string {
    if (this.#mode === 'note') return this.#shown ? noteName(this.#shown.path) : '';
    const folders = vscode.workspace.workspaceFolders ?? [];
    // Asked for while the window opens: a vault is not begun for a title that has nothing to say.
    if (folders.length < 2) return '';
    const root = this.#vault?.root.toString();
    return folders.find(({ uri }) => uri.toString() === root)?.name ?? '';
  }

  /** Shows the vault of a note. Anything else leaves what is shown: an output panel or a picture has none. */
  show(document: vscode.TextDocument | undefined): void {
    if (!document || vscode.languages.match(noteSelector, document) === 0) return;
    const before = this.#vault;
    const vault = this.#vaults.vaultOf(document.uri);
    this.#shown = { vault, path: vault.pathOf(document.uri) };
    if (this.#mode === 'note' || vault !== before) this.#changed.fire();
  }

  setMode(mode: Mode): void {
    this.#mode = mode;
    void this.#memory.update(modeKey, mode);
    void vscode.commands.executeCommand('setContext', modeKey, mode);
    this.#changed.fire();
  }

  /** Makes the tree anew once changes of a vault pause. VS Code asks for a hidden tree when it is seen again. */
  refreshSoon(vault: Vault): void {
    if (vault !== this.#vault) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), delayMilliseconds);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
  }

  getChildren(item?: Item): Item[] {
    const vault = this.#vault;
    if (!vault) return [];
    switch (item?.kind) {
      case undefined:
        return this.#roots(vault);
      case 'letter':
        return item.group.entries.map((entry) => ({ kind: 'entry', entry }));
      case 'note':
        return item.group.definitions.map((definition) => ({ kind: 'definition', definition }));
      case 'missing':
        return missingTerms(vault.index, ignoredIn(vault)).map((term) => ({ kind: 'missing-term', term }));
      default:
        return [];
    }
  }

  getTreeItem(item: Item): vscode.TreeItem {
    switch (item.kind) {
      case 'letter':
        return letterItem(item.group);
      case 'note':
        return noteItem(item.group, item.isOpen);
      case 'missing':
        return groupItem('missing', vscode.l10n.t('Linked, not defined'), false);
      case 'entry':
        return this.#entryItem(item.entry);
      case 'definition':
        return this.#definitionItem(item.definition);
      case 'missing-term':
        return this.#missingItem(item.term);
    }
  }

  /** Without a note, the first folder; reading it begins with this question. */
  get #vault(): Vault | undefined {
    return this.#shown?.vault ?? this.#vaults.all()[0];
  }

  #roots(vault: Vault): Item[] {
    const { index } = vault;
    const isIgnored = ignoredIn(vault);
    switch (this.#mode) {
      case 'letters': {
        const letters = glossaryList(index, isIgnored).map((group): Item => ({ kind: 'letter', group }));
        // In a large vault what is linked is looked for when the group is opened.
        const isLarge = letters.length > 0 && index.noteCount > mostNotesAtOnce;
        const mayMiss = isLarge || missingTerms(index, isIgnored).length > 0;
        return mayMiss ? [...letters, { kind: 'missing' }] : letters;
      }
      case 'notes': {
        const groups = glossaryByNote(index, isIgnored);
        const isOpen = groups.length <= mostOpenGroups;
        return groups.map((group) => ({ kind: 'note', group, isOpen }));
      }
      case 'note':
        return glossaryOfNote(index, this.#shown?.path ?? '').map((definition) => ({
          kind: 'definition',
          definition,
        }));
    }
  }

  #entryItem({ term, definition, furtherCount }: GlossaryEntry): vscode.TreeItem {
    const treeItem = this.#definitionItem(definition);
    treeItem.label = term;
    if (furtherCount > 0) {
      treeItem.description = `+${furtherCount}`;
      const label = vscode.l10n.t(
        '{0}, explained in “{1}”, further explanations: {2}',
        term,
        definition.noteTitle,
        furtherCount,
      );
      treeItem.accessibilityInformation = { label };
    }
    return treeItem;
  }

  #definitionItem(definition: Definition): vscode.TreeItem {
    const { term, path, range, noteTitle } = definition;
    const treeItem = new vscode.TreeItem(term);
    treeItem.id = `${path}#${term}`;
    treeItem.tooltip = [[term, ...otherNamesOf(definition)].join(', '), noteTitle].join('\n');
    treeItem.accessibilityInformation = { label: vscode.l10n.t('{0}, explained in “{1}”', term, noteTitle) };
    treeItem.command = this.#openCommand(path, range);
    return treeItem;
  }

  #missingItem({ name, count, first }: MissingTerm): vscode.TreeItem {
    const treeItem = new vscode.TreeItem(name);
    treeItem.id = `missing#${name}`;
    treeItem.description = String(count);
    treeItem.tooltip = vscode.l10n.t('Linked first in “{0}”', noteName(first.path));
    const spoken = vscode.l10n.t('{0}, links: {1}, first in “{2}”', name, count, noteName(first.path));
    treeItem.accessibilityInformation = { label: spoken };
    treeItem.command = this.#openCommand(first.path, first.link.range);
    return treeItem;
  }

  #openCommand(path: string, range: Range): vscode.Command {
    return {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [this.#vault?.uriOf(path), { selection: toVscodeRange(range), preview: true }],
    };
  }
}

function ignoredIn(vault: Vault): (path: string) => boolean {
  return (path) => vault.obsidian.ignored(path);
}

function groupItem(id: string, label: string, isOpen: boolean): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const treeItem = new vscode.TreeItem(label, isOpen ? Expanded : Collapsed);
  treeItem.id = `group#${id}`;
  return treeItem;
}

function letterItem({ letter, entries }: LetterGroup): vscode.TreeItem {
  const treeItem = groupItem(letter, letter, true);
  treeItem.accessibilityInformation = { label: vscode.l10n.t('{0}, terms: {1}', letter, entries.length) };
  return treeItem;
}

function noteItem({ path, definitions }: NoteGroup, isOpen: boolean): vscode.TreeItem {
  const treeItem = groupItem(path, noteName(path), isOpen);
  treeItem.iconPath = vscode.ThemeIcon.File;
  treeItem.description = [String(definitions.length), dirname(path)]
    .filter((part) => part !== '')
    .join(' · ');
  treeItem.tooltip = path;
  const label = vscode.l10n.t('{0}, terms: {1}', noteName(path), definitions.length);
  treeItem.accessibilityInformation = { label };
  return treeItem;
}
