import { MathJaxTexFont } from '@mathjax/mathjax-tex-font/mjs/svg.js';
import { liteAdaptor } from '@mathjax/src/mjs/adaptors/liteAdaptor.js';
import { STATE } from '@mathjax/src/mjs/core/MathItem.js';
import { RegisterHTMLHandler } from '@mathjax/src/mjs/handlers/html.js';
import { TeX } from '@mathjax/src/mjs/input/tex.js';
import { mathjax } from '@mathjax/src/mjs/mathjax.js';
import { SVG } from '@mathjax/src/mjs/output/svg.js';
import '@mathjax/src/mjs/input/tex/base/BaseConfiguration.js';
import '@mathjax/src/mjs/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/mjs/input/tex/amscd/AmsCdConfiguration.js';
import '@mathjax/src/mjs/input/tex/bbox/BboxConfiguration.js';
import '@mathjax/src/mjs/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/mjs/input/tex/braket/BraketConfiguration.js';
import '@mathjax/src/mjs/input/tex/cancel/CancelConfiguration.js';
import '@mathjax/src/mjs/input/tex/cases/CasesConfiguration.js';
import '@mathjax/src/mjs/input/tex/centernot/CenternotConfiguration.js';
import '@mathjax/src/mjs/input/tex/color/ColorConfiguration.js';
import '@mathjax/src/mjs/input/tex/empheq/EmpheqConfiguration.js';
import '@mathjax/src/mjs/input/tex/enclose/EncloseConfiguration.js';
import '@mathjax/src/mjs/input/tex/extpfeil/ExtpfeilConfiguration.js';
import '@mathjax/src/mjs/input/tex/gensymb/GensymbConfiguration.js';
import '@mathjax/src/mjs/input/tex/mathtools/MathtoolsConfiguration.js';
import '@mathjax/src/mjs/input/tex/mhchem/MhchemConfiguration.js';
import '@mathjax/src/mjs/input/tex/newcommand/NewcommandConfiguration.js';
import '@mathjax/src/mjs/input/tex/unicode/UnicodeConfiguration.js';
import '@mathjax/src/mjs/input/tex/upgreek/UpgreekConfiguration.js';
import { ParseUtil } from '@mathjax/src/mjs/input/tex/ParseUtil.js';
import type { FormulaImage, FormulaStyle, RenderFormula } from './formulaImage';

/** Longer TeX is no formula that a hover can show. */
const longestTex = 4000;

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);

// MathJax 4 refuses `align` behind `\displaystyle` or in braces, which MathJax 3, and so Obsidian, draws: notes are full of it.
ParseUtil.checkEqnEnv = () => undefined;

/** What Obsidian's MathJax loads by itself, as far as it does more than looks. */
const packages = [
  'base',
  'ams',
  'amscd',
  'bbox',
  'boldsymbol',
  'braket',
  'cancel',
  'cases',
  'centernot',
  'color',
  'empheq',
  'enclose',
  'extpfeil',
  'gensymb',
  'mathtools',
  'mhchem',
  'newcommand',
  'unicode',
  'upgreek',
];

/** A MathJax document; macros that a formula defines stay in it. */
function createDocument() {
  const tex = new TeX({
    packages,
    // A definition that calls itself ends here instead of never.
    maxMacros: 500,
    maxBuffer: 2 * longestTex,
    formatError: (_jax: unknown, error: Error) => {
      // MathJax's own errors are no `Error`s.
      throw new Error(error.message);
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
    const node = documentFor(tex).convert(withoutBackticks(tex), { display: isDisplay });
    return toImage(adaptor.innerHTML(node), isDisplay, style);
  } catch {
    return undefined;
  }
};

/** Why a formula cannot be drawn, in MathJax's words; `undefined` where it can. Parses only, which is a fraction of drawing. */
export function checkFormula(tex: string, isDisplay: boolean): string | undefined {
  if (tex.length > longestTex) return `Formula is longer than ${longestTex} characters`;
  try {
    documentFor(tex).convert(withoutBackticks(tex), { display: isDisplay, end: STATE.COMPILED });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Definitions of macros are good for the formula that makes them only. */
function documentFor(tex: string) {
  return definesMacros.test(tex) ? createDocument() : sharedDocument;
}

/** GitLab's and VS Code's `$`…`$`. */
function withoutBackticks(tex: string): string {
  return tex.replace(/^`(.*)`$/s, '$1');
}

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
