/** What was clicked when the page was left for a demo. */
interface LeftPlace {
  /** Tells the note from others. */
  readonly note: string;
  readonly href: string;
  /** Which of the links with that address. */
  readonly index: number;
  /** Of the link, from the top of what is seen, in CSS pixels. */
  readonly top: number;
  /** `Date.now()` when it was clicked. */
  readonly at: number;
}

const ITEM = 'lectureLab.place';
/** Whoever comes back later has been elsewhere. */
const LONGEST_ABSENCE_MILLISECONDS = 20_000;
/** VS Code scrolls its page itself, when all pictures have come. */
const HOLD_MILLISECONDS = 1500;

function links(): readonly HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a.ll-demo')];
}

function read(): LeftPlace | undefined {
  try {
    const kept = localStorage.getItem(ITEM);
    localStorage.removeItem(ITEM);
    return kept === null ? undefined : (JSON.parse(kept) as LeftPlace);
  } catch {
    return undefined;
  }
}

/**
 * Keeps the reader's place when a demo is started: VS Code takes the page away for a moment, and would bring it back at its top. The link
 * that was clicked stays where it was, though the page may be narrower.
 * @param note what tells the note from others.
 */
export function keepPlaceForDemos(note: string): void {
  const onClick = ({ target }: Event): void => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a.ll-demo') : null;
    const href = link?.getAttribute('href');
    if (!link || href === null || href === undefined) return;
    const index = links()
      .filter((other) => other.getAttribute('href') === href)
      .indexOf(link);
    const place: LeftPlace = { note, href, index, top: link.getBoundingClientRect().top, at: Date.now() };
    try {
      localStorage.setItem(ITEM, JSON.stringify(place));
    } catch {
      // Full, or forbidden: the page is read from its top.
    }
  };
  document.addEventListener('click', onClick, { capture: true });
}

/** Brings the reader back to the place that a demo was started from, if that was a moment ago. */
export function returnToPlace(note: string): void {
  const place = read();
  if (!place || place.note !== note || !(Date.now() - place.at < LONGEST_ABSENCE_MILLISECONDS)) return;
  const end = performance.now() + HOLD_MILLISECONDS;
  let isTaken = false;
  // The reader's own scrolling counts at once.
  for (const type of ['wheel', 'keydown', 'pointerdown']) {
    window.addEventListener(type, () => (isTaken = true), { once: true, capture: true });
  }
  const hold = (): void => {
    if (isTaken) return;
    const link = links().filter((other) => other.getAttribute('href') === place.href)[place.index];
    const offset = link ? link.getBoundingClientRect().top - place.top : 0;
    if (Math.abs(offset) > 1) window.scrollBy(0, offset);
    if (performance.now() < end) requestAnimationFrame(hold);
  };
  hold();
}
