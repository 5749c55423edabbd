import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, findFolder, folder, isInBrowser, openNote, writeNote } from './kit';
import { renderNote } from './renderNote';

const place = () => vscode.Uri.joinPath(folder('scratch'), 'Vorschau');

function write(name: string, text: string): Promise<vscode.TextDocument> {
  return writeNote(place(), name, text);
}

/** The page once it says what it should: what it needs of a vault is read in the background. */
function rendered(document: vscode.TextDocument, isHoped: (html: string) => boolean): Promise<string> {
  return eventually(() => renderNote(document), isHoped);
}

async function renderText(name: string, text: string): Promise<string> {
  return renderNote(await write(name, text));
}

/** Does something while a setting has another value. The preview is made anew when settings of plugins change. */
async function withSetting(name: string, value: unknown, act: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration();
  await settings.update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await act();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

/** The values of an attribute in HTML, in order. */
function valuesOf(html: string, attribute: string): readonly string[] {
  return [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}

/** What a reader reads: no tags, no annotations of formulas, no code. */
function shownText(html: string): string {
  return html.replace(/<(pre|code|annotation|script|style)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ');
}

/** For what the preview itself does with its extensions; see `renderNote`. */
const itInPreview = isInBrowser ? it.skip : it;

describe('The Markdown preview', () => {
  it('shows a lecture as a page: links, callouts, formulas, demos, terms', async () => {
    const document = await openNote(folder('sample-vault'), 'DLVC - VL 5.md');
    const html = await rendered(
      document,
      (page) => page.includes('ll-term') && !page.includes('ll-unresolved'),
    );
    assert.match(html, /<a class="ll-link" [^>]*href="DLVC%20-%20VL%204.md#[^"]+"/);
    assert.match(html, /<div class="ll-callout/);
    assert.match(html, /class="katex"/);
    assert.match(html, /class="ll-demo"[^>]*href="dropout\.\d+\.DLVC%20-%20VL%205\.md\.lecture-lab-demo"/);
    assert.match(html, /<a class="ll-term"/);
    assert.match(html, /<section class="ll-terms"/);
    assert.doesNotMatch(html, /katex-error/);
    assert.doesNotMatch(shownText(html), /\[\[|\]\]|\$\$|\[!/);
  });

  it('names headings of other notes as the preview of those names them', async () => {
    await write(
      'Ziele.md',
      '# Größe & Maß\n\n## L2-Norm: $w_2$?\n\n## `code` und [[Ziele|Link]]\n\n# Größe & Maß\n\n## Ende\n\nAbsatz ^merke\n',
    );
    const source = await write(
      'Wege.md',
      '[[Ziele#Größe Maß]] [[Ziele#L2-Norm $w_2$?]] [[Ziele#code und Ziele Link|x]] [[Ziele#Ende]] [[Ziele#^merke]]\n',
    );
    const html = await rendered(source, (page) => page.includes('Ziele.md#'));
    const fragments = valuesOf(html, 'href')
      .filter((href) => href.startsWith('Ziele.md#'))
      .map((href) => href.slice('Ziele.md#'.length));
    const ids = valuesOf(await renderNote(await openNote(place(), 'Ziele.md')), 'id');
    assert.ok(fragments.length === 5, fragments.join(' '));
    for (const fragment of fragments)
      assert.ok(ids.includes(fragment), `${fragment} is not among ${ids.join(' ')}`);
  });

  it('keeps the lines of the source, for scrolling with the editor', async () => {
    const html = await renderText('Zeilen.md', '# A\n\n> [!tip] B\n> C\n\n- [ ] D\n\n$$x$$\n\nE ==F==\n');
    const lines = new Set(valuesOf(html, 'data-line').map(Number));
    for (const line of [0, 2, 3, 5, 7, 9])
      assert.ok(lines.has(line), `line ${line} among ${[...lines].join(' ')}`);
  });

  it('shows a note that comes into being', async () => {
    const document = await write('Wartend.md', 'Siehe [[Kommt noch]].\n');
    assert.match(await rendered(document, (page) => page.includes('ll-unresolved')), /ll-unresolved/);
    await write('Kommt noch.md', '# Da\n');
    assert.match(
      await rendered(document, (page) => page.includes('Kommt%20noch.md')),
      /href="Kommt%20noch\.md"/,
    );
  });

  it('shows what is embedded, and what that says after an edit', async () => {
    await write('Teil.md', '# Teil\n\nErst so.\n');
    const document = await write('Ganzes.md', 'Davor ![[Teil#Teil]] danach.\n');
    assert.match(await rendered(document, (page) => page.includes('Erst so.')), /Erst so\./);
    await write('Teil.md', '# Teil\n\nDann anders.\n');
    assert.match(await rendered(document, (page) => page.includes('Dann anders.')), /Dann anders\./);
  });

  itInPreview('leaves what another extension adds as it is', async () => {
    const html = await renderText(
      'Andere.md',
      '# Dropout\n\nText :) und (tm) mit [[Andere]].\n\n```boxed\n[[kein Link]]\n```\n\n```demo\nexperiment: dropout\n```\n',
    );
    assert.match(html, /<span class="smiley">☺<\/span>/);
    assert.match(html, /und ™ mit <a class="ll-link"/);
    assert.match(html, /<div class="boxed">\[\[kein Link\]\]/);
    assert.match(html, /ll-demo-card/);
  });

  itInPreview('shows TeX as it is written where formulas are switched off', async () => {
    const document = await write('Ohne Formeln.md', 'Mit $w_{[[a]]}$ und ==das==.\n\n$$\n\\|w\\|\n$$\n');
    await withSetting('markdown.math.enabled', false, async () => {
      const html = await rendered(document, (page) => !page.includes('class="katex"'));
      assert.match(shownText(html), /\$w_\{\[\[a\]\]\}\$/);
      assert.match(shownText(html), /\$\$\s*\\\|w\\\|\s*\$\$/);
      assert.match(html, /<mark>das<\/mark>/);
    });
    assert.match(await rendered(document, (page) => page.includes('class="katex"')), /class="katex"/);
  });

  itInPreview('leaves the preview alone where it is switched off', async () => {
    const document = await write('Aus.md', '# Dropout\n\n[[Aus]] ==nein==\n');
    await withSetting('lectureLab.preview.enabled', false, async () => {
      const html = await rendered(document, (page) => !page.includes('ll-'));
      assert.match(html, /\[\[Aus\]\] ==nein==/);
      assert.doesNotMatch(html, /ll-/);
    });
    assert.match(await rendered(document, (page) => page.includes('ll-link')), /ll-link/);
  });

  it('is not harmed by a hostile note', async () => {
    const html = await renderText(
      'Feindlich.md',
      [
        '[[Feindlich|<img src=x onerror=alert(1)>]] [x](command:workbench.action.closeWindow) [y](javascript:alert(1))',
        '![[Feindlich]] ![[../../../../etc/passwd]] [[../../etc/passwd]] #"><script>alert(1)</script>',
        '> [!"><script>alert(2)</script>] <b onclick=alert(3)>x',
        `[[${'['.repeat(2000)} ${']'.repeat(2000)}`,
        '![[Feindlich#^x|"onload="alert(4)]]',
      ].join('\n\n'),
    );
    // A link to a command is one to VS Code, which does not follow it.
    assert.doesNotMatch(html, /href="javascript:/i);
    assert.doesNotMatch(html, /(?:href|src)="[^"]*etc\/passwd/);
    assert.doesNotMatch(html, /<img src=x|"onload=|\[!"><script/);
  });

  it('survives a line of a million characters, and two thousand embeds', async () => {
    const line = await renderText('Lang.md', `${'Wort [[Lang]] $x$ ==m== '.repeat(42_000)}\n`);
    assert.ok(line.length > 1_000_000);
    const embeds = await renderText('Viele.md', '![[Lang2]]\n\n'.repeat(2000));
    assert.ok(embeds.length < 5_000_000, `${embeds.length} characters`);
  });

  const real = findFolder('real-notes');
  (real ? it : it.skip)("shows a student's own lecture without an error or a mark left over", async () => {
    const document = await openNote(real as vscode.Uri, 'DLVC - VL 5.md');
    const html = await rendered(document, (page) => page.includes('ll-term'));
    assert.doesNotMatch(html, /katex-error/);
    assert.doesNotMatch(shownText(html), /\[\[|\]\]|\$\$|\[!/);
    assert.match(html, /katex-block ll-display/);
  });
});
