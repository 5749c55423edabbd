import * as vscode from 'vscode';
import { glossaryEntries } from '../core/features/glossaryList';
import {
  fittingTerms,
  plainExcerpt,
  type ShippedEntry,
  type TermChoice,
  termChoices,
} from '../core/features/termChoices';
import type { Locale } from '../experiments/kit/localized';
import type { Vault } from './vault';

/** As many as anybody would look through; typing narrows down. */
const mostItems = 200;

/** Of a definition so much is shown below its name. */
const excerptLength = 100;

/** How often the list grows while the vault is being read, in milliseconds. */
const growEveryMilliseconds = 500;

/** What a quick pick of terms is for. */
export interface TermPickOptions {
  readonly placeholder: string;
  /** Behind each name; `undefined` for none. */
  readonly button: vscode.QuickInputButton | undefined;
}

/** What was picked, and whether by its button. */
export interface PickedTerm {
  readonly choice: TermChoice;
  readonly isByButton: boolean;
}

interface TermItem extends vscode.QuickPickItem {
  readonly choice: TermChoice;
}

/** Every name that can be looked up in a vault, as far as it is read, and in the shipped glossary. */
export async function allTermChoices(vault: Vault, locale: Locale): Promise<readonly TermChoice[]> {
  return termChoices(entriesOf(vault), await shippedEntries(locale));
}

/** Lets the user pick a term. Opens at once; the list grows while the vault is being read. */
export function pickTerm(
  vault: Vault,
  locale: Locale,
  { placeholder, button }: TermPickOptions,
): Promise<PickedTerm | undefined> {
  const pick = vscode.window.createQuickPick<TermItem>();
  pick.placeholder = placeholder;
  pick.busy = true;
  let choices: readonly TermChoice[] = [];
  const show = (): void => {
    const buttons = button ? [button] : [];
    pick.items = fittingTerms(choices, pick.value, mostItems).map((choice) => toItem(choice, buttons));
  };
  const grow = async (): Promise<void> => {
    const isLast = vault.isRead;
    choices = await allTermChoices(vault, locale);
    show();
    if (!isLast) return;
    pick.busy = false;
    clearInterval(timer);
  };
  const timer = setInterval(() => void grow(), growEveryMilliseconds);
  pick.onDidChangeValue(show);
  pick.show();
  void grow();
  return new Promise((resolve) => {
    pick.onDidTriggerItemButton(({ item: { choice } }) => settle({ choice, isByButton: true }));
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      settle(item && { choice: item.choice, isByButton: false });
    });
    pick.onDidHide(() => settle(undefined));
    function settle(picked: PickedTerm | undefined): void {
      clearInterval(timer);
      resolve(picked);
      pick.dispose();
    }
  });
}

function entriesOf(vault: Vault) {
  return glossaryEntries(vault.index, (path) => vault.obsidian.ignored(path));
}

async function shippedEntries(locale: Locale): Promise<readonly ShippedEntry[]> {
  const { namesOf, shippedGlossary } = await import('../glossary/shippedGlossary');
  return shippedGlossary.map((term) => ({
    id: term.id,
    names: namesOf(term, locale),
    definition: term.definition[locale],
  }));
}

function toItem(choice: TermChoice, buttons: readonly vscode.QuickInputButton[]): TermItem {
  const { name, head, target } = choice;
  const from = target.kind === 'vault' ? target.definition.noteTitle : 'Lecture Lab';
  return {
    label: name,
    description: [...(head === undefined ? [] : [`→ ${head}`]), from].join(' · '),
    ...(target.kind === 'shipped' && { detail: plainExcerpt(target.entry.definition, excerptLength) }),
    buttons,
    // What fits is decided; VS Code's own filter does not know umlauts.
    alwaysShow: true,
    choice,
  };
}
