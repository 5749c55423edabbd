import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SeriesStyle, seriesStyles, solidStyle } from '../../webview/seriesStyle';
import { stringsFor } from '../../webview/strings';
import { estimateWidth } from '../../webview/textLayout';
import { deriveTheme } from '../../webview/theme';
import { axisFontSize } from '../../webview/views/axesSvg';
import { type Chart, chartPicture } from '../../webview/views/chartSvg';
import { contourSegments } from '../../webview/views/contour';
import {
  curveHeadings,
  curvesTable,
  mapsTable,
  pathsTable,
  timelineHeadings,
} from '../../webview/views/dataTables';
import { landscapePicture, type SvgLandscape } from '../../webview/views/landscapeSvg';
import { mapsPicture, type SvgMaps } from '../../webview/views/mapsSvg';
import type { Picture } from '../../webview/views/view';
import { allElements, parseXml, type XmlElement } from '../kit/xml';

const theme = deriveTheme('light', () => '');
const [first, second] = seriesStyles(theme, 2, 'categories') as [SeriesStyle, SeriesStyle];

function elementsOf({ svg }: Picture): readonly XmlElement[] {
  return allElements(parseXml(`<svg>${svg}</svg>`));
}

const textsOf = (picture: Picture) =>
  elementsOf(picture).flatMap(({ name, text }) => (name === 'text' ? [text] : []));

const linesOf = (picture: Picture) =>
  elementsOf(picture).filter(({ attributes }) => attributes.stroke && attributes['stroke-linejoin']);

const axis = { title: 'Schritt', scale: 'linear', range: [0, 4], format: String } as const;
const curve = { values: [1, 2, 3, 4, 5], style: solidStyle(first), mark: 'line', marked: [] } as const;
const chart: Chart = {
  width: 400,
  height: 230,
  x: axis,
  y: { ...axis, title: 'Fehler', range: [0, 10] },
  places: [0, 1, 2, 3, 4],
  curves: [curve],
  theme,
};

/** Left, right, top and bottom of a text that is not turned, as far as its width can be told. */
function boxOf({ text, attributes }: XmlElement, size: number) {
  const width = estimateWidth(text, size);
  const anchor = attributes['text-anchor'];
  const left = Number(attributes.x) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  return { left, right: left + width, top: Number(attributes.y) - size, bottom: Number(attributes.y) };
}

const isNear = (value: number, low: number, high: number) => value >= low - 0.5 && value <= high + 0.5;

/** Texts that stick out of the picture. */
function outside(picture: Picture, size: number): readonly string[] {
  return elementsOf(picture).flatMap((element) => {
    if (element.name !== 'text' || element.attributes.transform) return [];
    const { left, right, top, bottom } = boxOf(element, Number(element.attributes['font-size'] ?? size));
    const isInside = isNear(left, 0, picture.width) && isNear(right, 0, picture.width);
    return isInside && isNear(top, 0, picture.height) && isNear(bottom, 0, picture.height)
      ? []
      : [element.text];
  });
}

describe('a chart as SVG', () => {
  it('goes through its points, from corner to corner of its axes', () => {
    const line = linesOf(chartPicture({ ...chart, y: { ...chart.y, range: [1, 5] } }))[0];
    const points = [...(line?.attributes.d ?? '').matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(points[0]).toEqual([68, 186]);
    expect(points[4]).toEqual([380, 8]);
    expect(points[2]).toEqual([224, 97]);
  });

  it('puts a power of ten at equal distances on a log axis, and has no place for zero', () => {
    const y = { ...chart.y, scale: 'log', range: [0.01, 100] } as const;
    const line = linesOf(
      chartPicture({ ...chart, y, curves: [{ ...curve, values: [0.01, 1, 100, 0, -1] }] }),
    )[0];
    expect(line?.attributes.d).toBe('M68,186L146,97L224,8');
  });

  it('leaves a gap where there is no value', () => {
    const line = linesOf(
      chartPicture({ ...chart, curves: [{ ...curve, values: [1, null, 3, Number.NaN, 5] }] }),
    )[0];
    expect(line?.attributes.d?.match(/M/g)).toHaveLength(3);
  });

  it('shows dashes, markers, stems, threshold, mark and band as the page does', () => {
    const dashed = { ...curve, style: { ...second, dash: [6, 4] }, marked: [0, 2, 4] };
    const stems = { ...curve, mark: 'stems', marked: [0, 1, 2, 3, 4] } as const;
    const all = elementsOf(
      chartPicture({ ...chart, curves: [dashed, stems], threshold: 5, mark: 2, band: 3 }),
    );
    expect(all.filter(({ attributes }) => attributes['stroke-dasharray'] === '6 4')).toHaveLength(1);
    expect(all.filter(({ attributes }) => attributes['stroke-dasharray'] === '4 4')).toHaveLength(1);
    expect(
      all.filter(({ attributes }) => /^translate/.test(attributes.transform ?? '') && attributes.d),
    ).toHaveLength(8);
    expect(
      all
        .find(({ attributes }) => attributes['stroke-width'] === '1.5' && attributes.d?.includes('V'))
        ?.attributes.d?.match(/M/g),
    ).toHaveLength(5);
    expect(all.filter(({ attributes }) => attributes['fill-opacity'])).toHaveLength(1);
  });

  it('draws points without a line', () => {
    const points = { ...curve, mark: 'points', marked: [0, 1, 2, 3, 4] } as const;
    expect(linesOf(chartPicture({ ...chart, curves: [points] }))).toEqual([]);
  });

  it('draws what is brought out last and wider, and the rest paler', () => {
    const raised = { ...curve, style: { ...solidStyle(first), emphasis: 'raised' } } as const;
    const faded = { ...curve, style: { ...solidStyle(second), emphasis: 'faded' } } as const;
    const picture = chartPicture({ ...chart, curves: [raised, faded] });
    expect(linesOf(picture).map(({ attributes }) => attributes['stroke-width'])).toEqual(['2', '3.5']);
    expect(elementsOf(picture).filter(({ attributes }) => attributes.opacity === '0.25')).toHaveLength(1);
  });

  it('escapes what the axes say', () => {
    const title = '<script>alert("x")</script> & Co.';
    const picture = chartPicture({
      ...chart,
      x: { ...axis, title },
      y: { ...chart.y, title, format: () => '<&>' },
    });
    expect(picture.svg).not.toContain('<script');
    expect(textsOf(picture).filter((text) => text === title)).toHaveLength(2);
    expect(textsOf(picture)).toContain('<&>');
  });

  it('numbers a log axis at powers of ten, and each so many-th number where there is no room', () => {
    const y = {
      ...chart.y,
      scale: 'log',
      range: [1e-12, 1e12],
      format: (value: number) => value.toExponential(),
    } as const;
    const numbers = textsOf(chartPicture({ ...chart, y })).filter((text) => text.includes('e'));
    expect(numbers.every((text) => /^1e[+-]\d+$/.test(text) || text === 'Fehler')).toBe(true);
    expect(numbers.length).toBeGreaterThan(4);
    expect(numbers.length).toBeLessThan(15);
    const narrow = { ...chart.y, scale: 'log', range: [3, 4.5] } as const;
    expect(textsOf(chartPicture({ ...chart, y: narrow })).length).toBeGreaterThan(6);
  });

  it('is well formed and inside its box, whatever the numbers are', () => {
    const number = fc.oneof(fc.double(), fc.double({ min: -10, max: 10 }), fc.constant(null));
    const charts = fc.record({
      width: fc.integer({ min: 120, max: 900 }),
      height: fc.integer({ min: 90, max: 500 }),
      values: fc.array(number, { maxLength: 40 }),
      low: fc.double({ min: 1e-9, max: 1e4, noNaN: true }),
      factor: fc.double({ min: 1.01, max: 1e9, noNaN: true }),
      isLogX: fc.boolean(),
      isLogY: fc.boolean(),
      mark: fc.constantFrom('line', 'points', 'stems'),
      title: fc.string({ maxLength: 60 }),
    });
    fc.assert(
      fc.property(charts, ({ width, height, values, low, factor, isLogX, isLogY, mark, title }) => {
        const range = [low, low * factor] as const;
        const places = values.map((_, index) => low + index);
        const marked = places.map((_, index) => index);
        const picture = chartPicture({
          ...chart,
          width,
          height,
          x: {
            ...axis,
            title,
            scale: isLogX ? 'log' : 'linear',
            range: [low, low + Math.max(1, places.length)],
          },
          y: {
            ...chart.y,
            title,
            scale: isLogY ? 'log' : 'linear',
            range,
            format: (value) => value.toPrecision(3),
          },
          places,
          curves: [{ values, style: first, mark, marked }],
          threshold: low,
        });
        expect(picture.svg).not.toMatch(/NaN|Infinity|undefined/);
        expect(outside(picture, axisFontSize(theme))).toEqual([]);
        const ticks = elementsOf(picture).find(({ attributes }) => attributes['stroke-width'] === '1');
        const ends = [...(ticks?.attributes.d ?? '').matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
        expect(ends.every(([, x, y]) => isNear(Number(x), 0, width) && isNear(Number(y), 0, height))).toBe(
          true,
        );
      }),
    );
  });
});

describe('decision maps as SVG', () => {
  const raster = [0, 0, 255, 255];
  const map = {
    caption: 'α = 0,1',
    image: 'data:image/png;base64,AAAA',
    boundary: contourSegments(raster, 2, 2, [127.5]),
    readouts: [{ label: 'Fehler auf den Testdaten', value: '0,123' }],
  };
  const maps: SvgMaps = {
    width: 500,
    mapsInARow: 2,
    maps: [map, { ...map, caption: '<b>' }, map],
    rows: 2,
    columns: 2,
    xRange: [0, 1],
    yRange: [0, 1],
    points: Float32Array.of(0, 0, 0, 1, 1, 1, 0.5, 0.5, 7, Number.NaN, 0, 1),
    pointSize: 6,
    classes: [first, second],
    scale: {
      title: 'Wahrscheinlichkeit',
      from: '0',
      to: '1',
      note: '',
      stops: [
        [0, 0, 0],
        [255, 255, 255],
      ],
      isSplit: true,
    },
    plane: 'Ausschnitt: x₁ von 0 bis 1',
    theme,
  };

  it('have raster, boundary, points, caption and numbers each, in rows', () => {
    const picture = mapsPicture(maps);
    const all = elementsOf(picture);
    expect(all.filter(({ name }) => name === 'image').map(({ attributes }) => attributes.href)).toEqual([
      map.image,
      map.image,
      map.image,
    ]);
    expect(all.filter(({ attributes }) => attributes.d === 'M183,122L61,122')).toHaveLength(3);
    const points = all.filter(({ attributes: { d, transform } }) => d && transform?.startsWith('translate'));
    expect(points.map(({ attributes }) => attributes.transform).slice(0, 2)).toEqual([
      'translate(0,244)',
      'translate(244,0)',
    ]);
    expect(points).toHaveLength(6);
    expect(
      textsOf(picture).filter((text) => ['α = 0,1', '<b>', '0,123', 'Wahrscheinlichkeit'].includes(text)),
    ).toHaveLength(7);
    expect(picture.height).toBeGreaterThan(2 * 244);
  });

  it('are well formed without a map too', () => {
    expect(elementsOf(mapsPicture({ ...maps, maps: [] })).some(({ name }) => name === 'image')).toBe(false);
  });
});

describe('a landscape as SVG', () => {
  const path = {
    style: first,
    trail: [
      [0, 0],
      [0.5, 0.5],
    ],
    walker: [0.5, 0.5],
    swarm: [
      [0, 1],
      [Number.NaN, 0],
    ],
  } as const;
  const landscape: SvgLandscape = {
    width: 464,
    height: 352,
    x: { title: 'w', range: [0, 1] },
    y: { title: 'b', range: [0, 1] },
    format: String,
    image: 'data:image/png;base64,AAAA',
    rows: 2,
    columns: 2,
    contours: contourSegments([0, 0, 1, 1], 2, 2, [0.5]),
    paths: [path, { ...path, walker: [2, 0.5] }, { ...path, trail: [], walker: [Number.NaN, Number.NaN] }],
    walkerSize: 11,
    swarmSize: 3,
    scale: {
      title: 'Verlust',
      from: '≤ 1',
      to: '10',
      note: '',
      stops: [
        [0, 0, 0],
        [9, 9, 9],
      ],
      isSplit: false,
    },
    theme,
  };

  it('has its surface, contours, trails and swarm in the plane', () => {
    const all = elementsOf(landscapePicture(landscape));
    expect(all.filter(({ name }) => name === 'image')).toHaveLength(1);
    expect(all.filter(({ attributes }) => attributes.d === 'M52,308L252,158')).toHaveLength(4);
    expect(
      all.filter(({ attributes }) => attributes.opacity === '0.75').map(({ attributes }) => attributes.d),
    ).toEqual(Array(3).fill('M50.5,6.5h3v3h-3z'));
  });

  it('keeps a walker outside hollow on the edge, and does not show one that is nowhere', () => {
    const walkers = elementsOf(landscapePicture(landscape)).filter(
      ({ attributes }) => attributes['paint-order'],
    );
    expect(walkers.map(({ attributes }) => attributes.transform)).toEqual([
      'translate(252,158)',
      'translate(452,158)',
    ]);
    expect(walkers[1]?.attributes.fill).toBe('#ffffff');
  });

  it('has all its texts inside', () => {
    expect(outside(landscapePicture(landscape), axisFontSize(theme))).toEqual([]);
  });
});

describe('the numbers of a picture', () => {
  const named = (text: string) => ({ de: text, en: text });
  const strings = stringsFor('en');
  const setup = { penalties: Float32Array.of(0, 0.1), theory: Float32Array.of(1, 2) };
  const frame = { losses: Float32Array.of(0.5, 0.25), paths: Float32Array.of(1, 2, 3, 4) };
  const base = {
    id: 'i',
    kind: 'profile',
    title: named(''),
    caption: named(''),
    y: { title: named('y'), unit: named('steps'), scale: 'linear' },
  } as const;

  it('of curves are one row a point, with all digits of the swept values and the unit in the headings', () => {
    const theory = [{ field: 'theory', label: named('Φ(−b)'), source: 's', series: 0 }];
    const view = { ...base, series: [{ field: 'losses', label: named('loss') }], theory };
    expect(curveHeadings(view, setup, 'en', strings)).toEqual(['loss (steps)', 'Φ(−b) (steps)']);
    const swept = { ...view, variants: { field: 'penalties', symbol: 'α' } };
    expect(curveHeadings(swept, setup, 'de', strings).slice(0, 2)).toEqual([
      'loss, α = 0 (steps)',
      'loss, α = 0.1 (steps)',
    ]);
    const table = curvesTable('x', [1, 2, 3], ['a', 'b'], [frame.losses, [7, 8, 9]]);
    expect(table).toEqual({
      headings: ['x', 'a', 'b'],
      rows: [
        [1, 0.5, 7],
        [2, 0.25, 8],
        [3, Number.NaN, 9],
      ],
    });
  });

  it('of a timeline are a column a series', () => {
    const series = [{ field: 'losses', index: 1, label: named('loss') }];
    const timeline = { ...base, kind: 'timeline', series } as const;
    expect(timelineHeadings(timeline, setup, 'en', strings)).toEqual(['loss (steps)']);
    const swept = { ...timeline, variants: { field: 'penalties', symbol: 'α' } };
    expect(timelineHeadings(swept, setup, 'en', strings)).toEqual(['loss, α = 0.1 (steps)']);
  });

  it('of maps are one row a variant', () => {
    const view = {
      ...base,
      kind: 'decision-maps',
      field: 'maps',
      rows: 1,
      columns: 1,
      xRange: [0, 1],
      yRange: [0, 1],
      points: 'points',
      variants: { field: 'penalties', symbol: 'α' },
      readouts: [{ field: 'losses', label: named('loss') }],
    } as const;
    const rows = [
      [0, 0.5],
      [Math.fround(0.1), 0.25],
    ];
    expect(mapsTable(view, setup.penalties, frame, 'en')).toEqual({ headings: ['α', 'loss'], rows });
  });

  it('of paths are one row a step and path, up to the frame that is shown', () => {
    const trace = {
      setup,
      frames: [frame, { ...frame, paths: Float32Array.of(5, 6, Number.NaN, 8) }, frame],
    };
    const { rows } = pathsTable(['step', 'path', 'x', 'y'], ['A', 'B'], trace, 'paths', 1, 10);
    expect(rows).toEqual([
      [0, 'A', 1, 2],
      [0, 'B', 3, 4],
      [10, 'A', 5, 6],
      [10, 'B', Number.NaN, 8],
    ]);
  });
});
