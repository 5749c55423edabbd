import type { LinkParts } from '../grammar/wikilink';
import type { Link } from './note';

/** Whether a link is written the Markdown way, `[text](target)`. */
export function isMarkdownLink({ kind }: Pick<Link, 'kind'>): boolean {
  return kind === 'markdown' || kind === 'image';
}

/** A scheme (`https:`, `mailto:`) or a host (`//example.org`): an address outside of the vault. */
const outside = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/**
 * Takes the destination of a Markdown link apart; `undefined` for one that leads out of the vault or nowhere.
 * @param destination as the parser gives it: percent-encoded.
 */
export function markdownLinkParts(destination: string): Pick<LinkParts, 'path' | 'subpath'> | undefined {
  if (destination === '' || outside.test(destination)) return undefined;
  const hash = destination.indexOf('#');
  const path = decoded(hash < 0 ? destination : destination.slice(0, hash));
  const subpath = hash < 0 ? undefined : decoded(destination.slice(hash + 1));
  return path === '' && !subpath ? undefined : { path, subpath };
}

/** `%20` as a space. What is no valid encoding stays as it is. */
function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
