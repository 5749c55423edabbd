// KaTeX by the name of its file. Bundles that only recognise formulas leave out `katex` itself; see `withoutKatex` in the build.

declare module 'katex/dist/katex.mjs' {
  import katex from 'katex';

  // biome-ignore lint/style/noDefaultExport: this is how KaTeX exports itself.
  export default katex;
}
