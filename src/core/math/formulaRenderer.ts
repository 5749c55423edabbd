import { MathJaxTexFont } from '@mathjax/mathjax-tex-font/mjs/svg.js';
import { liteAdaptor } from '@mathjax/src/mjs/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from '@mathjax/src/mjs/handlers/html.js';
import { TeX } from '@mathjax/src/mjs/input/tex.js';
import { mathjax } from '@mathjax/src/mjs/mathjax.js';
import { SVG } from '@mathjax/src/mjs/output/svg.js';
import '@mathjax/src/mjs/input/tex/base/BaseConfiguration.js';
import '@mathjax/src/mjs/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/mjs/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/mjs/input/tex/mathtools/MathtoolsConfiguration.js';
import '@mathjax/src/mjs/input/tex/newcommand/NewcommandConfiguration.js';
import type { FormulaImage, FormulaStyle, RenderFormula } from './formulaImage';

/** Longer TeX is no formula that a hover can show. */
const longestTex = 4000;

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);

/** A MathJax document; macros that a formula defines stay in it. */
function createDocument() {
  const tex = new TeX({
    packages: ['base', 'ams', 'boldsymbol', 'mathtools', 'newcommand'],
    // A definition that calls itself ends here instead of never.
    maxMacros: 500,
    maxBuffer: 2 * longestTex,
    formatError: (_jax: unknown, error: Error) => {
      throw error;
    },
  });
  const svg = new SVG({ fontData: MathJaxTexFont, fontCache: 'local', linebreaks: { inline: false } });
  return mathjax.document('', { InputJax: tex, OutputJax: svg });
}

const definesMacros =
  /\\(?:def|let|gdef|newcommand|renewcommand|newenvironment|renewenvironment|DeclarePairedDelimiter)/;
const sharedDocument = createDocument();

/** Heavy module (MathJax and its fonts): import it only when the first formula is to be shown. */
export const renderFormula: RenderFormula = (tex, isDisplay, style) => {
  if (tex.length > longestTex) return undefined;
  try {
    const document = definesMacros.test(tex) ? createDocument() : sharedDocument;
    const node = document.convert(tex.replace(/^`(.*)`$/s, '$1'), { display: isDisplay });
    return toImage(adaptor.innerHTML(node), isDisplay, style);
  } catch {
    return undefined;
  }
};

/** MathJax's SVG has 1000 units to an em, its baseline at y = 0. */
const unitsPerEm = 1000;

function toImage(
  svg: string,
  isDisplay: boolean,
  { color, fontSize }: FormulaStyle,
): FormulaImage | undefined {
  const box = /viewBox="([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)"/.exec(svg)?.slice(1).map(Number);
  if (!box) return undefined;
  const [left = 0, top = 0, boxWidth = 0, boxHeight = 0] = box;
  const reach = Math.max(-top, top + boxHeight);
  const y = isDisplay ? top : -reach;
  const height = isDisplay ? boxHeight : 2 * reach;
  const scale = fontSize / unitsPerEm;
  const size = {
    width: Math.max(1, Math.ceil(boxWidth * scale)),
    height: Math.max(1, Math.ceil(height * scale)),
  };
  const root =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${size.width}" ` +
    `height="${size.height}" viewBox="${left} ${y} ${boxWidth} ${height}" color="${color}">`;
  const drawing = svg
    .replace(/^<svg[^>]*>/, root)
    .replace(/ (?:data-[\w-]+|aria-[\w-]+|role|focusable)="[^"]*"/g, '');
  return { source: `data:image/svg+xml;base64,${base64(drawing)}`, ...size };
}

function base64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
