import { element } from '../dom';
import { popoverPlace } from './popoverPlace';

/** How long the pointer rests on a term before its popover opens, and how long it may take from there to the popover. */
const OPEN_DELAY_MILLISECONDS = 300;
const CLOSE_DELAY_MILLISECONDS = 300;

/** The parts of a popover, in reading order. Each may hold text and elements. */
export interface TermParts {
  readonly name: HTMLElement;
  readonly definition: HTMLElement;
  /** Where the definition is from. */
  readonly from: HTMLElement;
}

/** The terms of a page, and what is known about them. */
export interface TermPage {
  /** CSS selector of the marks: the elements that are the places of terms. Marks may come and go. */
  readonly marks: string;
  /** Replaces the contents of all parts with what explains a mark. `false` where the mark stands for nothing: then the parts stay. */
  readonly explain: (mark: HTMLElement, parts: TermParts) => boolean;
  /** Puts the popover on the page: directly behind the mark, or where the page lets it stay. */
  readonly attach: (popover: HTMLElement, mark: HTMLElement) => void;
}

function setReference(mark: HTMLElement, name: string, id: string | undefined): void {
  if (id === undefined) mark.removeAttribute(name);
  else mark.setAttribute(name, id);
}

type OpenedBy = 'pointer' | 'focus' | 'click';

/** What is open, and by what. */
interface Shown {
  readonly mark: HTMLElement;
  readonly by: OpenedBy;
}

/**
 * The definition of a term, shown beside it. It opens when the pointer rests on the term, when the term gets the keyboard's focus, and by a
 * click; it stays while pointer or focus are on either of the two, and Escape closes it. For the keyboard it comes directly after its term.
 * There is one for all terms of the page. It listens on the document, so that marks need nothing but `prepare`.
 */
export class TermPopover {
  readonly #page: TermPage;
  readonly #parts: TermParts = {
    name: element('p', { class: 'term-name', id: 'll-term-name' }),
    definition: element('div', { class: 'term-definition', id: 'll-term-definition' }),
    from: element('p', { class: 'term-from' }),
  };
  /** In the top layer, where nothing cuts it off. */
  readonly #element = element('div', {
    class: 'term-popover',
    id: 'll-term-popover',
    popover: 'manual',
    role: 'group',
    'aria-labelledby': 'll-term-name',
  });
  #shown: Shown | undefined;
  /** The mark that the pointer is on, or the popover. */
  #hovered: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReturningFocus = false;

  constructor(page: TermPage) {
    this.#page = page;
    this.#element.append(this.#parts.name, this.#parts.definition, this.#parts.from);
    window.addEventListener('resize', () => this.#place());
    document.addEventListener('pointerover', (event) => this.#onPointer(event));
    document.documentElement.addEventListener('pointerleave', () => this.#hover(undefined));
    document.addEventListener('focusin', ({ target }) => this.#onFocus(target));
    document.addEventListener('focusout', (event) => this.#onBlur(event));
    // Before the page's own listeners: Escape closes one thing at a time, and a click on a term is no other's.
    document.addEventListener('click', (event) => this.#onClick(event), { capture: true });
    document.addEventListener('keydown', (event) => this.#onKey(event), { capture: true });
  }

  /** Makes a mark a button for its definition. Can be called again, as when something has taken its attributes away. */
  prepare(mark: HTMLElement): void {
    const isOpen = this.#shown?.mark === mark;
    mark.setAttribute('role', 'button');
    mark.setAttribute('aria-expanded', String(isOpen));
    setReference(mark, 'aria-describedby', isOpen ? this.#parts.definition.id : undefined);
    setReference(mark, 'aria-controls', isOpen ? this.#element.id : undefined);
  }

  /** Marks stand for other things now, or have gone: brings what is open up to date. What has the focus is not replaced under it. */
  update(): void {
    const mark = this.#shown?.mark;
    if (!mark) return;
    const isMark = this.#markOf(mark) === mark;
    if (isMark && this.#element.contains(document.activeElement)) return;
    if (isMark && this.#page.explain(mark, this.#parts)) this.#place();
    else this.close();
  }

  /** The mark is about to leave the page. */
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
    if (this.#markOf(mark) === mark) this.prepare(mark);
    this.#element.remove();
    // What leaves the page under the pointer is not told that the pointer has left.
    if (this.#hovered === this.#element) this.#hovered = undefined;
    if (hadFocus && mark.isConnected) this.#returnFocus(mark);
  }

  #open(mark: HTMLElement, by: OpenedBy): void {
    clearTimeout(this.#timer);
    if (this.#shown?.mark !== mark) this.close();
    const isNew = this.#shown === undefined;
    if (!mark.isConnected || (isNew && !this.#page.explain(mark, this.#parts))) return;
    this.#shown = { mark, by };
    if (!isNew) return;
    this.#page.attach(this.#element, mark);
    this.#element.showPopover();
    this.#place();
    this.prepare(mark);
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

  #onPointer({ target, pointerType }: PointerEvent): void {
    if (pointerType !== 'touch') this.#hover(this.#isInside(target) ? this.#element : this.#markOf(target));
  }

  #hover(target: HTMLElement | undefined): void {
    if (target === this.#hovered) return;
    this.#hovered = target;
    clearTimeout(this.#timer);
    if (!target) this.#timer = setTimeout(() => this.#closeUnlessNeeded(), CLOSE_DELAY_MILLISECONDS);
    if (!target || this.#has(target)) return;
    this.#timer = setTimeout(() => this.#open(target, 'pointer'), OPEN_DELAY_MILLISECONDS);
  }

  #onFocus(target: EventTarget | null): void {
    const mark = this.#markOf(target);
    if (mark && !this.#isReturningFocus && mark.matches(':focus-visible')) this.#open(mark, 'focus');
  }

  #onBlur({ target, relatedTarget }: FocusEvent): void {
    if (this.#has(target) && !this.#has(relatedTarget) && !this.#has(this.#hovered)) this.close();
  }

  #onClick({ target, detail }: MouseEvent): void {
    const mark = this.#markOf(target);
    // No `detail`: from a screen reader.
    if (mark) this.#press(mark, detail === 0);
    else if (!this.#isInside(target)) this.close();
  }

  /** `isToggle`: from the keyboard or a screen reader, where one that is open can only be meant to close. */
  #press(mark: HTMLElement, isToggle: boolean): void {
    const isOpen = this.#shown?.mark === mark;
    if (isOpen && (isToggle || this.#shown?.by === 'click')) this.close();
    else this.#open(mark, 'click');
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#onEscape(event);
    else if (event.key === 'Tab') this.#onTab(event);
    else if (event.key === 'Enter' || event.key === ' ') this.#onEnter(event);
  }

  #onEscape(event: KeyboardEvent): void {
    if (!this.#shown) return;
    event.stopPropagation();
    event.preventDefault();
    this.close();
  }

  #onEnter(event: KeyboardEvent): void {
    const mark = this.#markOf(event.target);
    if (!mark) return;
    event.preventDefault();
    if (!event.repeat) this.#press(mark, true);
  }

  /** Wherever the popover is on the page: from the term Tab leads into it, and from its end to what comes after the term. */
  #onTab(event: KeyboardEvent): void {
    const mark = this.#shown?.mark;
    if (!mark || event.ctrlKey || event.altKey || event.metaKey) return;
    const stops = this.#stops();
    const isFromMark = event.target === mark;
    const end = event.shiftKey ? stops[0] : stops.at(-1);
    const isFromEnd = event.target === (end ?? this.#element);
    if (isFromMark && !event.shiftKey && stops[0]) {
      event.preventDefault();
      stops[0].focus();
    } else if (isFromEnd && event.shiftKey) {
      event.preventDefault();
      this.#returnFocus(mark);
    } else if (isFromEnd) {
      // The browser goes on from the term.
      this.close();
    }
  }

  /** What Tab stops at in the popover, in order. */
  #stops(): readonly HTMLElement[] {
    const inside = [
      ...this.#element.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex="0"]'),
    ].filter((stop) => stop.getClientRects().length > 0);
    return this.#element.tabIndex === 0 ? [this.#element, ...inside] : inside;
  }

  #returnFocus(mark: HTMLElement): void {
    this.#isReturningFocus = true;
    mark.focus();
    this.#isReturningFocus = false;
  }

  #closeUnlessNeeded(): void {
    if (!this.#has(this.#hovered) && !this.#has(document.activeElement)) this.close();
  }

  /** The mark that something is in; `undefined` where it is in none. */
  #markOf(target: EventTarget | null): HTMLElement | undefined {
    const mark = target instanceof Element ? target.closest<HTMLElement>(this.#page.marks) : null;
    return mark?.isConnected ? mark : undefined;
  }

  #isInside(target: EventTarget | null | undefined): boolean {
    return target instanceof Node && this.#element.contains(target);
  }

  /** Whether something belongs to what is open. */
  #has(target: EventTarget | null | undefined): boolean {
    if (this.#isInside(target)) return true;
    return target instanceof Node && this.#shown?.mark.contains(target) === true;
  }
}
