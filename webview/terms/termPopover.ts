import type { ExplainedTerm, Origin } from '../../src/protocol/panelMessages';
import { element } from '../dom';
import type { Strings } from '../strings';
import { popoverPlace } from './popoverPlace';

/** How long the pointer rests on a term before its popover opens, and how long it may take from there to the popover. */
const OPEN_DELAY_MILLISECONDS = 300;
const CLOSE_DELAY_MILLISECONDS = 300;

type OpenedBy = 'pointer' | 'focus' | 'click';

/** What is open, and by what. */
interface Shown {
  readonly mark: HTMLElement;
  readonly by: OpenedBy;
}

/**
 * The definition of a term, shown beside it. It opens when the pointer rests on the term, when the term gets the keyboard's focus, and by a
 * click; it stays while pointer or focus are on either of the two, and Escape closes it. There is one for all terms of the page.
 */
export class TermPopover {
  readonly #strings: Strings;
  readonly #onOrigin: (origin: Origin) => void;
  readonly #terms = new WeakMap<HTMLElement, ExplainedTerm>();
  readonly #name = element('p', { class: 'term-name', id: 'term-name' });
  readonly #definition = element('div', { class: 'term-definition', id: 'term-definition' });
  readonly #from = element('p', { class: 'term-from' });
  /** In the top layer, where nothing cuts it off; in the page's order directly behind its term, so that Tab leads into it. */
  readonly #element = element('div', {
    class: 'term-popover',
    id: 'term-popover',
    popover: 'manual',
    role: 'group',
    'aria-labelledby': 'term-name',
  });
  #shown: Shown | undefined;
  #hovered: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReturningFocus = false;

  constructor(strings: Strings, onOrigin: (origin: Origin) => void) {
    this.#strings = strings;
    this.#onOrigin = onOrigin;
    this.#element.append(this.#name, this.#definition, this.#from);
    this.#followPointer(this.#element);
    this.#element.addEventListener('focusout', (event) => this.#onBlur(event));
    window.addEventListener('resize', () => this.#place());
    // Before the page's own keys: Escape closes one thing at a time.
    document.addEventListener('keydown', (event) => this.#onPageKey(event), { capture: true });
  }

  /** Makes an element on the page the place of a term, a button for its definition. */
  watch(mark: HTMLElement, term: ExplainedTerm): void {
    this.#terms.set(mark, term);
    mark.setAttribute('aria-expanded', 'false');
    this.#followPointer(mark);
    mark.addEventListener('focus', () => {
      if (!this.#isReturningFocus && mark.matches(':focus-visible')) this.#open(mark, 'focus');
    });
    mark.addEventListener('blur', (event) => this.#onBlur(event));
    mark.addEventListener('click', ({ detail }) => this.#onClick(mark, detail === 0));
    mark.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      if (!event.repeat) this.#onClick(mark, true);
    });
  }

  /** Shows another explanation of a term from now on. */
  update(mark: HTMLElement, term: ExplainedTerm): void {
    this.#terms.set(mark, term);
    if (this.#shown?.mark !== mark) return;
    this.#fill(term);
    this.#place();
  }

  /** The term is about to leave the page. */
  forget(mark: HTMLElement): void {
    if (this.#shown?.mark === mark) this.close();
    if (this.#hovered === mark) this.#hovered = undefined;
  }

  /** Closes what is open; without effect where nothing is. */
  close(): void {
    clearTimeout(this.#timer);
    const mark = this.#shown?.mark;
    if (!mark) return;
    const hadFocus = this.#element.contains(document.activeElement);
    this.#shown = undefined;
    mark.setAttribute('aria-expanded', 'false');
    mark.removeAttribute('aria-describedby');
    mark.removeAttribute('aria-controls');
    this.#element.remove();
    // What leaves the page under the pointer is not told that the pointer has left.
    if (this.#hovered === this.#element) this.#hovered = undefined;
    if (!hadFocus || !mark.isConnected) return;
    this.#isReturningFocus = true;
    mark.focus();
    this.#isReturningFocus = false;
  }

  #open(mark: HTMLElement, by: OpenedBy): void {
    clearTimeout(this.#timer);
    if (this.#shown?.mark !== mark) this.close();
    const term = this.#terms.get(mark);
    if (!term || !mark.isConnected) return;
    const isNew = this.#shown === undefined;
    this.#shown = { mark, by };
    if (!isNew) return;
    this.#fill(term);
    mark.after(this.#element);
    this.#element.showPopover();
    this.#place();
    mark.setAttribute('aria-expanded', 'true');
    mark.setAttribute('aria-describedby', this.#definition.id);
    mark.setAttribute('aria-controls', this.#element.id);
  }

  #fill({ name, html, from, origin }: ExplainedTerm): void {
    this.#name.textContent = name;
    // From the host, which leaves nothing in it that runs, loads or leads anywhere.
    this.#definition.innerHTML = html;
    this.#from.replaceChildren(`${this.#strings.terms.from} `, origin ? this.#link(from, origin) : from);
  }

  #link(title: string, origin: Origin): HTMLElement {
    const hint = this.#strings.terms.openHint(title);
    const link = element('button', { class: 'link-button', type: 'button', title: hint }, title);
    link.addEventListener('click', () => this.#onOrigin(origin));
    return link;
  }

  /** Puts the popover beside its term. It scrolls with the page. */
  #place(): void {
    const rects = this.#shown?.mark.getClientRects() ?? [];
    const [first, last] = [rects[0], rects[rects.length - 1]];
    if (!first || !last) return;
    const { style, offsetWidth: width } = this.#element;
    style.removeProperty('height');
    const { clientWidth, clientHeight } = document.documentElement;
    const { left, right, top } = first;
    const wanted = { width, height: this.#element.offsetHeight };
    const seen = { width: clientWidth, height: clientHeight };
    const place = popoverPlace({ left, right, top, bottom: last.bottom }, wanted, seen);
    style.left = `${place.left + window.scrollX}px`;
    style.top = `${place.top + window.scrollY}px`;
    if (place.height < wanted.height) style.height = `${place.height}px`;
    const isScrolled = this.#element.scrollHeight > this.#element.clientHeight;
    this.#element.tabIndex = isScrolled ? 0 : -1;
  }

  #followPointer(target: HTMLElement): void {
    target.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType === 'touch') return;
      this.#hovered = target;
      clearTimeout(this.#timer);
      if (target === this.#element || this.#shown?.mark === target) return;
      this.#timer = setTimeout(() => this.#open(target, 'pointer'), OPEN_DELAY_MILLISECONDS);
    });
    target.addEventListener('pointerleave', () => {
      if (this.#hovered === target) this.#hovered = undefined;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#closeUnlessNeeded(), CLOSE_DELAY_MILLISECONDS);
    });
  }

  /** `isToggle`: from the keyboard or a screen reader, where one that is open can only be meant to close. */
  #onClick(mark: HTMLElement, isToggle: boolean): void {
    const isOpen = this.#shown?.mark === mark;
    if (isOpen && (isToggle || this.#shown?.by === 'click')) this.close();
    else this.#open(mark, 'click');
  }

  #onBlur({ relatedTarget }: FocusEvent): void {
    if (!this.#has(relatedTarget) && !this.#has(this.#hovered)) this.close();
  }

  #onPageKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#shown) return;
    event.stopPropagation();
    event.preventDefault();
    this.close();
  }

  #closeUnlessNeeded(): void {
    if (!this.#has(this.#hovered) && !this.#has(document.activeElement)) this.close();
  }

  /** Whether something belongs to what is open. */
  #has(target: EventTarget | null | undefined): boolean {
    if (!(target instanceof Node)) return false;
    return this.#element.contains(target) || this.#shown?.mark.contains(target) === true;
  }
}
