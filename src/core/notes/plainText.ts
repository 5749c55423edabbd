import type { Token } from 'markdown-it';
import type { WikilinkMeta } from '../grammar/wikilink';

/** The text a reader sees of inline tokens: no markup, links by what they show, formulas as TeX, comments and block ids left out. */
export function plainText(tokens: readonly Token[]): string {
  return tokens.map(plainTextOf).join('').trim();
}

function plainTextOf(token: Token): string {
  switch (token.type) {
    case 'text':
    case 'code_inline':
    case 'math_inline':
    case 'math_block':
      return token.content;
    case 'wikilink':
    case 'embed':
      return wikilinkText(token.meta as WikilinkMeta);
    case 'tag':
      return `#${token.content}`;
    case 'softbreak':
    case 'hardbreak':
      return ' ';
    case 'image':
      return plainText(token.children ?? []);
    default:
      return '';
  }
}

/** What Obsidian shows for a link without an alias: `note > heading`. */
export function wikilinkText({
  path,
  subpath,
  alias,
}: Pick<WikilinkMeta, 'path' | 'subpath' | 'alias'>): string {
  if (alias) return alias;
  const parts = [path, ...(subpath ?? '').split('#')].filter((part) => part !== '');
  return parts.join(' > ');
}
