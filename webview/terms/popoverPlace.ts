/** A place on what is seen of the page, in CSS pixels from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the term and its popover. */
const gap = 4;
/** Between the popover and the edge of what is seen. */
const margin = 8;
/** A popover is never made lower than this, in CSS pixels: three lines. */
const leastHeight = 72;

/**
 * Where a popover goes: below the term, or above it where only there is room, as high as there is room at most, and within the page.
 * @param size what the popover would like.
 * @param seen of the part of the page that is seen.
 */
export function popoverPlace(
  term: Box,
  size: Size,
  seen: Size,
): { readonly left: number; readonly top: number; readonly height: number } {
  const below = seen.height - term.bottom - gap - margin;
  const above = term.top - gap - margin;
  const isBelow = size.height <= below || below >= above;
  const height = Math.min(size.height, Math.max(leastHeight, isBelow ? below : above));
  const left = Math.max(margin, Math.min(term.left, seen.width - size.width - margin));
  return { left, top: isBelow ? term.bottom + gap : term.top - gap - height, height };
}
