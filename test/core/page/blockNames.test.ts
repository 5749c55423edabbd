import { describe, expect, it } from 'vitest';
import { bareHtml } from '../../kit/bareHtml';

describe('block ids', () => {
  it('name the paragraph or list item at whose end they stand, and are not shown', () => {
    expect(bareHtml('Ein Absatz ^Kern-1')).toBe('<p id="%5Ekern-1">Ein Absatz </p>');
    expect(bareHtml('- a ^eins\n- b')).toBe('<ul>\n<li id="%5Eeins">a </li>\n<li>b</li>\n</ul>');
    expect(bareHtml('a\n^unten')).toBe('<p id="%5Eunten">a</p>');
    expect(bareHtml('- [x] a ^t')).toContain('<li class="ll-task" data-task="x" id="%5Et">');
  });

  it('on a line of their own name the block above and leave no empty paragraph', () => {
    expect(bareHtml('- a\n- b\n\n^liste')).toBe('<ul id="%5Eliste">\n<li>a</li>\n<li>b</li>\n</ul>');
    expect(bareHtml('> Zitat\n\n^zitat')).toBe('<blockquote id="%5Ezitat">\n<p>Zitat</p>\n</blockquote>');
    expect(bareHtml('> [!note] x\n\n^box')).toContain(
      '<div id="%5Ebox" class="ll-callout" data-callout="note">',
    );
  });

  it('stand before what cannot have one', () => {
    expect(bareHtml('# Titel ^kopf')).toBe('<div id="%5Ekopf"></div>\n<h1 id="titel">Titel </h1>');
    expect(bareHtml('```\ncode\n```\n\n^code')).toBe(
      '<div id="%5Ecode"></div>\n<pre><code>code\n</code></pre>',
    );
    expect(bareHtml('$$\nx\n$$\n\n^formel')).toMatch(/^<div id="%5Eformel"><\/div>\n.*katex/);
  });

  it('below a table name it and are no row', () => {
    const page = bareHtml('| a |\n|---|\n| b |\n^tab');
    expect(page).toMatch(/^<table id="%5Etab">/);
    expect(page.match(/<tr>/g)).toHaveLength(2);
    expect(page).not.toContain('^tab');
  });

  it('below a quote name the quote; within it they name nothing', () => {
    expect(bareHtml('> Zitat\n^q')).toBe('<blockquote id="%5Eq">\n<p>Zitat</p>\n</blockquote>');
    expect(bareHtml('> Zitat ^q')).toBe('<blockquote>\n<p>Zitat </p>\n</blockquote>');
  });

  it('may be several on one block', () => {
    expect(bareHtml('- a\n\n^x\n\n^y').match(/id="[^"]*"/g)).toEqual(['id="%5Ex"', 'id="%5Ey"']);
    const rows = Array.from({ length: 1_000 }, (_, row) => `^x${row}\n`).join('');
    expect(bareHtml(`| a |\n|---|\n${rows}`).match(/<div id="%5Ex\d+"><\/div>/g)).toHaveLength(999);
  });

  it('with one name on several blocks name the first, where links lead', () => {
    expect(bareHtml('a ^x\n\nb ^X').match(/id="[^"]*"/g)).toEqual(['id="%5Ex"']);
  });

  it.each(['x^2', '$x^2$', '`^code`', 'a^b', '^ nein', 'mitten ^im Satz'])(
    'are not seen in %s',
    (markdown) => {
      expect(bareHtml(markdown)).not.toContain('%5E');
    },
  );

  it('at the very start of a note name their own paragraph', () => {
    expect(bareHtml('^allein')).toBe('<p id="%5Eallein"></p>');
  });
});
