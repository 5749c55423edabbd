import type { MarkdownIt, Options, Renderer, Token } from 'markdown-it';
import { imageText, isImagePath } from '../features/linkPreview';
import type { WikilinkMeta } from '../grammar/wikilink';
import { escapeHtml } from '../html';
import { isNotePath } from '../index/linkResolver';
import { isAttachmentPath } from '../index/obsidianSettings';
import { getOrAdd } from '../maps';
import { wikilinkText } from '../notes/plainText';
import { copyOfToken } from './copyOfToken';
import { cardHtml, fileHtml, missingFileHtml } from './fileHtml';
import { liftNoteEmbeds } from './liftNoteEmbeds';
import { NoteBoxes } from './noteBoxes';
import { type Rendering, renderingOf } from './notePage';
import { embeddedPicture, pictures } from './pictures';

/** Shows `![[…]]`: pictures, other notes and parts of them, and cards for other files. */
export function embeds(md: MarkdownIt): void {
  md.core.ruler.before('lecture_lab_source', 'lecture_lab_embeds', liftNoteEmbeds);
  md.use(pictures);
  const boxes = new NoteBoxes(md);
  md.renderer.rules.embed = (tokens, index, options, env: unknown, self) => {
    const rendering = renderingOf(env);
    const token = tokens[index] as Token;
    if (!rendering) return escapeHtml(textOf(token));
    return inlineHtml({ tokens, index, token, rendering, options, env, self });
  };
  md.renderer.rules.embed_block = (tokens, index, _options, env: unknown, self) => {
    const rendering = renderingOf(env);
    const token = tokens[index] as Token;
    if (!rendering) return `<p${self.renderAttrs(token)}>${escapeHtml(textOf(token))}</p>\n`;
    const { page, source } = rendering;
    const parts = token.meta as WikilinkMeta;
    const target = page.index.resolve({ kind: 'embed', ...parts }, source);
    if (target.status === 'unresolved' || isText(target.path, rendering))
      return boxes.html({ token, target, rendering, env });
    return `<p${self.renderAttrs(token)}>${cardHtml(target.path, parts, rendering)}</p>\n`;
  };
}

/** An embed in the text of a paragraph, with all that its rule was called with. */
interface InlineEmbed {
  readonly tokens: readonly Token[];
  readonly index: number;
  readonly token: Token;
  readonly rendering: Rendering;
  readonly options: Options;
  readonly env: unknown;
  readonly self: Renderer;
}

/** Phrasing content: what is a box elsewhere is a link here. */
function inlineHtml(embed: InlineEmbed): string {
  const { token, rendering, options, env, self } = embed;
  const parts = token.meta as WikilinkMeta;
  const target = rendering.page.index.resolve({ kind: 'embed', ...parts }, rendering.source);
  if (target.status === 'unresolved' && isAttachmentPath(parts.path)) {
    return missingFileHtml(parts.path, isImagePath(parts.path) ? 'pictureMissing' : 'fileMissing', rendering);
  }
  if (target.status === 'found' && isImagePath(target.path)) {
    const picture = embeddedPicture(token, target.path, rendering);
    return self.rules.image?.([picture], 0, options, env, self) ?? '';
  }
  if (isInLink(embed)) return escapeHtml(textOf(token));
  if (target.status === 'found' && !isText(target.path, rendering))
    return fileHtml(target.path, parts, rendering);
  const link = Object.assign(copyOfToken(token), { type: 'wikilink' });
  return self.rules.wikilink?.([link], 0, options, env, self) ?? escapeHtml(textOf(token));
}

/** Whether a file is a note that can be read here: drawings are notes only by name. */
function isText(path: string, { page }: Rendering): boolean {
  return isNotePath(path) && page.index.note(path)?.kind !== 'drawing';
}

/** HTML has no links in links. */
function isInLink({ tokens, index, token }: InlineEmbed): boolean {
  return token.level > 0 && (getOrAdd(insideLinks, tokens, () => areInLinks(tokens))[index] ?? false);
}

/** By the tokens of a paragraph, which may have thousands of embeds. */
const insideLinks = new WeakMap<readonly Token[], readonly boolean[]>();

/** For each token whether it stands in the text of a link. */
function areInLinks(tokens: readonly Token[]): readonly boolean[] {
  let links = 0;
  return tokens.map(({ type, nesting }) => {
    if (/^link_(?:open|close)$/.test(type)) links += nesting;
    return links > 0;
  });
}

/** What stands for an embed where no vault is known: its text without a size, or what it names. */
function textOf({ meta }: Token): string {
  const parts = meta as WikilinkMeta;
  return wikilinkText({ ...parts, alias: imageText(parts.alias) || undefined });
}
