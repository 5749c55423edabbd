import type { Frame, Setup } from '../../src/experiments/kit/experiment';
import type { DecisionMapsView } from '../../src/experiments/kit/views';
import { cssColor, mix, packColor, type Rgb } from '../color';
import { markerPath, type SeriesStyle, seriesStyles } from '../seriesStyle';
import type { Theme } from '../theme';
import { createLayer, pngAddress } from './canvas';
import { contourPath, contourSegments } from './contour';
import type { Plane } from './plane';

/** How much of a class's colour its certain area has; less than a point of that class, so that points stand out. */
const AREA_STRENGTH = 0.55;
/** Pixels a cell from which on the colours between cells are found the finer way. */
const FINE_FROM = 10;
/** Class 1 is as likely as class 0. */
const BOUNDARY = 127.5;

/** The class's sign: the second marker in the row is a square; a triangle is told from a circle at a glance, also when it is small. */
function classStyles(theme: Theme): readonly SeriesStyle[] {
  const [zero, other] = seriesStyles(theme, 2, 'categories');
  return zero && other ? [zero, { ...other, marker: 'triangle' }] : [];
}

/** Colour of each probability byte. */
function probabilityColors(theme: Theme, classes: readonly SeriesStyle[]): readonly Rgb[] {
  return Array.from({ length: 256 }, (_, byte) => {
    const certainty = Math.abs(byte - BOUNDARY) / BOUNDARY;
    const side = classes[byte < BOUNDARY ? 0 : 1]?.color ?? theme.foreground;
    return mix(theme.background, side, certainty * AREA_STRENGTH);
  });
}

/** Paints what classifiers say over a plane, at any size. */
export class MapPainter {
  readonly #view: DecisionMapsView<Setup, Frame>;
  readonly #raster: OffscreenCanvasRenderingContext2D;
  readonly #image: ImageData;
  /** The image's pixels, each as one number. */
  readonly #pixels: Uint32Array;
  #theme: Theme;
  #classes: readonly SeriesStyle[] = [];
  #colors: readonly Rgb[] = [];
  #packedColors = new Uint32Array(256);

  constructor(view: DecisionMapsView<Setup, Frame>, theme: Theme) {
    this.#view = view;
    this.#raster = createLayer(view.columns, view.rows);
    this.#image = new ImageData(view.columns, view.rows);
    this.#pixels = new Uint32Array(this.#image.data.buffer);
    this.#theme = theme;
    this.setTheme(theme);
  }

  /** Signs of class 0 and 1. */
  get classes(): readonly SeriesStyle[] {
    return this.#classes;
  }

  /** Colour of each probability byte. */
  get colors(): readonly Rgb[] {
    return this.#colors;
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#classes = classStyles(theme);
    this.#colors = probabilityColors(theme, this.#classes);
    this.#packedColors = Uint32Array.from(this.#colors, packColor);
  }

  /** A variant's probabilities as a picture of one pixel a cell; the next call draws over it. `maps`: `[variants, rows, columns]`. */
  raster(maps: Uint8Array, variant: number): OffscreenCanvas {
    this.#raster.putImageData(this.#fill(maps, variant), 0, 0);
    return this.#raster.canvas;
  }

  /** The same as the address of a PNG. */
  rasterAddress(maps: Uint8Array, variant: number): string {
    return pngAddress(this.#fill(maps, variant));
  }

  /** The boundary between the classes in cells, as `contourSegments` gives it. */
  boundary(maps: Uint8Array, variant: number): readonly number[] {
    const { rows, columns } = this.#view;
    return contourSegments(maps, rows, columns, [BOUNDARY], variant * rows * columns);
  }

  #fill(maps: Uint8Array, variant: number): ImageData {
    const cells = this.#pixels.length;
    for (let cell = 0; cell < cells; cell++) {
      this.#pixels[cell] = this.#packedColors[maps[variant * cells + cell] ?? 0] ?? 0;
    }
    return this.#image;
  }

  /** Paints a variant's probabilities and the boundary between the classes. `ratio`: device pixels a CSS pixel. */
  paint(
    context: CanvasRenderingContext2D,
    { left, top, width, height }: Omit<Plane, 'x' | 'y'>,
    ratio: number,
    maps: Uint8Array,
    variant: number,
  ): void {
    const { rows, columns } = this.#view;
    // From the few cells of a run to a large map the coarser way would show their corners.
    context.imageSmoothingQuality = width > FINE_FROM * columns ? 'high' : 'medium';
    context.drawImage(this.raster(maps, variant), left, top, width, height);
    context.save();
    context.translate(left, top);
    context.strokeStyle = cssColor(this.#theme.foreground);
    context.lineWidth = 1.5 * ratio;
    context.stroke(contourPath(this.boundary(maps, variant), width / columns, height / rows));
    context.restore();
  }

  /** The data `[points, 3]` on a layer of its own, in device pixels; `size`: a point's diameter in them. */
  drawPoints(points: Float32Array, width: number, height: number, size: number, ratio: number) {
    const { xRange, yRange } = this.#view;
    const layer = createLayer(width, height);
    const paths = this.#classes.map(({ marker }) => new Path2D(markerPath(marker, size)));
    layer.strokeStyle = cssColor(this.#theme.background);
    layer.lineWidth = ratio;
    for (let index = 0; index + 2 < points.length; index += 3) {
      const [x = 0, y = 0, kind = 0] = points.subarray(index, index + 3);
      const path = paths[kind];
      if (!path) continue;
      const across = ((x - xRange[0]) / (xRange[1] - xRange[0])) * width;
      const down = ((yRange[1] - y) / (yRange[1] - yRange[0])) * height;
      layer.setTransform(1, 0, 0, 1, across, down);
      layer.fillStyle = cssColor(this.#classes[kind]?.color ?? this.#theme.foreground);
      layer.fill(path);
      layer.stroke(path);
    }
    return layer.canvas;
  }
}
