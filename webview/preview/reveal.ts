/** The element that a fragment names, without its `#`; percent-encoded or not. */
function elementOf(fragment: string): Element | null {
  const element = document.getElementById(fragment);
  if (element) return element;
  try {
    return document.getElementById(decodeURIComponent(fragment));
  } catch {
    return null;
  }
}

/**
 * Opens all that a place of the page is folded away in.
 * @param fragment without `#`.
 * @returns the place, where it was hidden until now.
 */
export function reveal(fragment: string): Element | undefined {
  const place = elementOf(fragment);
  let isHidden = false;
  for (let fold = foldAround(place); fold; fold = foldAround(fold.parentElement)) {
    isHidden ||= !fold.open;
    fold.open = true;
  }
  return isHidden && place ? place : undefined;
}

function foldAround(element: Element | null): HTMLDetailsElement | null {
  return element?.closest('details') ?? null;
}

/** Makes links within the page lead to hidden places too: opens them before anybody scrolls there. */
export function revealLinked(): void {
  const onClick = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link && !event.defaultPrevented) reveal(link.getAttribute('href')?.slice(1) ?? '');
  };
  document.addEventListener('click', onClick, { capture: true });
}
