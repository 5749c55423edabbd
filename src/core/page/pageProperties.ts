import type { MarkdownIt } from 'markdown-it';
import { eachWikilink } from '../grammar/wikilink';
import { escapeHtml, linkHtml } from '../html';
import { tagsIn } from '../notes/properties';
import { wikilinkHtml } from './noteLinks';
import type { Rendering } from './notePage';
import { type PropertyItem, type PropertyRow, propertyRows } from './propertyRows';
import { pageText } from './words';

/** Leaves a note's properties out of its text: `propertiesHtml` shows them above it. */
export function pageProperties(md: MarkdownIt): void {
  md.renderer.rules.properties = () => '';
}

/** A note's properties as a folded table, from the YAML between the `---` lines; `''` for none. */
export function propertiesHtml(yaml: string, rendering: Rendering): string {
  const { locale } = rendering.page;
  const rows = propertyRows(yaml);
  if (!rows) return folded(pageText('propertiesUnreadable', locale), `<pre>${escapeHtml(yaml)}</pre>`);
  if (rows.length === 0) return '';
  const body = rows.map((row) => rowHtml(row, rendering)).join('');
  return folded(pageText('properties', locale, rows.length), `<table><tbody>${body}</tbody></table>`);
}

function folded(summary: string, inside: string): string {
  return `<details class="ll-properties"><summary>${escapeHtml(summary)}</summary>${inside}</details>\n`;
}

function rowHtml(row: PropertyRow, rendering: Rendering): string {
  return `<tr><th scope="row">${escapeHtml(row.key)}</th><td>${valueHtml(row, rendering)}</td></tr>`;
}

function valueHtml({ key, isList, items }: PropertyRow, rendering: Rendering): string {
  if (/^tags?$/i.test(key) && !items.some(({ isNested }) => isNested)) return tagsHtml(items);
  const shown = items.map((item) => itemHtml(item, rendering));
  if (!isList || shown.length === 0) return shown.join('');
  return `<ul>${shown.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function tagsHtml(items: readonly PropertyItem[]): string {
  const tags = items.flatMap(({ text }) => tagsIn(text));
  return tags.map((tag) => `<span class="ll-tag">#${escapeHtml(tag)}</span>`).join(' ');
}

function itemHtml({ text, isNested }: PropertyItem, rendering: Rendering): string {
  if (isNested) return `<pre><code>${escapeHtml(text)}</code></pre>`;
  if (/^https?:\/\/\S+$/i.test(text)) return linkHtml(text, escapeHtml(text));
  return textHtml(text, rendering);
}

/** A text, its wikilinks as links. */
function textHtml(text: string, rendering: Rendering): string {
  let html = '';
  let done = 0;
  eachWikilink(text, (_kind, link) => {
    html += escapeHtml(text.slice(done, link.start)) + wikilinkHtml(link, rendering);
    done = link.end;
  });
  return html + escapeHtml(text.slice(done));
}
