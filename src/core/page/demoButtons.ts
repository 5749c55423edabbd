import type { MarkdownIt, Token } from 'markdown-it';
import { attributesHtml, escapeHtml, linkHtml } from '../html';
import { type PageDemo, type PageDemoLink, type Rendering, renderingOf } from './notePage';
import { ruleBefore } from './rendererRule';
import { pageText } from './words';

/** Puts a quiet button beside each heading and lead-in that has demos, figures below them, and shows `demo` blocks as cards. */
export function demoButtons(md: MarkdownIt): void {
  // The heading stays what it is to other styles and to the outline: the button stands beside it, not in it.
  extend(md, 'heading_open', (html, token, { demos }) =>
    demos.has(token) ? `<div class="ll-heading">${html}` : html,
  );
  extend(md, 'heading_close', (html, token, rendering) => {
    const demo = rendering.demos.get(token);
    return demo ? `${html}${buttonsHtml(demo, rendering)}</div>${figuresHtml(token, rendering)}` : html;
  });
  extend(md, 'callout_title_close', (html, token, rendering) => {
    const demo = rendering.demos.get(token);
    if (!demo) return html;
    const buttons = buttonsHtml(demo, rendering);
    const figures = figuresHtml(token, rendering);
    // What folds a callout is a button itself, and holds no other.
    if (token.tag !== 'summary') return buttons + html + figures;
    return `${html}${buttons === '' ? '' : `<p class="ll-callout-demos">${buttons}</p>`}${figures}`;
  });
  for (const type of ['paragraph_open', 'softbreak', 'hardbreak']) {
    extend(md, type, (html, token, rendering) => {
      const demo = rendering.demos.get(token);
      return demo ? html + buttonsHtml(demo, rendering) : html;
    });
  }
  extend(md, 'paragraph_close', (html, token, rendering) => html + figuresHtml(token, rendering));
  extend(md, 'fence', (html, token, rendering) => {
    const demo = rendering.demos.get(token);
    return demo ? (cardHtml(token, demo, rendering) ?? html) : html;
  });
}

/** Has a rule's HTML completed on pages. What the rule was before, another extension's or none, is asked first. */
function extend(
  md: MarkdownIt,
  type: string,
  complete: (html: string, token: Token, rendering: Rendering) => string,
): void {
  const original = ruleBefore(md, type);
  md.renderer.rules[type] = (tokens, index, options, env: unknown, self) => {
    const html = original(tokens, index, options, env, self);
    const [token, rendering] = [tokens[index], renderingOf(env)];
    return token && rendering ? complete(html, token, rendering) : html;
  };
}

/** The demos that the note as a whole offers (its property `demos`), for the page's head; `''` for none. */
export function noteDemosHtml(rendering: Rendering): string {
  const { demos, locale } = rendering.page;
  const ofNote = demos.filter(({ kind, links }) => kind === 'note' && links.length > 0);
  if (ofNote.length === 0) return '';
  const buttons = ofNote.flatMap(({ links, context }) =>
    links.map((link) => demoHtml(link, context, `▶ ${escapeHtml(link.title)}`, rendering)),
  );
  const label = attributesHtml({ 'aria-label': pageText('noteDemos', locale) });
  return `<nav class="ll-note-demos"${label}>${buttons.join(' ')}</nav>`;
}

/** The button for the best demo of a place and, where it has several, one that lets the reader choose. */
function buttonsHtml({ kind, links, chooseHref, context }: PageDemo, rendering: Rendering): string {
  const [best] = links;
  if (!best) return '';
  // In the middle of the text a word would be read as part of it.
  const word = kind === 'text' ? '' : ' Demo';
  const button = demoHtml(best, context, `▶${word}`, rendering);
  if (chooseHref === undefined || kind === 'text') return button;
  const { locale } = rendering.page;
  const titles = links.map(({ title }) => title).join(', ');
  const shown = `+${links.length - 1}`;
  // What is called by its name must have in it what is to be read there.
  const label = `${shown}: ${pageText('chooseDemo', locale, links.length, titles)}`;
  const attributes = {
    class: 'll-demo ll-demo-more',
    title: label,
    'aria-label': label,
    'data-vscode-context': context,
  };
  return button + linkHtml(chooseHref, shown, attributes);
}

/** `inside` is HTML that need not say which experiment it is. */
function demoHtml(
  { href, title, summary }: PageDemoLink,
  context: string | undefined,
  inside: string,
  { page: { locale } }: Rendering,
): string {
  const label = pageText('startDemo', locale, title);
  return linkHtml(href, inside, {
    class: 'll-demo',
    title: `${label} – ${summary}`,
    'aria-label': label,
    'data-vscode-context': context,
  });
}

/** A block of settings as a card; `undefined` where nobody knows its experiment, so that it is best shown as it is written. */
function cardHtml(token: Token, { links: [link] }: PageDemo, { page }: Rendering): string | undefined {
  if (!link) return undefined;
  const settings = token.content
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*(?:experiment\s*:|#)/.test(line));
  const label = pageText('runWithSettings', page.locale);
  const button = linkHtml(link.href, `▶ ${escapeHtml(link.title)}`, {
    class: 'll-demo',
    title: `${label} – ${link.summary}`,
    'aria-label': `${label}: ${link.title}`,
  });
  const code = settings.length > 0 ? `<code>${escapeHtml(settings.join(' · '))}</code>` : '';
  const line = attributesHtml({ 'data-line': token.map?.[0] });
  return `<div class="ll-demo-card code-line"${line}>${button}${code}</div>\n`;
}

function figuresHtml(token: Token, { figures, page }: Rendering): string {
  const ids = figures.get(token) ?? [];
  return ids.map((id) => page.figureHtml(id)).join('');
}
