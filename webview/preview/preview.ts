import { reviveFigures } from './figures';
import { FoldChoices } from './foldChoices';
import { Folds } from './folds';
import { ownSettings } from './previewSettings';
import { keepPlaceForDemos, returnToPlace } from './returnPlace';
import { reveal, revealLinked } from './reveal';
import { termPopovers } from './termPopovers';

// What a note as a page can do besides being read, in VS Code's preview and in an exported file. Without this script the page is complete.

const { source, fragment } = ownSettings();
const note = source ?? location.pathname;
const updateTerms = termPopovers();
const folds = new Folds(new FoldChoices(() => localStorage, note));
keepPlaceForDemos(note);
// After the terms, whose clicks lead nowhere else.
revealLinked();

/** VS Code's preview says neither in which language it is read nor what it is. */
function labelDocument(): void {
  const label = document.querySelector<HTMLElement>('.ll-page');
  if (!label) return;
  document.documentElement.lang = label.lang;
  document.title = label.title;
}

/** Can be called at any time: what is done already stays. */
function update(): void {
  labelDocument();
  updateTerms();
  folds.update();
  reviveFigures(document.body);
}

function start(): void {
  update();
  if (fragment) reveal(fragment);
  reveal(location.hash.slice(1))?.scrollIntoView();
  returnToPlace(note);
}

/** Runs something when the note's text is on the page: at once, or when VS Code's own script has put it there. */
function whenShown(run: () => void): void {
  const isShown = (): boolean => document.querySelector('.markdown-body') !== null;
  if (isShown()) {
    run();
    return;
  }
  const observer = new MutationObserver(() => {
    if (!isShown()) return;
    observer.disconnect();
    run();
  });
  observer.observe(document, { childList: true, subtree: true });
}

whenShown(start);
document.addEventListener('DOMContentLoaded', update);
// After every edit VS Code changes the page where it differs, and takes away what was added to its elements.
window.addEventListener('vscode.markdown.updateContent', update);
