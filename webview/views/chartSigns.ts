import uPlot from 'uplot';
import type { Axis } from '../../src/experiments/kit/views';
import { cssColor } from '../color';
import {
  drawingOrder,
  lineWidth,
  markerPath,
  opacity,
  type SeriesStyle,
  thresholdStyle,
} from '../seriesStyle';
import type { Theme } from '../theme';
import { BAND_OPACITY, BAND_WIDTH, markerSize, stemShift } from './chartSvg';
import type { CurveMark } from './curveData';

/** What the signs of a chart of lines follow; asked for again on every draw. */
export interface ChartSignsOptions {
  readonly y: Axis;
  /** Indices of the data points of a series that get its marker. */
  readonly marked: (series: number) => readonly number[];
  /** Styles of the series under the theme of the moment; as many as the columns of values that are drawn next. */
  readonly styles: () => readonly SeriesStyle[];
  /** How the values of each series are drawn; lines where absent. */
  readonly marks?: () => readonly CurveMark[];
  /** Height of a dashed horizontal line; `undefined`: none. */
  readonly threshold?: () => number | undefined;
  /** Index of the data point that a vertical line marks; `undefined`: none. */
  readonly mark?: () => number | undefined;
  /** Index of the data point that a vertical band brings out; `undefined`: none. */
  readonly band?: () => number | undefined;
}

/** What a chart draws besides axes and plain lines: markers, stems, heights and places that are marked, and what is brought out. */
export class ChartSigns {
  readonly #options: ChartSignsOptions;
  readonly #theme: () => Theme;

  constructor(options: ChartSignsOptions, theme: () => Theme) {
    this.#options = options;
    this.#theme = theme;
  }

  /** To be called before the lines are drawn: fades them. What is brought out is drawn later, over the markers of the others. */
  prepare(chart: uPlot): void {
    this.#options.styles().forEach((style, index) => {
      const series = chart.series[index + 1];
      if (series) series.alpha = style.emphasis === 'raised' ? 0 : opacity(style, this.#theme());
    });
  }

  /** To be called before the lines are drawn, so that they lie over the band. */
  drawBand(chart: uPlot): void {
    const index = this.#options.band?.();
    const value = index === undefined ? undefined : chart.data[0]?.[index];
    if (value === undefined || value === null) return;
    const { ctx, bbox } = chart;
    const width = BAND_WIDTH * uPlot.pxRatio;
    const left = Math.round(chart.valToPos(value, 'x', true) - width / 2);
    const { foreground } = this.#theme();
    ctx.save();
    ctx.fillStyle = cssColor(foreground, BAND_OPACITY);
    ctx.fillRect(left, bbox.top, width, bbox.height);
    ctx.strokeStyle = cssColor(foreground);
    ctx.lineWidth = uPlot.pxRatio;
    ctx.strokeRect(left, bbox.top, width, bbox.height);
    ctx.restore();
  }

  /** To be called when the lines are drawn. */
  draw(chart: uPlot): void {
    const { ctx, bbox } = chart;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    this.#drawThreshold(chart);
    this.#drawMark(chart);
    this.#drawStems(chart);
    ctx.restore();
    this.#drawCurves(chart);
  }

  #drawThreshold(chart: uPlot): void {
    const threshold = this.#options.threshold?.();
    if (threshold === undefined) return;
    const { ctx, bbox } = chart;
    const ratio = uPlot.pxRatio;
    const y = Math.round(chart.valToPos(threshold, 'y', true));
    const style = thresholdStyle(this.#theme());
    ctx.strokeStyle = cssColor(style.color);
    ctx.setLineDash(style.dash.map((length) => length * ratio));
    ctx.lineWidth = 1.5 * ratio;
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.setLineDash([]);
  }

  #drawMark(chart: uPlot): void {
    const index = this.#options.mark?.();
    const value = index === undefined ? undefined : chart.data[0]?.[index];
    if (value === undefined || value === null) return;
    const { ctx, bbox } = chart;
    const x = Math.round(chart.valToPos(value, 'x', true));
    ctx.strokeStyle = cssColor(this.#theme().foreground);
    ctx.lineWidth = uPlot.pxRatio;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }

  /** Where the points of a series are in the canvas. */
  #pixels(chart: uPlot, series: number): (index: number) => readonly [number, number] | undefined {
    const shift = stemShift(this.#options.marks?.() ?? [], series) * uPlot.pxRatio;
    return (index) => {
      const x = chart.data[0][index];
      const y = chart.data[series + 1]?.[index];
      if (x === undefined || y === undefined || y === null) return undefined;
      return [chart.valToPos(x, 'x', true) + shift, chart.valToPos(y, 'y', true)];
    };
  }

  #drawStems(chart: uPlot): void {
    const { ctx, bbox } = chart;
    const zero = this.#options.y.scale === 'log' ? bbox.top + bbox.height : chart.valToPos(0, 'y', true);
    const styles = this.#options.styles();
    this.#options.marks?.().forEach((mark, series) => {
      if (mark !== 'stems') return;
      const pixels = this.#pixels(chart, series);
      ctx.strokeStyle = cssColor(styles[series]?.color ?? this.#theme().foreground);
      ctx.globalAlpha = styles[series] ? opacity(styles[series], this.#theme()) : 1;
      ctx.lineWidth = 1.5 * uPlot.pxRatio;
      ctx.beginPath();
      for (const index of chart.data[0].keys()) {
        const [x, y] = pixels(index) ?? [];
        if (x === undefined || y === undefined) continue;
        ctx.moveTo(x, zero);
        ctx.lineTo(x, y);
      }
      ctx.stroke();
    });
  }

  /** Markers of all series, and the lines of those that are brought out, which come last. */
  #drawCurves(chart: uPlot): void {
    const { ctx } = chart;
    const styles = this.#options.styles();
    ctx.save();
    for (const series of drawingOrder(styles)) {
      const style = styles[series];
      if (!style) continue;
      ctx.globalAlpha = opacity(style, this.#theme());
      if (style.emphasis === 'raised') this.#drawLine(chart, series, style);
      this.#drawMarkers(chart, series, style);
    }
    ctx.restore();
  }

  #drawLine(chart: uPlot, series: number, style: SeriesStyle): void {
    const { ctx, bbox } = chart;
    if ((this.#options.marks?.()[series] ?? 'line') !== 'line') return;
    const pixels = this.#pixels(chart, series);
    const line = new Path2D();
    let isGap = true;
    for (const index of chart.data[0].keys()) {
      const place = pixels(index);
      if (place && isGap) line.moveTo(...place);
      else if (place) line.lineTo(...place);
      isGap = !place;
    }
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.setLineDash(style.dash.map((length) => length * uPlot.pxRatio));
    ctx.lineJoin = 'round';
    ctx.lineWidth = lineWidth(style) * uPlot.pxRatio;
    ctx.strokeStyle = cssColor(style.color);
    ctx.stroke(line);
    ctx.restore();
  }

  #drawMarkers(chart: uPlot, series: number, style: SeriesStyle): void {
    const { ctx } = chart;
    const marked = this.#options.marked(series);
    const path = new Path2D(markerPath(style.marker, markerSize(marked.length) * uPlot.pxRatio));
    const pixels = this.#pixels(chart, series);
    ctx.fillStyle = cssColor(style.color);
    for (const index of marked) {
      const place = pixels(index);
      if (!place) continue;
      ctx.save();
      ctx.translate(...place);
      ctx.fill(path);
      ctx.restore();
    }
  }
}
