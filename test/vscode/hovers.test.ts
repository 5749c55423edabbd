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

  it('is absent over words that the vault does not define', async () => {
    assert.equal(await hoverOver(await lecture(), 'Zwillinge'), '');
  });
});

describe('A vault without a glossary', () => {
  it('explains what the note itself defines, and nothing else', async () => {
    const text =
      '> [!abstract] Definition *Kantenzug*\n> Eine Folge von Kanten.\n\nJeder Kantenzug und jede Regularisierung.\n';
    const document = await writeNote(folder('scratch'), 'Ohne Glossar.md', text);
    assert.match(await hoverOver(document, 'Kantenzug', 'Jeder'), /Eine Folge von Kanten/);
    assert.doesNotMatch(await hoverOver(document, 'Regularisierung', 'Jeder'), /Sammelbegriff/);
  });
});
