import { element } from './dom';

/** A table with a name, in a part of the page of its own that is scrolled by keyboard, too. `name` is plain text. */
export function createTable(name: string, ...parts: readonly HTMLElement[]): HTMLElement {
  const caption = element('caption', { class: 'visually-hidden' }, name);
  const area = { class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': name };
  return element('div', area, element('table', {}, caption, ...parts));
}
