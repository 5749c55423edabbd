import { describe, expect, it } from 'vitest';
import { calloutTypes } from '../../../src/core/features/calloutTypes';
import { bareHtml } from '../../kit/bareHtml';
import { renderPage } from '../../kit/page';

const icon = '<span class="ll-callout-icon" aria-hidden="true"></span>';
const title = (text: string): string => `${icon}<span class="ll-callout-title-text">${text}</span>`;

describe('callouts', () => {
  it('are boxes with an icon, a title and their content', () => {
    expect(bareHtml('> [!example] Ein *Beispiel*\n> Text\n>\n> - Punkt')).toBe(
      [
        '<div class="ll-callout" data-callout="example">',
        `<div class="ll-callout-title">${title('Ein <em>Beispiel</em>')}</div>`,
        '<div class="ll-callout-content">',
        '<p>Text</p>',
        '<ul>',
        '<li>Punkt</li>',
        '</ul>',
        '</div>',
        '</div>',
      ].join('\n'),
    );
  });

  it('without content are a title only, which is the type where none is written', () => {
    expect(bareHtml('> [!FAQ]')).toBe(
      `<div class="ll-callout" data-callout="question">\n<div class="ll-callout-title">${title('Faq')}</div>\n</div>`,
    );
  });

  it.each(
    calloutTypes.flatMap(({ type, aliases }) => [type, ...aliases].map((name) => [name, type] as const)),
  )('know %s as %s', (name, type) => {
    expect(bareHtml(`> [!${name}] x`)).toContain(`<div class="ll-callout" data-callout="${type}">`);
  });

  it('of an unknown type look like notes and show the type', () => {
    const page = bareHtml('> [!satz|rechts]\n> x');
    expect(page).toContain('data-callout="note"');
    expect(page).toContain(title('Satz'));
  });

  it('can be folded with the browser’s own means', () => {
    const page = bareHtml('> [!tip]- Lösung\n> x');
    expect(page).toBe(
      [
        '<details class="ll-callout" data-callout="tip" data-fold="tip:Lösung">',
        `<summary class="ll-callout-title">${title('Lösung')}</summary>`,
        '<div class="ll-callout-content">',
        '<p>x</p>',
        '</div>',
        '</details>',
      ].join('\n'),
    );
    expect(bareHtml('> [!tip]+ Lösung\n> x')).toContain('data-fold="tip:Lösung" open="">');
  });

  it('are told apart for remembering their folds', () => {
    const page = bareHtml('> [!tip]-\n\ntext\n\n> [!hint]- Tip\n\ntext\n\n> [!tip]- "<b>');
    expect(page.match(/data-fold="[^"]*"/g)).toEqual([
      'data-fold="tip:Tip"',
      'data-fold="tip:Tip:2"',
      'data-fold="tip:&quot;"',
    ]);
  });

  it('nest, foldable ones in others', () => {
    expect(bareHtml('> [!note] a\n> > [!bug]- b\n> > c\n>\n> d')).toBe(
      [
        '<div class="ll-callout" data-callout="note">',
        `<div class="ll-callout-title">${title('a')}</div>`,
        '<div class="ll-callout-content">',
        '<details class="ll-callout" data-callout="bug" data-fold="bug:b">',
        `<summary class="ll-callout-title">${title('b')}</summary>`,
        '<div class="ll-callout-content">',
        '<p>c</p>',
        '</div>',
        '</details>',
        '<p>d</p>',
        '</div>',
        '</div>',
      ].join('\n'),
    );
  });

  it('leave plain quotes alone', () => {
    expect(bareHtml('> kein [!note]')).toBe('<blockquote>\n<p>kein [!note]</p>\n</blockquote>');
  });

  it('know their lines for scrolling', () => {
    const page = renderPage('text\n\n> [!note] a\n> b');
    expect(page).toContain('<div class="ll-callout code-line" data-callout="note" data-line="2" dir="auto">');
    expect(page).toContain('<div class="ll-callout-title code-line" data-line="2" dir="auto">');
    expect(page).toContain('<p data-line="3" class="code-line" dir="auto">b</p>');
    expect(page).not.toMatch(/<\/[a-z]+ /);
  });

  it('cannot break out by their type or title', () => {
    const page = bareHtml('> [!"><script>x</script>]- \n> a\n\n> [!x" onclick="y] <img src=x>\n> a');
    expect(page).not.toMatch(/<script|" onclick/);
    expect(page).toContain('&gt;&lt;script&gt;');
  });
});
