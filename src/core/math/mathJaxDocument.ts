import { MathJaxTexFont } from '@mathjax/mathjax-tex-font/mjs/svg.js';
import { LiteElement } from '@mathjax/src/mjs/adaptors/lite/Element.js';
import { liteAdaptor } from '@mathjax/src/mjs/adaptors/liteAdaptor.js';
import { STATE } from '@mathjax/src/mjs/core/MathItem.js';
import type { MmlNode } from '@mathjax/src/mjs/core/MmlTree/MmlNode.js';
import { RegisterHTMLHandler } from '@mathjax/src/mjs/handlers/html.js';
import { NoTags, TagsFactory } from '@mathjax/src/mjs/input/tex/Tags.js';
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
import { checkTree, longestBuffer } from './mathJaxHooks';

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

RegisterHTMLHandler(liteAdaptor());

/** A formula cannot be read, in MathJax's words. */
export class TexMistake extends Error {}

/** A document of MathJax. What a formula defines stays in it. */
export class MathJaxDocument {
  readonly #document = createDocument();

  /** @throws TexMistake, or whatever MathJax throws when it is asked too much. */
  check(tex: string, isDisplay: boolean): void {
    this.#convert(tex, isDisplay, STATE.COMPILED);
  }

  /**
   * The `<svg>` of a formula; `undefined` where MathJax draws something else.
   * @throws as `check` does.
   */
  draw(tex: string, isDisplay: boolean): LiteElement | undefined {
    const container = this.#convert(tex, isDisplay, STATE.LAST);
    const svg = container instanceof LiteElement ? container.children[0] : undefined;
    return svg instanceof LiteElement && svg.kind === 'svg' ? svg : undefined;
  }

  #convert(tex: string, isDisplay: boolean, end: number | undefined): unknown {
    // Labels and numbers of the formulas before: each formula stands alone.
    this.#document.reset({ all: true });
    return this.#document.convert(tex, { display: isDisplay, end });
  }
}

function createDocument() {
  const tex = new TeX({
    packages,
    // A definition that calls itself ends here instead of never.
    maxMacros: 500,
    maxBuffer: longestBuffer,
    formatError: (_jax: unknown, error: Error) => {
      // MathJax's own errors are no `Error`s.
      throw new TexMistake(error.message);
    },
  });
  // Mathtools enters a class of each document, and so all that the document holds, in a list that nobody clears.
  TagsFactory.add(String(tex.parseOptions.options.tags), NoTags);
  const svg = new SVG({
    fontData: MathJaxTexFont,
    fontCache: 'local',
    localID: '',
    linebreaks: { inline: false },
  });
  svg.preFilters.add((filtered: unknown) => checkTree((filtered as { math: { root: MmlNode } }).math.root));
  return mathjax.document('', { InputJax: tex, OutputJax: svg });
}
