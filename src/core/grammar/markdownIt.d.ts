// Parts of markdown-it that its types leave out.

declare module 'markdown-it/lib/rules_block/fence.mjs' {
  import type { StateBlock } from 'markdown-it';

  const rule: (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;
  // biome-ignore lint/style/noDefaultExport: this is how markdown-it exports its rules.
  export default rule;
}

declare module 'markdown-it/lib/rules_inline/image.mjs' {
  import type { StateInline } from 'markdown-it';

  const rule: (state: StateInline, silent: boolean) => boolean;
  // biome-ignore lint/style/noDefaultExport: this is how markdown-it exports its rules.
  export default rule;
}

declare module 'markdown-it/lib/rules_inline/link.mjs' {
  import type { StateInline } from 'markdown-it';

  const rule: (state: StateInline, silent: boolean) => boolean;
  // biome-ignore lint/style/noDefaultExport: this is how markdown-it exports its rules.
  export default rule;
}

declare module 'markdown-it/lib/rules_inline/state_inline.mjs' {
  import type { StateInline as Instance, MarkdownIt } from 'markdown-it';

  const StateInline: MarkdownIt['inline']['State'];
  type StateInline = Instance;
  // biome-ignore lint/style/noDefaultExport: this is how markdown-it exports its classes.
  export default StateInline;
}

declare module 'markdown-it/lib/rules_block/state_block.mjs' {
  import type { StateBlock as Instance, MarkdownIt } from 'markdown-it';

  const StateBlock: MarkdownIt['block']['State'];
  type StateBlock = Instance;
  // biome-ignore lint/style/noDefaultExport: this is how markdown-it exports its classes.
  export default StateBlock;
}
