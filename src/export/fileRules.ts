import type { MarkdownIt } from 'markdown-it';
import { attributesHtml, escapeHtml } from '../core/html';
import { basename } from '../core/index/linkResolver';
import { markdownLinkParts } from '../core/notes/markdownLinkParts';
import { type Rendering, renderingOf } from '../core/page/notePage';
import { ruleBefore } from '../core/page/rendererRule';
import { pageText } from '../core/page/words';

/**
 * How a page in a file of its own differs from one in an editor. To be used before the page's own rules, which hand over links and
 * pictures with their final addresses: `''` for what is not in the file.
 */
export function fileRules(md: MarkdownIt): void {
  outsideLinks(md);
  missingPictures(md);
  rawHtml(md);
}

/** Where a link of a file can lead: into the page, or to the web. */
const reachable = /^(?:#|https?:|mailto:)/i;

/** Other links are shown as their texts. */
function outsideLinks(md: MarkdownIt): void {
  const open = ruleBefore(md, 'link_open');
  const close = ruleBefore(md, 'link_close');
  // Links hold no links, so the next end is that of the last beginning.
  let isOutside = false;
  md.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const token = tokens[index];
    isOutside = !reachable.test(token?.attrGet('href') ?? '');
    if (!isOutside) return open(tokens, index, options, env, self);
    const title = token?.attrGet('title') ?? undefined;
    return `<span${attributesHtml({ class: 'll-link ll-link-outside', title })}>`;
  };
  md.renderer.rules.link_close = (...given) => (isOutside ? '</span>' : close(...given));
}

/** A picture that is not in the file is shown as its name. */
function missingPictures(md: MarkdownIt): void {
  const original = ruleBefore(md, 'image');
  md.renderer.rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const rendering = renderingOf(env);
    const address = token?.attrGet('src') ?? '';
    if (!token || !rendering || /^(?:data|https):/i.test(address))
      return original(tokens, index, options, env, self);
    const name = self.renderInlineAsText(token.children ?? [], options, env) || basename(address);
    const text = pageText('pictureLeftOut', rendering.page.locale, name);
    return `<span class="ll-missing-file">${escapeHtml(text)}</span>`;
  };
}

/** The pictures of HTML come along, too. The file's policy stops its scripts, frames and forms. */
function rawHtml(md: MarkdownIt): void {
  for (const name of ['html_block', 'html_inline'] as const) {
    const original = ruleBefore(md, name);
    md.renderer.rules[name] = (tokens, index, options, env, self) => {
      const rendering = renderingOf(env);
      const html = original(tokens, index, options, env, self)
        // The only element that could still send the reader elsewhere.
        .replace(/<(?=meta\b)/gi, '&lt;');
      return rendering ? withPictures(html, rendering) : html;
    };
  }
}

function withPictures(html: string, { page, source }: Rendering): string {
  return html.replace(
    /(<img\s(?:[^>]{0,1000}?\s)?src=)(["'])([^"'>]{1,1000})\2/gi,
    (tag, start, _quote, written) => {
      const parts = markdownLinkParts(written);
      const target = parts && page.index.resolve({ kind: 'image', ...parts }, source);
      const address = target?.status === 'found' ? page.imageOf(target.path) : '';
      return address === '' ? tag : `${start}"${escapeHtml(address)}"`;
    },
  );
}
