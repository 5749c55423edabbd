import { imageSize, imageText, pageOf } from '../features/linkPreview';
import type { WikilinkMeta } from '../grammar/wikilink';
import { attributesHtml, escapeHtml, linkHtml } from '../html';
import { basename, isNotePath, noteName } from '../index/linkResolver';
import type { Rendering } from './notePage';
import { pageText } from './words';

const audioName = /\.(?:flac|m4a|mp3|ogg|wav|3gp)$/i;
const videoName = /\.(?:mkv|mov|mp4|ogv|webm)$/i;

/** An embedded file that is no picture and no text, as phrasing content: a player, or a card that leads to it. */
export function fileHtml(path: string, parts: WikilinkMeta, rendering: Rendering): string {
  const kind = audioName.test(path) ? 'audio' : videoName.test(path) ? 'video' : undefined;
  const address = kind && rendering.page.imageOf(path);
  // A page in a file of its own has no players.
  if (!kind || !address) return cardHtml(path, parts, rendering);
  const time = /^t=[\d.,:]+$/.test(parts.subpath ?? '') ? `#${parts.subpath}` : '';
  const { width, height } = imageSize(parts.alias) ?? {};
  const attributes = {
    class: `ll-${kind}`,
    src: address + time,
    controls: '',
    preload: 'metadata',
    width,
    height,
    'aria-label': basename(path),
  };
  return `<${kind}${attributesHtml(attributes)}>${cardHtml(path, parts, rendering)}</${kind}>`;
}

/** A link to a file, with its name and what else the embed says about it. */
export function cardHtml(path: string, { subpath, alias }: WikilinkMeta, { page }: Rendering): string {
  const isDrawing = isNotePath(path);
  const pdfPage = pageOf(subpath);
  const name = imageText(alias) || (isDrawing ? noteName(path) : basename(path));
  const detail = isDrawing
    ? pageText('drawing', page.locale)
    : pdfPage && pageText('filePage', page.locale, pdfPage);
  const inside =
    `<span class="ll-file-name">${escapeHtml(name)}</span>` +
    (detail ? ` <span class="ll-file-detail">${escapeHtml(detail)}</span>` : '');
  const href = page.hrefOf({ path, subpath: isDrawing ? undefined : subpath, line: undefined });
  if (href === '') return `<span class="ll-file-card">${inside}</span>`;
  return linkHtml(href, inside, { class: 'll-file-card' });
}

/** What stands for an attachment that is not there. */
export function missingFileHtml(
  path: string,
  word: 'pictureMissing' | 'fileMissing',
  { page }: Rendering,
): string {
  return `<span class="ll-missing-file">${escapeHtml(pageText(word, page.locale, path))}</span>`;
}
