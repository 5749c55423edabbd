import { svgElement } from './dom';

/** Paths on a 16 × 16 raster. */
const paths = {
  play: 'M4 2.5v11l9-5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  stepForward: 'M4 3l7 5-7 5zM11.5 3H13v10h-1.5z',
  stepBack: 'M12 3L5 8l7 5zM3 3h1.5v10H3z',
  toStart: 'M2.5 3H4v10H2.5zM9 3L4.5 8 9 13zM14 3L9.5 8l4.5 5z',
  toEnd: 'M13.5 3H12v10h1.5zM7 3l4.5 5L7 13zM2 3l4.5 5L2 13z',
  reset: 'M8 3a5 5 0 1 1-4.6 3h1.7A3.5 3.5 0 1 0 8 4.5V7L4.5 3.75 8 .5z',
  undo: 'M6 2L2 6l4 4V7h4a2.5 2.5 0 0 1 0 5H5v1.5h5a4 4 0 0 0 0-8H6z',
  dice: 'M3 2h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zm.5 1.5v9h9v-9zM5.5 4.5a1 1 0 1 1 0 2 1 1 0 0 1 0-2zm5 5a1 1 0 1 1 0 2 1 1 0 0 1 0-2zM8 7a1 1 0 1 1 0 2 1 1 0 0 1 0-2z',
  previous: 'M10.4 3L5.4 8l5 5 1.1-1.1L7.6 8l3.9-3.9z',
  next: 'M5.6 3l5 5-5 5-1.1-1.1L8.4 8 4.5 4.1z',
  enlarge: 'M2 2h5v1.5H4.6l3 3-1.1 1.1-3-3V7H2zM14 14H9v-1.5h2.4l-3-3 1.1-1.1 3 3V9H14z',
  warning: 'M8 1.5L15 14H1zM8 4.6L3.5 12.5h9zM7.25 7h1.5v3h-1.5zM7.25 10.7h1.5V12h-1.5z',
  close: 'M4.1 3L8 6.9 11.9 3 13 4.1 9.1 8l3.9 3.9-1.1 1.1L8 9.1 4.1 13 3 11.9 6.9 8 3 4.1z',
} as const;

/** A picture on a button, in the colour of the text around it. */
export function createIcon(name: keyof typeof paths): SVGSVGElement {
  const shape = svgElement('path', { d: paths[name], 'fill-rule': 'evenodd' });
  return svgElement('svg', { viewBox: '0 0 16 16', class: 'icon' }, shape);
}
