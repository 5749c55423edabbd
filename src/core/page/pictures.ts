import type { MarkdownIt, Token } from 'markdown-it';
import { imageSize, imageText, isImagePath } from '../features/linkPreview';
import type { WikilinkMeta } from '../grammar/wikilink';
import { basename, isNotePath } from '../index/linkResolver';
import { isAttachmentPath } from '../index/obsidianSettings';
import { markdownLinkParts } from '../notes/markdownLinkParts';
import { copyOfToken } from './copyOfToken';
import { type Rendering, renderingOf } from './notePage';
import { drawInstead, ruleBefore } from './rendererRule';

/** Tokens that have their final address. */
const finished = new WeakSet<Token>();

/**
 * Lets Markdown's pictures find files as Obsidian does, and gives them the size that their text asks for (`![Text|100](picture.png)`).
 * Drawing them is left to whoever does it (VS Code).
 */
export function pictures(md: MarkdownIt): void {
  const draw = ruleBefore(md, 'image');
  md.renderer.rules.image = (tokens, index, options, env: unknown, self) => {
    const token = tokens[index] as Token;
    if (finished.has(token)) return draw(tokens, index, options, env, self);
    const rendering = renderingOf(env);
    const target = rendering && vaultTarget(token, rendering);
    if (target && isNoPicture(target.path)) {
      const { embed } = self.rules;
      return embed ? drawInstead(embed, embedToken(token, target), tokens, index, options, env, self) : '';
    }
    const address = target && rendering.page.imageOf(target.path);
    const size = imageSize(token.content);
    if (address === undefined && !size) return draw(tokens, index, options, env, self);
    const picture = pictureToken(token, token.content, address);
    // From the start again where the address is another: VS Code makes its own of it, and watches the file.
    const rule = (address !== undefined && self.rules.image) || draw;
    return rule([picture], 0, options, env, self);
  };
}

/** An embed as a picture, to be drawn by the rule `image`. */
export function embeddedPicture(embed: Token, path: string, { page }: Rendering): Token {
  const { alias } = embed.meta as WikilinkMeta;
  return pictureToken(embed, alias ?? '', page.imageOf(path), basename(path));
}

/** The file that a picture shows, with what its address says behind `#`; `undefined` for one that is not there, or from the web. */
function vaultTarget(
  token: Token,
  { page, source }: Rendering,
): Pick<WikilinkMeta, 'path' | 'subpath'> | undefined {
  // VS Code keeps what the note says as `data-src`.
  const parts = markdownLinkParts(token.attrGet('data-src') ?? token.attrGet('src') ?? '');
  const target = parts && page.index.resolve({ kind: 'image', ...parts }, source);
  return target?.status === 'found' ? { path: target.path, subpath: parts?.subpath } : undefined;
}

/** Obsidian embeds any file this way: `![](note.md)`. */
function isNoPicture(path: string): boolean {
  return isNotePath(path) || (isAttachmentPath(path) && !isImagePath(path));
}

function embedToken(image: Token, { path, subpath }: Pick<WikilinkMeta, 'path' | 'subpath'>): Token {
  const token = copyOfToken(image);
  const meta: WikilinkMeta = {
    start: 0,
    end: 0,
    path: `/${path}`,
    subpath,
    alias: image.content || basename(path),
  };
  return Object.assign(token, { type: 'embed', meta });
}

/**
 * A token `image` that nothing needs to be looked up for.
 * @param text what it shows, with the size at its end.
 * @param address `undefined` for the one that `token` has.
 * @param name what it shows where the text says nothing.
 */
function pictureToken(token: Token, text: string, address: string | undefined, name = ''): Token {
  const picture = copyOfToken(token);
  picture.type = 'image';
  picture.tag = 'img';
  if (address !== undefined) picture.attrs = withAddress(picture.attrs ?? [], address);
  const size = imageSize(text);
  if (token.type !== 'image' || size) picture.children = [textToken(token, imageText(text) || name)];
  if (token.type !== 'image') picture.attrJoin('class', 'll-image');
  if (size) picture.attrSet('width', String(size.width));
  if (size?.height) picture.attrSet('height', String(size.height));
  finished.add(picture);
  return picture;
}

/** The renderer wants `alt` to be there, and fills it. */
function withAddress(attributes: readonly [string, string][], address: string): [string, string][] {
  const others = attributes.filter(([name]) => !/^(?:src|data-src|alt)$/.test(name));
  return [['src', address], ['alt', ''], ...others];
}

function textToken(like: Token, content: string): Token {
  const token = copyOfToken(like);
  return Object.assign(token, { type: 'text', tag: '', content, children: null, attrs: null, meta: null });
}
