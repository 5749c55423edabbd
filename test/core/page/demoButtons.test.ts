import { describe, expect, it } from 'vitest';
import { conceptTable } from '../../../src/core/index/conceptTable';
import { parseNote } from '../../../src/core/notes/parseNote';
import type { NotePage } from '../../../src/core/page/notePage';
import { type DemoOffers, pageDemos } from '../../../src/core/page/pageDemos';
import { TextLines } from '../../../src/core/text';
import { renderPage } from '../../kit/page';

const experiments: Readonly<Record<string, readonly string[]>> = {
  dropout: ['Dropout'],
  bagging: ['Bagging', 'Dropout'],
  'weight-decay': ['Weight Decay'],
};

const offers: DemoOffers = {
  concepts: conceptTable(Object.entries(experiments).map(([id, de]) => ({ id, concepts: { de } }))),
  figures: conceptTable([{ id: 'mask', concepts: { de: ['Dropout'] } }]),
  linkOf: (id, line) =>
    id in experiments
      ? { href: `${id}.${line}`, title: id.toUpperCase(), summary: `What ${id} shows.` }
      : undefined,
  chooseHrefOf: (line) => `+.${line}`,
  contextOf: (line) => `{"line":${line}}`,
};

function demosIn(text: string): NotePage['demos'] {
  return pageDemos(parseNote(text), new TextLines(text), offers);
}

function render(text: string): string {
  const change = {
    demos: demosIn(text),
    figureHtml: (id: string) => `<details data-figure="${id}"></details>`,
    options: { properties: false, contents: false, surroundings: false, lineBreaks: true },
  };
  return renderPage(text, 'Notiz.md', change);
}

/** The page without what is the same for each button. */
function short(html: string): string {
  return html
    .replace(
      / (?:data-line|class="code-line"|dir|id|data-vscode-context|aria-label|data-href|title)="[^"]*"/g,
      '',
    )
    .replaceAll(' class="code-line"', '')
    .trim();
}

describe('what a page offers to run', () => {
  it('is named by place, each figure once, where it comes first', () => {
    const demos = demosIn('# Dropout\n\n*Dropout:* schaltet Units aus.\n\n- Weight Decay: kürzt.');
    expect(demos.map(({ line, kind, links, figures }) => [line, kind, links.length, figures])).toEqual([
      [0, 'heading', 2, ['mask']],
      [2, 'text', 2, []],
      [4, 'text', 1, []],
    ]);
  });

  it('is nothing where the note wants no demos', () => {
    expect(demosIn('---\ndemos: []\n---\n# Dropout')).toEqual([]);
  });

  it('stands beside a heading, with a second button where there is a choice', () => {
    expect(short(render('# Dropout'))).toBe(
      '<div class="ll-heading"><h1>Dropout</h1>\n' +
        '<a class="ll-demo" href="dropout.0">▶ Demo</a>' +
        '<a class="ll-demo ll-demo-more" href="+.0">+1</a></div><details data-figure="mask"></details>',
    );
  });

  it('says what it starts, to eyes, screen readers and the right-click menu', () => {
    const html = render('# Weight Decay');
    expect(html).toContain('title="Demo starten: WEIGHT-DECAY – What weight-decay shows."');
    expect(html).toContain('aria-label="Demo starten: WEIGHT-DECAY"');
    expect(html).toContain('data-vscode-context="{&quot;line&quot;:0}"');
    expect(html).toContain('data-href="weight-decay.0"');
  });

  it('stands in front of a lead-in, a bullet, and a line in the middle of a paragraph', () => {
    expect(short(render('*Weight Decay:* kürzt.'))).toBe(
      '<p><a class="ll-demo" href="weight-decay.0">▶</a><em>Weight Decay:</em> kürzt.</p>',
    );
    expect(short(render('- Weight Decay: kürzt.'))).toContain(
      '<li><a class="ll-demo" href="weight-decay.0">▶</a>',
    );
    const lines = short(render('Einleitung.\nWeight Decay (auch Ridge): $x$'));
    expect(lines).toContain('Einleitung.<br>\n<a class="ll-demo" href="weight-decay.1">▶</a>Weight Decay');
  });

  it('stands in the title of a callout, and its figure in the callout', () => {
    const html = render('> [!info] Definition *Dropout*\n> Maske.');
    expect(html.indexOf('href="dropout.0"')).toBeLessThan(html.indexOf('data-figure="mask"'));
    expect(html.indexOf('data-figure="mask"')).toBeLessThan(html.indexOf('Maske.'));
  });

  it('stands below the title of a callout that can be folded, which is a button itself', () => {
    const html = render('> [!question]- Was macht *Weight Decay*?\n> Kürzen.');
    const [summary = '', rest = ''] = html.split('</summary>');
    expect(summary).not.toContain('<a');
    expect(rest.indexOf('ll-demo')).toBeLessThan(rest.indexOf('Kürzen.'));
    expect(rest).toContain('<p class="ll-callout-demos"><a class="ll-demo"');
  });

  it('is a card for a block of settings, which says them', () => {
    const html = short(render('```demo\nexperiment: dropout\nrate: 0.5\n# Bemerkung\nseed: 3\n```'));
    expect(html).toBe(
      '<div class="ll-demo-card code-line"><a class="ll-demo" href="dropout.0">▶ DROPOUT</a><code>rate: 0.5 · seed: 3</code></div>',
    );
  });

  it('leaves a block for an experiment that nobody knows as it is written', () => {
    expect(render('```demo\nexperiment: <b>\n```')).toContain('experiment: &lt;b&gt;');
  });

  it('is one row at the top for what the note as a whole offers', () => {
    const html = render('---\ndemos: [bagging, weight-decay]\n---\nText');
    expect(html).toContain('<nav class="ll-note-demos" aria-label="Demos zu dieser Notiz">');
    expect(html.indexOf('▶ BAGGING')).toBeLessThan(html.indexOf('Text'));
  });
});
