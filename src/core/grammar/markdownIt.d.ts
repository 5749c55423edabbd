// Rules of markdown-it that its types leave out.

declare module 'markdown-it/lib/rules_inline/*.mjs' {
  import type { StateInline } from 'markdown-it';

  const rule: (state: StateInline, silent: boolean) => boolean;
  // biome-ignore lint/style/noDefaultExport: this is how markdown-it exports its rules.
  export default rule;
}
