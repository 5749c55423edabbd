import { type TermParts, TermPopover } from '../terms/termPopover';

const MARKS = 'a.ll-term';

/** What a copy of a definition must not have: ids are on a page once, and VS Code scrolls by elements that know their line. */
const PLACE_ATTRIBUTES = ['id', 'data-line'];

/** The definition at the page's foot that a mark leads to; `undefined` where there is none. */
function definitionOf(mark: Element): Element | undefined {
  const href = mark.getAttribute('href') ?? '';
  const entry = href.startsWith('#') ? document.getElementById(href.slice(1)) : null;
  return entry?.matches('.ll-term-entry') ? entry : undefined;
}

/** Copies of an element's contents, `''` for none. */
function contentsOf(source: Element | null): DocumentFragment | string {
  if (!source) return '';
  const range = document.createRange();
  range.selectNodeContents(source);
  const copy = range.cloneContents();
  for (const inner of copy.querySelectorAll('*')) {
    for (const name of PLACE_ATTRIBUTES) inner.removeAttribute(name);
    inner.classList.remove('code-line');
  }
  return copy;
}

function explain(mark: Element, { name, definition, from }: TermParts): boolean {
  const entry = definitionOf(mark);
  if (!entry) return false;
  name.replaceChildren(contentsOf(entry.querySelector(':scope > dt')));
  definition.replaceChildren(contentsOf(entry.querySelector(':scope > dd')));
  const source = definition.querySelector(':scope > .ll-term-from');
  from.replaceChildren(contentsOf(source));
  source?.remove();
  return true;
}

/** VS Code, or the browser, would jump to the definition that is shown already. */
function stayHere(event: Event): void {
  const mark = event.target instanceof Element ? event.target.closest(MARKS) : null;
  if (!mark || !definitionOf(mark)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Two clicks on a word select it; in the note's text VS Code opens the editor at its line. */
function keepDoubleClick(event: Event): void {
  if (event.target instanceof Element && event.target.closest('.term-popover')) event.stopPropagation();
}

/**
 * Shows the definitions of the page's terms beside the terms. Without it, terms are links to their definitions at the page's foot.
 * @returns brings terms that are new on the page, and what is open, up to date.
 */
export function termPopovers(): () => void {
  if (!('showPopover' in HTMLElement.prototype)) return () => undefined;
  // Outside of the note's text, from which VS Code removes what is not the note's.
  const attach = (popover: Element): void => document.body.append(popover);
  const popover = new TermPopover({ marks: MARKS, explain, attach });
  document.addEventListener('click', stayHere, { capture: true });
  document.addEventListener('dblclick', keepDoubleClick, { capture: true });
  return () => {
    for (const mark of document.querySelectorAll<HTMLElement>(MARKS)) {
      if (definitionOf(mark)) popover.prepare(mark);
    }
    popover.update();
  };
}
