// What exported files are made with, besides the note: styles, script, and the fonts of formulas.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import esbuild from 'esbuild';
import { root } from './project.mjs';

/** @typedef {import('../../src/export/exportAssets').ExportAssets} ExportAssets */
/** @typedef {import('../../src/export/exportAssets').FontFile} FontFile */
/** @typedef {import('../../src/export/exportAssets').ShippedAssets} ShippedAssets */

const katexFolder = join(root, 'node_modules/katex/dist');

/** @returns {Promise<ShippedAssets>} without the fonts, which the build puts into a folder for the lab's page */
export async function shippedAssets() {
  const { formulaStyles, formulaFonts } = formulaCss();
  return {
    pageStyles: await bundled('webview/preview/exportedPage.css'),
    script: await bundled('webview/preview/preview.ts'),
    ...{ formulaStyles, formulaFonts },
  };
}

/** @returns {Promise<ExportAssets>} the same with the fonts */
export async function exportAssets() {
  return { ...(await shippedAssets()), ...formulaAssets() };
}

/** @returns {Pick<ExportAssets, 'formulaStyles' | 'formulaFonts'>} */
export function formulaAssets() {
  const { formulaStyles, formulaFonts } = formulaCss();
  const woff2 = (/** @type {string} */ file) =>
    readFileSync(join(katexFolder, 'fonts', file)).toString('base64');
  return {
    formulaStyles,
    formulaFonts: formulaFonts.map(({ file, ...face }) => ({ ...face, woff2: woff2(file) })),
  };
}

/** @returns {Pick<ShippedAssets, 'formulaStyles' | 'formulaFonts'>} */
function formulaCss() {
  const css = readFileSync(join(katexFolder, 'katex.min.css'), 'utf8');
  return {
    formulaStyles: css.replace(/@font-face\{[^}]*\}/g, '').trim(),
    formulaFonts: [...css.matchAll(/@font-face\{([^}]*)\}/g)].map(([, body = '']) => fontFile(body)),
  };
}

/**
 * @param {string} entry below the root
 * @returns {Promise<string>}
 */
async function bundled(entry) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    target: 'es2022',
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
  });
  return (outputFiles[0]?.text ?? '').trim();
}

/**
 * @param {string} body of a rule `@font-face`
 * @returns {FontFile}
 */
function fontFile(body) {
  const value = (/** @type {RegExp} */ pattern) => pattern.exec(body)?.[1] ?? '';
  return {
    family: value(/font-family:"?(\w+)/),
    weight: value(/font-weight:(\w+)/),
    style: value(/font-style:(\w+)/),
    file: basename(value(/url\(([^)]*\.woff2)\)/)),
  };
}
