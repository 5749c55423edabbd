// An animation from pictures of a page. The pictures are decoded by a browser, and encoded there too.
import { build } from 'esbuild';
import { root } from './project.mjs';

/**
 * @typedef {object} Picture
 * @property {Buffer} png all of one animation have the same size
 * @property {number} milliseconds how long it is shown
 */

/**
 * @param {import('playwright-core').Browser} browser
 * @param {readonly Picture[]} pictures in their order; at least one
 * @returns {Promise<Buffer>} a GIF that goes round for ever, with one palette for all of it
 */
export async function encodeGif(browser, pictures) {
  const page = await browser.newPage();
  try {
    const { outputFiles } = await build({
      stdin: { contents: "export * from 'gifenc'", resolveDir: root },
      ...{ bundle: true, format: 'iife', globalName: 'gifenc', write: false, logLevel: 'silent' },
    });
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    await page.evaluate(begin);
    // Colours come from all pictures, so they are looked at twice: first for the palette, then to be written.
    for (const { png } of pictures) await page.evaluate(collectColours, png.toString('base64'));
    for (const { png, milliseconds } of pictures)
      await page.evaluate(writeFrame, { png: png.toString('base64'), milliseconds });
    return Buffer.from(await page.evaluate(finish), 'base64');
  } finally {
    await page.close();
  }
}

/* The functions below run in the page, where `gifenc` is a global and `state` is theirs. */

/** @typedef {any} PageGlobals */

function begin() {
  const globals = /** @type {PageGlobals} */ (globalThis);
  globals.state = {
    encoder: globals.gifenc.GIFEncoder(),
    colours: [],
    palette: undefined,
    before: undefined,
  };
  globals.decode = async (/** @type {string} */ base64) => {
    const answer = await fetch(`data:image/png;base64,${base64}`);
    const bitmap = await createImageBitmap(await answer.blob());
    const { width, height } = bitmap;
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
      new OffscreenCanvas(width, height).getContext('2d')
    );
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, width, height);
  };
}

/** @param {string} base64 */
async function collectColours(base64) {
  const { state, decode } = /** @type {PageGlobals} */ (globalThis);
  const { data } = await decode(base64);
  const pixels = new Uint32Array(data.buffer);
  // Every seventh pixel is enough for a palette.
  for (let at = 0; at < pixels.length; at += 7) state.colours.push(pixels[at]);
}

/** @param {{ png: string, milliseconds: number }} picture */
async function writeFrame({ png, milliseconds }) {
  const { state, decode, gifenc } = /** @type {PageGlobals} */ (globalThis);
  // The last place of the palette means: as in the picture before. What does not move costs next to nothing.
  const unchanged = 255;
  state.palette ??= gifenc.quantize(new Uint8Array(Uint32Array.from(state.colours).buffer), unchanged);
  const { data, width, height } = await decode(png);
  const indices = gifenc.applyPalette(data, state.palette);
  const shown = indices.slice();
  if (state.before) {
    for (let at = 0; at < indices.length; at++) if (indices[at] === state.before[at]) shown[at] = unchanged;
  }
  const palette = state.before ? undefined : [...state.palette, [0, 0, 0]];
  state.encoder.writeFrame(shown, width, height, {
    ...(palette ? { palette } : {}),
    ...{ delay: milliseconds, repeat: 0, dispose: 1 },
    ...(state.before ? { transparent: true, transparentIndex: unchanged } : {}),
  });
  state.before = indices;
}

function finish() {
  const { state } = /** @type {PageGlobals} */ (globalThis);
  state.encoder.finish();
  /** @type {Uint8Array} */
  const bytes = state.encoder.bytes();
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
