import type { ExplainedTerm, HostMessage, Origin, ViewMessage } from '../../src/protocol/panelMessages';
import { element } from '../dom';
import type { Strings } from '../strings';
import { type Look, type Piece, passageText, piecesOf, placeIn } from './passagePieces';
import { type TermParts, TermPopover } from './termPopover';

/** What is a passage of its own. */
const BLOCKS = 'p, li, dt, dd, th, td';
/** What no term is marked in: formulas, code, and what can be clicked already. */
const GAPS = '.katex, math, code, a, button';

/** The texts that the host was asked about. */
interface Asked {
  readonly experimentId: string;
  readonly passages: readonly HTMLElement[];
}

function look(node: Node): Look<Node> {
  if (node instanceof Text) return { text: node.data };
  if (!(node instanceof HTMLElement)) return node instanceof Element ? 'gap' : { children: [] };
  if (node.matches('.term-popover')) return { children: [] };
  return node.matches(`${GAPS}, ${BLOCKS}`) ? 'gap' : { children: node.childNodes };
}

function pieces(passage: HTMLElement): readonly Piece<Node>[] {
  return [...passage.childNodes].flatMap((child) => piecesOf(child, look));
}

function passagesIn(root: HTMLElement): readonly HTMLElement[] {
  const inside = root.querySelectorAll<HTMLElement>(BLOCKS);
  return root.matches(BLOCKS) ? [root, ...inside] : [...inside];
}

/**
 * The terms in the page's texts that the learner's vault or the shipped glossary defines: asks the host for them, underlines each where the
 * host found it, and shows its definition.
 */
export class TermMarks {
  readonly #post: (message: ViewMessage) => void;
  readonly #strings: Strings;
  readonly #onOrigin: (origin: Origin) => void;
  readonly #popover: TermPopover;
  /** By the place in the passages. */
  readonly #marks = new Map<string, HTMLElement>();
  readonly #terms = new WeakMap<HTMLElement, ExplainedTerm>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: Asked | undefined;

  /** `onOrigin`: the learner wants to see the place of a definition. */
  constructor(post: (message: ViewMessage) => void, strings: Strings, onOrigin: (origin: Origin) => void) {
    this.#post = post;
    this.#strings = strings;
    this.#onOrigin = onOrigin;
    this.#popover = new TermPopover({
      marks: '.term',
      explain: (mark, parts) => this.#explain(mark, parts),
      attach: (popover, mark) => mark.after(popover),
    });
  }

  /**
   * Asks for the terms in the paragraphs and list items of `roots`, which may be some themselves, in reading order. The texts are read when
   * all that was put off until then is on the page. A question that was asked before is forgotten.
   * @param origin the note that the experiment was opened from.
   */
  collect(roots: readonly HTMLElement[], experimentId: string, origin: Origin | undefined): void {
    clearTimeout(this.#timer);
    this.#asked = undefined;
    this.#timer = setTimeout(() => this.#ask(roots, experimentId, origin));
  }

  /** Marks the terms of an answer, in place of those of the answer before. One to an older question is left alone. */
  receive({ experimentId, terms }: Extract<HostMessage, { type: 'terms' }>): void {
    if (experimentId !== this.#asked?.experimentId) return;
    const wanted = new Map<string, ExplainedTerm>();
    for (const term of terms) wanted.set(`${term.passage}:${term.start}:${term.end}`, term);
    this.#unmark((key, mark) => !mark.isConnected || !wanted.has(key));
    for (const [key, term] of wanted) {
      const known = this.#marks.get(key);
      if (known) this.#terms.set(known, term);
      else this.#mark(key, term);
    }
    this.#popover.update();
  }

  #ask(roots: readonly HTMLElement[], experimentId: string, origin: Origin | undefined): void {
    this.#unmark((_, mark) => !mark.isConnected);
    const passages = roots.flatMap(passagesIn);
    this.#asked = { experimentId, passages };
    if (passages.length === 0) return;
    const texts = passages.map((passage) => passageText(pieces(passage)));
    this.#post({
      type: 'termsRequested',
      experimentId,
      passages: texts,
      ...(origin && { origin }),
    });
  }

  #mark(key: string, term: ExplainedTerm): void {
    const passage = this.#asked?.passages[term.passage];
    const place = passage && placeIn(pieces(passage), term.start, term.end);
    if (!(place?.node instanceof Text)) return;
    const text = place.node.splitText(place.start);
    text.splitText(place.end - place.start);
    // No `button`: a browser breaks no line within one, so that the text would be set anew when the answer comes.
    const mark = element('span', { class: 'term', tabindex: '0' });
    text.replaceWith(mark);
    mark.append(text);
    this.#marks.set(key, mark);
    this.#terms.set(mark, term);
    this.#popover.prepare(mark);
  }

  #explain(mark: HTMLElement, { name, definition, from }: TermParts): boolean {
    const term = this.#terms.get(mark);
    if (!term) return false;
    name.textContent = term.name;
    // From the host, which leaves nothing in it that runs, loads or leads anywhere.
    definition.innerHTML = term.html;
    const place = term.origin ? this.#link(term.from, term.origin) : term.from;
    from.replaceChildren(`${this.#strings.terms.from} `, place);
    return true;
  }

  #link(title: string, origin: Origin): HTMLElement {
    const hint = this.#strings.terms.openHint(title);
    const link = element('button', { class: 'link-button', type: 'button', title: hint }, title);
    link.addEventListener('click', () => this.#onOrigin(origin));
    return link;
  }

  /** Makes marks plain text again. */
  #unmark(isGone: (key: string, mark: HTMLElement) => boolean): void {
    for (const [key, mark] of this.#marks) {
      if (!isGone(key, mark)) continue;
      this.#popover.forget(mark);
      this.#marks.delete(key);
      const parent = mark.parentElement;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
  }
}
