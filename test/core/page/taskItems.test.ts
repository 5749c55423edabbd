import { describe, expect, it } from 'vitest';
import { bareHtml } from '../../kit/bareHtml';

const item = (state: string, box: string, text: string): string =>
  `<li class="ll-task" data-task="${state}"><input type="checkbox" disabled${box}> ${text}</li>`;

describe('task lists', () => {
  it('show open and done items, and say which is which', () => {
    expect(bareHtml('- [ ] lesen\n- [x] **rechnen**\n- [X] fertig')).toBe(
      [
        '<ul>',
        item(' ', ' aria-label="offen"', 'lesen'),
        item('x', ' checked aria-label="erledigt"', '<strong>rechnen</strong>'),
        item('X', ' checked aria-label="erledigt"', 'fertig'),
        '</ul>',
      ].join('\n'),
    );
    expect(bareHtml('- [ ] x', { locale: 'en' })).toContain('aria-label="open"');
  });

  it.each(['/', '-', '>', '!', '?', '*', '<', '"', '`', '$', '~', '🔥'])('take %s for a state', (state) => {
    const page = bareHtml(`- [${state}] a [b](c)`);
    const escaped = state.replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;');
    expect(page).toContain(`<li class="ll-task" data-task="${escaped}">`);
    expect(page).toContain(
      `checked aria-label="markiert mit „${escaped}“"> a <a href="c" data-href="c">b</a></li>`,
    );
  });

  it('may be numbered, nested, and several paragraphs long', () => {
    expect(bareHtml('1. [x] a\n\n   b\n   - [ ] c')).toBe(
      [
        '<ol>',
        '<li class="ll-task" data-task="x">',
        '<p><input type="checkbox" disabled checked aria-label="erledigt"> a</p>',
        '<p>b</p>',
        '<ul>',
        item(' ', ' aria-label="offen"', 'c'),
        '</ul>',
        '</li>',
        '</ol>',
      ].join('\n'),
    );
  });

  it('may have no text yet', () => {
    expect(bareHtml('- [ ]')).toBe(`<ul>\n${item(' ', ' aria-label="offen"', '')}\n</ul>`);
  });

  it.each(['[ ] kein Listenpunkt', '- [x](link)', '- [ab] zwei', '- [ ]dicht', '- a [x] b', '- # [ ] x'])(
    'do not begin in %s',
    (markdown) => {
      expect(bareHtml(markdown)).not.toMatch(/checkbox|ll-task/);
    },
  );
});
