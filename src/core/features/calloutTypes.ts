/** The types of callouts that Obsidian knows, each with its other names. Any other type looks like `note`. */
export const calloutTypes = [
  { type: 'note', aliases: [] },
  { type: 'abstract', aliases: ['summary', 'tldr'] },
  { type: 'info', aliases: [] },
  { type: 'todo', aliases: [] },
  { type: 'tip', aliases: ['hint', 'important'] },
  { type: 'success', aliases: ['check', 'done'] },
  { type: 'question', aliases: ['help', 'faq'] },
  { type: 'warning', aliases: ['caution', 'attention'] },
  { type: 'failure', aliases: ['fail', 'missing'] },
  { type: 'danger', aliases: ['error'] },
  { type: 'bug', aliases: [] },
  { type: 'example', aliases: [] },
  { type: 'quote', aliases: ['cite'] },
] as const satisfies readonly { readonly type: string; readonly aliases: readonly string[] }[];

/** A type's main name. */
export type CalloutType = (typeof calloutTypes)[number]['type'];
