import { element } from '../dom';

/** The browser's own count of device pixels, which knows how a box falls on the screen's raster, unless it leaves the pixel ratio out: an emulated screen does. */
function devicePixels(counted: number, css: number): number {
  const expected = css * devicePixelRatio;
  return Math.abs(counted - expected) < 2 ? counted : Math.round(expected);
}

/** A canvas whose pixels are the screen's, at every zoom and pixel ratio, also when these change. */
export class CrispCanvas {
  readonly element: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #observer: ResizeObserver;

  /** `onDidResize` is called when the canvas was resized and thereby emptied. */
  constructor(attributes: Readonly<Record<string, string>>, onDidResize: () => void) {
    this.element = element('canvas', attributes);
    const context = this.element.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('This page has no canvas to draw on.');
    this.#context = context;
    this.#observer = new ResizeObserver(([entry]) => {
      const device = entry?.devicePixelContentBoxSize[0];
      const css = entry?.contentBoxSize[0];
      if (!device || !css) return;
      const width = devicePixels(device.inlineSize, css.inlineSize);
      if (this.#resize(width, devicePixels(device.blockSize, css.blockSize))) onDidResize();
    });
    this.#observer.observe(this.element, { box: 'device-pixel-content-box' });
  }

  /** Device pixels a CSS pixel. */
  get ratio(): number {
    return this.element.clientWidth === 0 ? 1 : this.element.width / this.element.clientWidth;
  }

  /** Size in device pixels; 0 while the canvas is not laid out. */
  get pixelWidth(): number {
    return this.#isLaidOut ? this.element.width : 0;
  }

  get pixelHeight(): number {
    return this.#isLaidOut ? this.element.height : 0;
  }

  /** Empties the canvas and gives its context, with coordinates in device pixels. */
  clear(): CanvasRenderingContext2D {
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    this.#context.clearRect(0, 0, this.element.width, this.element.height);
    return this.#context;
  }

  dispose(): void {
    this.#observer.disconnect();
  }

  #isLaidOut = false;

  #resize(width: number, height: number): boolean {
    if (width === 0 || height === 0) return false;
    if (this.#isLaidOut && width === this.element.width && height === this.element.height) return false;
    this.element.width = width;
    this.element.height = height;
    this.#isLaidOut = true;
    return true;
  }
}

/** A raster as a `data:` address of a PNG. */
export function pngAddress(image: ImageData): string {
  const canvas = element('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas.toDataURL('image/png');
}

/** A canvas that is not shown, for what is drawn once and used on every frame. */
export function createLayer(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(Math.max(1, width), Math.max(1, height)).getContext('2d', {
    willReadFrequently: true,
  });
  if (!context) throw new Error('This page has no canvas to draw on.');
  return context;
}
