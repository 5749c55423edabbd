import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../webview/color';
import { markerPath, seriesStyles } from '../../webview/seriesStyle';
import { stringsFor } from '../../webview/strings';
import { estimateWidth } from '../../webview/textLayout';
import { deriveTheme } from '../../webview/theme';
import { axisFontSize, type SvgFrame } from '../../webview/views/axesSvg';
import { byteColors, imagesTable, withPixels } from '../../webview/views/images';
import { type ImagesRoom, imagesSvg, layOutImages } from '../../webview/views/imagesSvg';
import { cellText, matrixTable, rampColor, sideLabels } from '../../webview/views/matrix';
import { matrixSvg, type SvgMatrix } from '../../webview/views/matrixSvg';
import { networksTable, unitNames } from '../../webview/views/networks';
import {
  connectionsOf,
  networksInARow,
  networksSvg,
  type SvgNetworks,
} from '../../webview/views/networksSvg';
import { itemAt, movedItem } from '../../webview/views/readingOrder';
import { loadViewKinds } from '../../webview/views/registry';
import { scatterRange, scatterTable } from '../../webview/views/scatter';
import { type SvgScatter, scatterSvg } from '../../webview/views/scatterSvg';
import { scaleStops, signColors, valueColor } from '../../webview/views/valueColors';
import { allElements, parseXml } from '../kit/xml';

const theme = deriveTheme('light', () => '');
const strings = stringsFor('en');
const both = (text: string) => ({ de: text, en: text });
const base = { id: 'a', title: both('Title'), caption: both('Caption') };

const elementsOf = (svg: string) => allElements(parseXml(`<svg>${svg}</svg>`));
const textsOf = (svg: string) => elementsOf(svg).flatMap(({ name, text }) => (name === 'text' ? [text] : []));

/** Boxes of a grid with gaps, row by row. */
function gridOf(rows: number, columns: number): readonly SvgFrame[] {
  return Array.from({ length: rows * columns }, (_, index) => ({
    left: (index % columns) * 30,
    top: Math.floor(index / columns) * 40,
    width: 20,
    height: 30,
  }));
}

describe('reading off items', () => {
  const grid = gridOf(2, 3);

  it('finds the one under the pointer, or near it, and none far away', () => {
    expect(itemAt(grid, 5, 5)).toBe(0);
    expect(itemAt(grid, 65, 60)).toBe(5);
    expect(itemAt(grid, 22, 15)).toBe(0);
    expect(itemAt(grid, 28, 15)).toBe(1);
    expect(itemAt(grid, 200, 15)).toBeUndefined();
    expect(itemAt([], 0, 0)).toBeUndefined();
  });

  it('finds none that has no place', () => {
    const lost = { left: Number.NaN, top: Number.NaN, width: 9, height: 9 };
    expect(itemAt([lost], 0, 0)).toBeUndefined();
    expect(movedItem([lost], undefined, 'ArrowRight')).toBeUndefined();
    expect(movedItem([lost, ...grid], undefined, 'ArrowRight')).toBe(1);
  });

  it.each([
    ['ArrowRight', undefined, 0],
    ['ArrowLeft', undefined, 5],
    ['ArrowRight', 2, 3],
    ['ArrowRight', 5, 5],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 4],
    ['ArrowUp', 4, 1],
    ['ArrowUp', 1, 1],
    ['Home', 4, 0],
    ['End', 1, 5],
    ['a', 1, undefined],
    ['toString', 1, undefined],
  ] as const)('goes with %s from %s to %s', (key, from, to) => {
    expect(movedItem(grid, from, key)).toBe(to);
  });

  it('reaches every item with the right arrow', () => {
    const boxes = gridOf(3, 4);
    const reached = new Set<number | undefined>();
    let item: number | undefined;
    for (let step = 0; step < boxes.length; step++) {
      item = movedItem(boxes, item, 'ArrowRight');
      reached.add(item);
    }
    expect(reached.size).toBe(boxes.length);
  });
});

describe('colours of values', () => {
  it('meet at zero, where they are the background, with the same slope on both sides', () => {
    const { negative, positive } = signColors(theme);
    expect(valueColor(theme, 0, [-1, 1])).toEqual(theme.background);
    expect(valueColor(theme, 1, [-1, 1])).toEqual(positive);
    expect(valueColor(theme, -1, [-1, 1])).toEqual(negative);
    expect(valueColor(theme, 5, [-1, 1])).toEqual(positive);
    expect(valueColor(theme, -0.5, [-0.5, 1])).toEqual(valueColor(theme, -0.5, [-1, 1]));
  });

  it('tell the lowest value of a scale without signs from an empty cell', () => {
    expect(valueColor(theme, Number.NaN, [0, 1])).toBeUndefined();
    expect(valueColor(theme, 0, [0, 1])).not.toEqual(theme.background);
  });

  it('go from one end of a scale to the other', () => {
    const stops = scaleStops(theme, [-1, 1]);
    expect([stops[0], stops.at(-1)]).toEqual([valueColor(theme, -1, [-1, 1]), valueColor(theme, 1, [-1, 1])]);
  });

  it('are found on a ramp as they are, empty where there is no value', () => {
    const ramp = scaleStops(theme, [-1, 1], 129);
    for (const value of [-2, -1, 0, 0.5, 1, 7]) {
      expect(rampColor(ramp, value, [-1, 1])).toEqual(valueColor(theme, value, [-1, 1]));
    }
    expect(rampColor(ramp, Number.NaN, [-1, 1])).toBeUndefined();
  });

  it('are paper and ink, or have their zero in the middle of the bytes', () => {
    const ink = byteColors('ink', theme);
    expect([ink[0], ink[255]]).toEqual([theme.background, theme.foreground]);
    expect(byteColors('signed', theme)[128]).toEqual(theme.background);
  });
});

describe('a matrix', () => {
  const matrix: SvgMatrix = {
    width: 400,
    rows: ['1', '2'],
    columns: ['1', '2', '3'],
    heading: '↓ Model · → Model',
    values: [1, 0.5, -0.25, Number.NaN, 0, -1],
    color: (value) => valueColor(theme, value, [-1, 1]),
    format: (value) => cellText(value, [-1, 1], 'en'),
    mostWidth: 64,
    theme,
  };

  it('writes its numbers into cells that are large enough, each readable on its ground', () => {
    const { svg, cells } = matrixSvg(matrix);
    expect(cells).toHaveLength(6);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['1', '0.5', '−0.25', '−1']));
    const small = matrixSvg({ ...matrix, width: 90 });
    expect(textsOf(small.svg)).not.toContain('0.5');
  });

  it('has text of enough contrast on every colour of every theme', () => {
    for (const kind of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
      const own = deriveTheme(kind, () => '');
      const color = (value: number) => valueColor(own, value, [-1, 1]);
      const values = Array.from({ length: 21 }, (_, index) => index / 10 - 1);
      const columns = values.map(String);
      const { svg } = matrixSvg({ ...matrix, theme: own, width: 2000, rows: ['1'], columns, values, color });
      const fills = elementsOf(svg).flatMap(({ attributes }) => attributes.fill ?? []);
      const rgb = (hex: string) =>
        [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
      const inCells = elementsOf(svg).filter(({ name, attributes }) => name === 'text' && attributes.fill);
      expect(fills.length).toBeGreaterThan(20);
      expect(inCells).toHaveLength(values.length);
      inCells.forEach(({ attributes }, index) => {
        const ground = color(values[index] ?? 0) ?? own.background;
        expect(contrast(rgb(attributes.fill ?? ''), ground), kind).toBeGreaterThanOrEqual(4.5);
      });
    }
  });

  it('turns the names of its columns only where they have no room', () => {
    const columns = ['without noise', 'with noise', 'both'];
    const turned = (width: number) =>
      elementsOf(matrixSvg({ ...matrix, columns, width }).svg).filter(({ attributes }) =>
        attributes.transform?.includes('rotate'),
      );
    expect(turned(500)).toHaveLength(0);
    expect(turned(200)).toHaveLength(3);
  });

  it('stays within its width, cells and names', () => {
    const sizes = fc.record({
      width: fc.integer({ min: 200, max: 1200 }),
      rows: fc.integer({ min: 1, max: 40 }),
      columns: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(sizes, ({ width, rows, columns }) => {
        const names = (count: number) => Array.from({ length: count }, (_, index) => `Category ${index}`);
        const values = new Float32Array(rows * columns);
        const all = { ...matrix, width, rows: names(rows), columns: names(columns), values };
        const { cells, height } = matrixSvg(all);
        expect(cells).toHaveLength(rows * columns);
        const isInside = ({ left, top, width: across, height: down }: SvgFrame) =>
          left > 0 && left + across <= width && top > 0 && top + down <= height;
        expect(cells.filter((cell) => !isInside(cell))).toEqual([]);
      }),
    );
  });

  it('rounds what it writes to what its scale is worth', () => {
    expect(cellText(0.1234, [-1, 1], 'de')).toBe('0,12');
    expect(cellText(12.34, [0, 60], 'en')).toBe('12.3');
    expect(cellText(42, [0, 500], 'en')).toBe('42');
    expect(cellText(0.01234, [0, 0.1], 'en')).toBe('0.012');
  });

  it('names its sides and gives itself as a table', () => {
    const side = { title: both('class'), count: 2, first: 0 };
    const columns = { title: both('said'), labels: [both('a'), both('b')] };
    const view = { ...base, kind: 'matrix', field: 'm', value: both('n'), range: [0, 9] } as const;
    expect(sideLabels(side, 'en')).toEqual(['0', '1']);
    expect(matrixTable({ ...view, rows: side, columns }, [1, 2, 3, 4], 'en')).toEqual({
      headings: ['class \\ said', 'a', 'b'],
      rows: [
        ['0', 1, 2],
        ['1', 3, 4],
      ],
    });
  });
});

describe('images', () => {
  const room: ImagesRoom = {
    width: 800,
    ratio: 1,
    count: 20,
    across: 10,
    rows: 28,
    columns: 28,
    labels: ['first', 'second'],
    hasNumbers: true,
    mostWidth: 84,
    theme,
  };

  it('stand within the width, in reading order, none over another, each with square pixels', () => {
    const rooms = fc.record({
      width: fc.integer({ min: 200, max: 1400 }),
      across: fc.integer({ min: 1, max: 20 }),
      count: fc.integer({ min: 1, max: 60 }),
      hasNumbers: fc.boolean(),
      labelled: fc.boolean(),
    });
    fc.assert(
      fc.property(rooms, ({ labelled, ...given }) => {
        const labels = Array.from(
          { length: labelled ? Math.ceil(given.count / given.across) : 0 },
          () => 'row',
        );
        const { images, height } = layOutImages({ ...room, ...given, labels });
        expect(images).toHaveLength(given.count);
        images.forEach((image, index) => {
          expect(image.left + image.width).toBeLessThanOrEqual(given.width);
          expect(image.top + image.height).toBeLessThanOrEqual(height);
          expect(image.width).toBeCloseTo(image.height);
          const next = images[index + 1];
          if (!next) return;
          const isRight = next.left >= image.left + image.width;
          expect(isRight || next.top >= image.top + image.height).toBe(true);
        });
      }),
    );
  });

  it('give every pixel a whole number of device pixels where these are several', () => {
    for (const ratio of [1, 1.5, 2, 3]) {
      const { images } = layOutImages({ ...room, ratio, rows: 12, columns: 12 });
      const scale = ((images[0]?.width ?? 0) * ratio) / 12;
      expect(scale).toBeGreaterThanOrEqual(3);
      expect(scale).toBeCloseTo(Math.round(scale), 6);
    }
  });

  it('have the names of their rows, numbers, and a sign where they are marked', () => {
    const layout = layOutImages(room);
    const marked = Uint8Array.from({ length: 20 }, (_, index) => (index === 3 ? 1 : 0));
    const numbers = Array.from({ length: 20 }, (_, index) => (index === 5 ? '' : String(index)));
    const content = { numbers, marked, picked: undefined, across: 10, theme };
    const svg = imagesSvg(layout, content);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['first', 'second', '0', '19']));
    expect(textsOf(svg)).not.toContain('5');
    const plain = imagesSvg(layout, { ...content, marked: undefined });
    expect(elementsOf(svg).length - elementsOf(plain).length).toBe(3);
  });

  it('let all rows stand back but the one that is picked out', () => {
    const content = { numbers: [], marked: undefined, picked: 1, across: 10, theme };
    const groups = elementsOf(imagesSvg(layOutImages(room), content)).filter(
      ({ name, attributes }) => name === 'g' && attributes.opacity,
    );
    expect(groups).toHaveLength(1);
  });

  it('are a table of what is said about them, with all pixels for a file', () => {
    const said = { label: both('p') };
    const view = {
      ...base,
      kind: 'images',
      field: 'f',
      rows: 1,
      columns: 2,
      across: 2,
      palette: 'ink',
    } as const;
    const declared = { ...view, numbers: { ...said, field: 'n' } };
    const known = { labels: ['a'], count: 3, numbers: [0.5, Number.NaN, 1] };
    const table = imagesTable(declared, known, 'en', strings);
    expect(table).toEqual({
      headings: ['Image', 'Row', 'p'],
      rows: [
        [1, 'a', 0.5],
        [2, 'a', Number.NaN],
        [3, 2, 1],
      ],
    });
    const whole = withPixels(table, declared, [1, 2, 3, 4, 5, 6]);
    expect(whole.headings).toEqual(['Image', 'Row', 'p', '1|1', '1|2']);
    expect(whole.rows[2]).toEqual([3, 2, 1, 5, 6]);
  });
});

describe('points between two axes', () => {
  const axis = { title: 'Error', scale: 'linear', range: [0, 10], format: String } as const;
  const [first, second] = seriesStyles(theme, 2, 'categories');
  const scatter: SvgScatter = {
    width: 400,
    height: 280,
    x: axis,
    y: axis,
    clouds: [{ points: [0, 0, 10, 10, Number.NaN, 5, 20, 5], style: first! }],
    theme,
  };

  it('stand where their values are, the largest at the top; one without a value stands nowhere', () => {
    const { boxes, frame } = scatterSvg(scatter);
    const middle = ({ left, top, width, height }: SvgFrame) => [left + width / 2, top + height / 2];
    expect(middle(boxes[0]!)).toEqual([frame.left, frame.top + frame.height].map((at) => expect.closeTo(at)));
    expect(middle(boxes[1]!)).toEqual([frame.left + frame.width, frame.top].map((at) => expect.closeTo(at)));
    expect(boxes[2]!.left).toBeNaN();
  });

  it('sit hollow on the edge where they lie outside', () => {
    const { boxes, frame, svg } = scatterSvg(scatter);
    expect(boxes[3]!.left + boxes[3]!.width / 2).toBeCloseTo(frame.left + frame.width);
    const hollow = elementsOf(svg).filter(
      ({ attributes }) => attributes['stroke-width'] === '2' && !attributes['paint-order'],
    );
    expect(hollow).toHaveLength(1);
  });

  it('stand back for those that are picked out, which come last', () => {
    const clouds = [
      { points: [1, 1], style: { ...first!, emphasis: 'raised' } as const },
      { points: [2, 2], style: { ...second!, emphasis: 'faded' } as const },
    ];
    const { svg } = scatterSvg({ ...scatter, clouds });
    expect(svg.indexOf('opacity')).toBeLessThan(svg.lastIndexOf('<path'));
    expect(elementsOf(svg).filter(({ attributes }) => attributes.opacity)).toHaveLength(1);
  });

  it('have a dashed line where there is one', () => {
    const line = { points: [0, 0, 10, 10], style: { ...first!, dash: [6, 4] } };
    const dashes = ({ svg }: { svg: string }) =>
      elementsOf(svg).filter(({ attributes }) => attributes['stroke-dasharray'] === '6 4');
    expect(dashes(scatterSvg(scatter))).toHaveLength(0);
    expect(dashes(scatterSvg({ ...scatter, line }))).toHaveLength(1);
  });

  it('have axes with room beside the outermost, unless their range is fixed', () => {
    const linear = { title: both('x'), scale: 'linear' } as const;
    const log = { title: both('x'), scale: 'log' } as const;
    expect(scatterRange({ ...linear, range: [0, 1] }, [5, 6])).toEqual([0, 1]);
    const [low, high] = scatterRange(linear, [0, 10]);
    expect([low, high]).toEqual([-0.5, 10.5]);
    const [least, most] = scatterRange(log, [1, 100]);
    expect(least).toBeGreaterThan(0);
    expect(least).toBeLessThan(1);
    expect(most).toBeGreaterThan(100);
    for (const axis of [linear, log]) {
      const [from, to] = scatterRange(axis, [3, 3]);
      expect(from).toBeLessThan(3);
      expect(to).toBeGreaterThan(3);
      expect(scatterRange(axis, undefined).every(Number.isFinite)).toBe(true);
    }
  });

  it('are a table, one row each', () => {
    expect(
      scatterTable(
        ['Series', 'x', 'y'],
        ['a', 'b'],
        [
          [1, 2, 3, 4],
          [5, 6],
        ],
      ).rows,
    ).toEqual([
      ['a', 1, 2],
      ['a', 3, 4],
      ['b', 5, 6],
    ]);
  });

  it('have markers that stand around any place as around the origin', () => {
    const markers = ['circle', 'square', 'triangle', 'diamond', 'cross', 'struck', 'corner'] as const;
    for (const marker of markers) {
      // Only the first point of each outline is absolute; all else is relative to it.
      const starts = (path: string) =>
        Array.from(path.matchAll(/M([-\d.]+),([-\d.]+)/g), ([, x, y]) => [Number(x), Number(y)]);
      const relative = (path: string) => path.replace(/M[-\d.]+,[-\d.]+/g, 'M');
      const [here, there] = [markerPath(marker, 8), markerPath(marker, 8, 100, 50)];
      expect(relative(there), marker).toBe(relative(here));
      expect(relative(here), marker).not.toMatch(/[A-LN-Z]/);
      expect(starts(there), marker).toEqual(
        starts(here).map(([x = 0, y = 0]) => [expect.closeTo(x + 100), expect.closeTo(y + 50)]),
      );
    }
  });
});

describe('networks', () => {
  const networks: SvgNetworks = {
    width: 600,
    layers: [2, 2, 1],
    names: ['input', 'hidden', 'output'],
    masks: [1, 1, 1, 1, 1, 1, 0, 1, 0, 1],
    weights: [1, -1, 0.5, 0, 2, -2],
    largest: 2,
    across: 2,
    numbers: ['0.5', ''],
    mostWidth: 190,
    theme,
  };
  const linesOf = (svg: string) =>
    elementsOf(svg)
      .filter(({ name, attributes }) => name === 'path' && attributes.d?.includes('L'))
      .reduce((sum, { attributes }) => sum + (attributes.d?.match(/M/g)?.length ?? 0), 0);

  it('number their connections as the weights lie', () => {
    expect(connectionsOf([2, 2, 1]).map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 4],
      [3, 4],
    ]);
    expect(connectionsOf([2, 2, 1]).map(({ weight }) => weight)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('strike out units that are left out, and their connections are gone', () => {
    const { svg, boxes } = networksSvg(networks);
    expect(boxes).toHaveLength(2);
    expect(linesOf(svg)).toBe(6 + 2);
    const only = networksSvg({ ...networks, masks: [0, 0, 0, 0, 1] });
    expect(linesOf(only.svg)).toBe(0);
    expect(elementsOf(only.svg).filter(({ name }) => name === 'circle')).toHaveLength(5);
  });

  it('draw larger weights thicker and negative ones dashed', () => {
    const shapes = elementsOf(networksSvg({ ...networks, masks: [1, 1, 1, 1, 1] }).svg).filter(
      ({ name, attributes }) => name === 'path' && attributes.d?.includes('L'),
    );
    const dashed = shapes.filter(({ attributes }) => attributes['stroke-dasharray']);
    expect(dashed).toHaveLength(2);
    expect(shapes).toHaveLength(6);
    const widths = shapes.map(({ attributes }) => Number(attributes['stroke-width']));
    expect(Math.max(...widths)).toBe(4.5);
    expect(Math.min(...widths)).toBeLessThan(0.6);
  });

  it('name their layers where the names have room, and write their numbers', () => {
    const texts = textsOf(networksSvg(networks).svg);
    expect(texts.filter((text) => text === 'hidden')).toHaveLength(2);
    expect(texts).toContain('0.5');
    expect(textsOf(networksSvg({ ...networks, width: 180 }).svg)).not.toContain('hidden');
    const size = axisFontSize(theme);
    expect(estimateWidth('input hidden output', size)).toBeLessThan(190);
  });

  it('stand in rows that are about equally full', () => {
    expect(networksInARow(8, 872)).toBe(8);
    expect(networksInARow(8, 388)).toBe(4);
    expect(networksInARow(3, 100)).toBe(1);
  });

  it('name their units and are a table with the weights that each of them has', () => {
    expect(unitNames([2, 1], strings)).toEqual(['input 1', 'input 2', 'output']);
    expect(unitNames([1, 2, 2, 1], strings)[1]).toBe('hidden 1.1');
    const view = { layers: [2, 1], numbers: { field: 'n', label: both('p') } };
    const table = networksTable(view, [1, 1, 1, 0, 1, 1], [0.5, -0.5], [0.25, 0.75], 'en', strings);
    expect(table.headings.slice(0, 5)).toEqual(['Network', 'p', 'input 1', 'input 2', 'output']);
    expect(table.rows).toEqual([
      [1, 0.25, 1, 1, 1, 0.5, -0.5],
      [2, 0.75, 0, 1, 1, Number.NaN, -0.5],
    ]);
  });
});

describe('kinds of pictures that come late', () => {
  it('are loaded, also twice and beside those that are there', async () => {
    const kinds = ['images', 'matrix', 'scatter', 'networks', 'response', 'images'] as const;
    await expect(loadViewKinds(kinds)).resolves.toBeUndefined();
    await expect(loadViewKinds(['images'])).resolves.toBeUndefined();
  });
});
