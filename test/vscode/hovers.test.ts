import { strict as assert } from 'node:assert';
import { eventually, folder, hoverOver, openNote, writeNote } from './kit';

const isExplained = (hover: string) => hover !== '';

describe('The hover over a term', () => {
  const lecture = () => openNote(folder('sample-vault'), 'DLVC - VL 5.md');

  it("shows the vault's own definition with its formulas as images", async () => {
    const document = await lecture();
    const hover = await eventually(
      () => hoverOver(document, 'Regularisierung', '# Regularisierung'),
      isExplained,
    );
    assert.match(hover, /Sammelbegriff für alle/);
    assert.match(hover, /<img [^>]*src="data:image\/svg\+xml/);
    assert.doesNotMatch(hover, /\$\$/);
  });

  it('says where the definition is from and offers the demo', async () => {
    const hover = await hoverOver(await lecture(), 'Regularisierung', '# Regularisierung');
    assert.match(hover, /\[Glossar › Regularisierung\]\(command:lectureLab\.openLocation\?/);
    assert.match(hover, /\[▶ Demo[^\]]*\]\(command:lectureLab\.runDemo\?/);
  });

  it('is not cut off by VS Code, which shows 100,000 characters', async () => {
    for (const term of ['Regularisierung', '|Standardabweichung', '|Jacobi-Matrix', 'Weight Decay']) {
      const hover = await hoverOver(await lecture(), term);
      assert.ok(hover.length > 0 && hover.length < 100_000, `${term}: ${hover.length} characters`);
    }
  });

  it('finds inflected forms', async () => {
    const text = 'Viele Regularisierungen senken die Standardabweichungen des Fehlers.\n';
    const document = await writeNote(folder('sample-vault'), 'Wortformen.md', text);
    const forms = [
      ['Regularisierungen', /Sammelbegriff für alle/],
      ['Standardabweichungen', /Wurzel aus der/],
    ] as const;
    for (const [form, definition] of forms) assert.match(await hoverOver(document, form), definition);
  });

  it('works inside a wikilink', async () => {
    const hover = await hoverOver(await lecture(), '|Standardabweichung]]');
    assert.match(hover, /Wurzel aus der/);
    assert.match(hover, /<img /);
  });

  it('says what the word is to the term', async () => {
    const text = 'Mit regularisierten Netzen, der L₂-Regularisierung und SGD.\n';
    const document = await writeNote(folder('sample-vault'), 'Formen von Begriffen.md', text);
    assert.match(
      await hoverOver(document, 'regularisierten'),
      /regularisierten\* — (?:Form von|form of) \*\*Regularisierung/,
    );
    assert.match(
      await hoverOver(document, 'SGD'),
      /SGD\* — (?:anderer Name für|another name for) \*\*Stochastic/,
    );
  });

  it('comes from the glossary that ships where the vault is silent, with its source', async () => {
    const text = 'Der Transformer und seine Kreuzentropien.\n';
    const document = await writeNote(folder('sample-vault'), 'Nicht im Glossar.md', text);
    const hover = await hoverOver(document, 'Kreuzentropien');
    assert.match(hover, /Kreuzentropie/);
    assert.match(hover, /command:lectureLab\.openShippedTerm\?/);
    assert.match(hover, /Goodfellow|Bishop/);
    assert.match(hover, /<img [^>]*src="data:image\/svg\+xml/);
  });

  it('is absent within the definition itself', async () => {
    const glossary = await openNote(folder('sample-vault'), 'Glossar.md');
    const lines = (await hoverOver(glossary, 'Dropout', '## Dropout')).split('\n');
    // What is left are the demos.
    assert.deepEqual(lines.length, 1);
    assert.match(lines[0] ?? '', /^\[▶ Demo: Dropout\]/);
  });

  it('shows hostile definitions as harmless text', async () => {
    const hostile = [
      '> [!definition] Skriptbegriff\n> <script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](command:workbench.action.quit)\n',
      `> [!definition] Riesenbegriff\n> ${'lang '.repeat(200_000)}\n`,
      `> [!definition] Bombenbegriff\n> $\\def\\a{\\a\\a}\\a$ und $${'\\frac{1}{'.repeat(600)}1${'}'.repeat(600)}$ und $${'\\frac12'.repeat(10_000)}$\n`,
    ].join('\n');
    await writeNote(folder('scratch'), 'Feindliche Definitionen.md', hostile);
    const text = 'Skriptbegriff, Riesenbegriff, Bombenbegriff.\n';
    const document = await writeNote(folder('scratch'), 'Feindlich.md', text);
    const script = await eventually(() => hoverOver(document, 'Skriptbegriff'), isExplained);
    assert.match(script, /&lt;script&gt;|&amp;lt;script/);
    assert.doesNotMatch(script, /<script|<img src=x|href="javascript:|href="command:workbench/);
    for (const term of ['Riesenbegriff', 'Bombenbegriff']) {
      const begun = performance.now();
      const hover = await hoverOver(document, term);
      assert.ok(hover.length > 0 && hover.length < 100_000, `${term}: ${hover.length} characters`);
      assert.ok(performance.now() - begun < 10_000, `${term} took ${performance.now() - begun} ms`);
    }
  });

  it('is absent over words that nobody defines', async () => {
    assert.equal(await hoverOver(await lecture(), 'Zwillinge'), '');
  });
});

describe('A vault without a glossary', () => {
  it('explains what the note itself defines, and the rest by the glossary that ships', async () => {
    const text =
      '> [!abstract] Definition *Kantenzug*\n> Eine Folge von Kanten.\n\nJeder Kantenzug und jede Regularisierung.\n';
    const document = await writeNote(folder('scratch'), 'Ohne Glossar.md', text);
    assert.match(await hoverOver(document, 'Kantenzug', 'Jeder'), /Eine Folge von Kanten/);
    assert.match(await hoverOver(document, 'Regularisierung', 'Jeder'), /openShippedTerm/);
  });
});
