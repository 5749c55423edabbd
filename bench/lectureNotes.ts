import { createRandom, type Random } from '../src/experiments/kit/random';

/** A file of a generated vault. */
export interface GeneratedFile {
  /** Relative to the vault, with `/`. */
  readonly path: string;
  readonly text: string;
}

const subjects = [
  'Analysis',
  'Lineare Algebra',
  'Maschinelles Lernen',
  'Optimierung',
  'Statistik',
  'Numerik',
];
const topics = [
  'Grenzwerte',
  'Matrizen',
  'Gradientenverfahren',
  'Regularisierung',
  'Schätzer',
  'Übungen',
  'Größen',
];
const words =
  'der die das eine Funktion stetig Ableitung Vektor Matrix wobei gilt daher Beispiel Norm Raum lineare Abbildung Verlust Netz Gewicht Schritt größer für über Menge Folge konvergiert nicht immer wenn Gradient minimal Fehler Daten schätzt Parameter Wahrscheinlichkeit'.split(
    ' ',
  );
const formulas = [
  'x_{t+1} = x_t - \\eta \\nabla f(x_t)',
  '\\|w\\|_2^2',
  '\\lambda > 0',
  'f\\colon \\mathbb{R}^n \\to \\mathbb{R}',
  '\\frac{1}{n} \\sum_{i=1}^n (y_i - \\hat y_i)^2',
];
const calloutTypes = ['info', 'Definition', 'example', 'warning', 'abstract'];

/** How many terms the glossary explains. */
const termCount = 300;

/** Of a hundred links to notes so many lead nowhere; of all links, those to pictures and the glossary included, about five. */
const unresolvedPercent = 7;

/** A vault of lecture notes as students write them, and `Glossar.md` that each of them links to. The same seed gives the same vault. */
export function* generateVault(noteCount: number, seed: number): Generator<GeneratedFile> {
  const random = createRandom(seed);
  yield { path: 'Glossar.md', text: glossary(random.stream('glossary')) };
  for (let number = 1; number < noteCount; number++) {
    const writer = new NoteWriter(random.stream(`note ${number}`), noteCount);
    yield { path: `${folderOf(number)}/${titleOf(number)}.md`, text: writer.note(number) };
  }
  for (let number = 0; number < pictureCount; number++)
    yield { path: `Bilder/Skizze ${number}.png`, text: '' };
}

/** One long note with everything that lecture notes have; its links are those of a vault of `noteCount` notes. */
export function longNote(lineCount: number, noteCount: number, seed: number): string {
  const random = createRandom(seed);
  const lines: string[] = [];
  for (let section = 1; lines.length < lineCount; section++) {
    const writer = new NoteWriter(random.stream(`section ${section}`), noteCount);
    lines.push(...writer.section(`Abschnitt ${section}`).split('\n'));
  }
  return lines.slice(0, lineCount).join('\n');
}

const pictureCount = 50;

function folderOf(number: number): string {
  return subjects[number % subjects.length] ?? '';
}

function titleOf(number: number): string {
  return `${topics[number % topics.length]} ${number}`;
}

function glossary(random: Random): string {
  const entries = Array.from({ length: termCount }, (_, index) => {
    const text = new NoteWriter(random.stream(`term ${index}`), 1).sentence();
    return `## Begriff ${index}\n\n${text} $${formulas[index % formulas.length]}$\n`;
  });
  return `# Glossar\n\n${entries.join('\n')}`;
}

class NoteWriter {
  readonly #random: Random;
  readonly #noteCount: number;

  constructor(random: Random, noteCount: number) {
    this.#random = random;
    this.#noteCount = noteCount;
  }

  note(number: number): string {
    const tag = folderOf(number).replace(' ', '-');
    const sections = ['Definition', 'Beispiel', 'Beweis'].slice(0, 2 + this.#random.integer(2));
    return [
      `---\ntags:\n  - ${tag}\naliases:\n  - Thema ${number}\n---`,
      `# ${titleOf(number)}`,
      `Siehe [[Glossar]] und [[Glossar#Begriff ${this.#random.integer(termCount)}|Begriff]], #Vorlesung/${tag}.`,
      ...sections.map((title) => this.section(title)),
    ].join('\n\n');
  }

  section(title: string): string {
    return [
      `## ${title}`,
      `${this.sentence()} ${this.#link()} ${this.sentence()} $${this.#pick(formulas)}$ ${this.sentence()}`,
      Array.from({ length: 4 }, () => this.sentence()).join(' '),
      `- ${this.sentence()}\n- **${this.#pick(words)}:** ${this.sentence()} ${this.#link()}\n  - ${this.sentence()}`,
      `> [!${this.#pick(calloutTypes)}] Definition *${this.#pick(words)}*\n> ${this.sentence()} ${this.#link()}`,
      `$$\n${this.#pick(formulas)}\n$$`,
      `![[Skizze ${this.#random.integer(pictureCount)}.png|300]]`,
      `${this.sentence()} ==${this.#pick(words)}== ${this.#link()} ^satz-${title.toLowerCase().replace(/\W+/g, '-')}`,
      `| Größe | Wert |\n| --- | --- |\n| $n$ | ${this.#random.integer(100)} |\n| ${this.#pick(words)} | \`x\` |`,
    ].join('\n\n');
  }

  sentence(): string {
    const count = 6 + this.#random.integer(12);
    return `${Array.from({ length: count }, () => this.#pick(words)).join(' ')}.`;
  }

  /** A link in one of the forms that there are. */
  #link(): string {
    if (this.#random.integer(100) < unresolvedPercent)
      return `[[Noch zu schreiben ${this.#random.integer(200)}]]`;
    const number = 1 + this.#random.integer(Math.max(1, this.#noteCount - 1));
    const title = titleOf(number);
    const forms = [
      `[[${title}]]`,
      `[[${title}|dort]]`,
      `[[${title}#Definition]]`,
      `[[${title}#^satz-definition|Satz]]`,
      `[[${folderOf(number)}/${title}]]`,
      `[Beispiel](../${encodeURI(folderOf(number))}/${encodeURI(title)}.md)`,
      `![[${title}#Beispiel]]`,
    ];
    return this.#pick(forms);
  }

  #pick(list: readonly string[]): string {
    return list[this.#random.integer(list.length)] ?? '';
  }
}
