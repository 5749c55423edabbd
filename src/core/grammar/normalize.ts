import type { MarkdownIt, StateCore } from 'markdown-it';

/** markdown-it's normalisation, without copying a text in which there is nothing to change. */
export function normalize(md: MarkdownIt): void {
  md.core.ruler.at('normalize', (state: StateCore) => {
    state.src = normalizeText(state.src);
  });
}

/** A text with LF line breaks and without NUL characters (CommonMark 0.31, sections 2.1 and 2.3). Lines and columns stay the same. */
export function normalizeText(text: string): string {
  const withLf = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return withLf.includes('\0') ? withLf.replaceAll('\0', '\ufffd') : withLf;
}
