import { createRequire } from 'node:module';
import { type ExcerptContext, excerptHtml, withoutQuoteMarks } from '../../src/core/features/excerptHtml';
import { explainTerm, type TermExplanation } from '../../src/core/features/explainTerm';
import { glossaryTable } from '../../src/core/index/glossaryTable';
import { VaultIndex } from '../../src/core/index/vaultIndex';
import type { RenderFormula } from '../../src/core/math/formulaImage';
import type { Note } from '../../src/core/notes/note';
import { parseNote } from '../../src/core/notes/parseNote';
import type { TermTable } from '../../src/core/terms/termTable';
import { type Position, TextLines } from '../../src/core/text';
import { createRandom } from '../../src/experiments/kit/random';
import type { GlossaryTerm } from '../../src/glossary/glossaryTerm';
import { definitionMarkdown, shippedGlossary } from '../../src/glossary/shippedGlossary';
import { generateVault } from '../lectureNotes';
import { median, quantile } from '../measure';
import { glossaryNote, inflectedTerm, sentence, termName } from './lectureTerms';

const noteCount = 10_000;
const termCount = 5000;
const folders = ['Analysis', 'Lineare Algebra', 'Maschinelles Lernen', 'Optimierung', 'Statistik'];

/** Every 15th note is asked about, each once. */
const every = 15;
const warmUps = 150;

/** As hovers draw formulas. */
const style = { color: '#1f1f1f', fontSize: 15 };

interface AskedPlace {
  readonly path: string;
  readonly text: string;
  readonly position: Position;
}

/** What hovers in a large vault take, in milliseconds. */
export interface HoverTimes {
  readonly notes: number;
  readonly hovers: number;
  /** How many of them showed formulas, as every definition of the vault has them. */
  readonly explained: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
  /** Of these, finding what explains the term; the rest is making its HTML and drawing its formulas. */
  readonly explainMedian: number;
  readonly explainP95: number;
  /** With the formulas' pictures at hand, as for a term that was hovered over before. */
  readonly againP95: number;
}

/** A finder of formulas' pictures. */
type Draw = ExcerptContext['renderFormula'];

/** Hovers over terms, in another note each, every formula drawn anew. @param renderer the bundled formula renderer. */
export function warmHovers(renderer: string): HoverTimes {
  const draw = drawnBy(loadRenderer(renderer));
  const { index, texts, places } = vaultWithTerms();
  const shipped = glossaryTable(shippedGlossary);
  index.tabulate();
  const results = places.map((place) => {
    // The editor has parsed its note long ago.
    const note = index.note(place.path) as Note;
    const pictures = new Map<string, ReturnType<Draw>>();
    const keeping: Draw = (tex, isDisplay) => {
      const picture = pictures.get(tex) ?? draw(tex, isDisplay);
      pictures.set(tex, picture);
      return picture;
    };
    const hover = (): Hover => termHover({ index, texts, shipped, draw: keeping }, place, note);
    return { first: hover(), again: hover() };
  });
  const measured = results.slice(warmUps);
  const first = measured.map(({ first: { ms } }) => ms);
  const explain = measured.map(({ first: { explainMs } }) => explainMs);
  return {
    ...{ notes: index.noteCount, hovers: measured.length },
    explained: measured.filter(({ first: { html } }) => html.includes('<img')).length,
    ...{ median: median(first), p95: quantile(first, 0.95), longest: Math.max(...first) },
    ...{ explainMedian: median(explain), explainP95: quantile(explain, 0.95) },
    againP95: quantile(
      measured.map(({ again: { ms } }) => ms),
      0.95,
    ),
  };
}

/** The first definition with formulas that a window shows, in milliseconds. */
export interface FirstHover {
  /** Loading and drawing. */
  readonly ms: number;
  readonly loadMs: number;
  readonly drawMs: number;
}

const fiveFormulas = String.raw`Verfahren, das $\theta$ entlang $-\nabla_\theta L(\theta)$ verschiebt:

$$\theta_{t+1} = \theta_t - \frac{\eta}{|B|} \sum_{i \in B} \nabla_\theta \ell(f_\theta(x_i), y_i)$$

Dabei ist $\eta > 0$ die Lernrate und $B \subset \{1, \dots, n\}$ eine zufällige Auswahl.`;

/** Call it in a process that has not drawn anything. @param renderer the bundled formula renderer. */
export function firstHover(renderer: string): FirstHover {
  const start = performance.now();
  const render = loadRenderer(renderer);
  const loaded = performance.now();
  const html = excerptHtml(fiveFormulas, { ...noLinks, renderFormula: drawnBy(render) });
  const drawn = performance.now();
  const pictures = html.split('<img').length - 1;
  if (pictures !== 5) throw new Error(`${pictures} formulas were drawn instead of 5.`);
  return { ms: drawn - start, loadMs: loaded - start, drawMs: drawn - loaded };
}

const noLinks = { hrefOf: () => undefined, imageOf: () => undefined };

/** As the extension's bundle does in Node. */
function loadRenderer(file: string): RenderFormula {
  const module = createRequire(file)(file) as typeof import('../../src/core/math/formulaRenderer');
  return module.renderFormula;
}

function drawnBy(render: RenderFormula): Draw {
  return (tex, isDisplay) => render(tex, isDisplay, style);
}

interface HoverSources {
  readonly index: VaultIndex;
  /** Of the glossary notes. */
  readonly texts: ReadonlyMap<string, string>;
  readonly shipped: TermTable<GlossaryTerm>;
  readonly draw: Draw;
}

interface Hover {
  /** `''` where nothing is explained. */
  readonly html: string;
  readonly ms: number;
  readonly explainMs: number;
}

/** What src/vscode/languageFeatures/termHover.ts does for a term, without what needs an editor. */
function termHover(sources: HoverSources, { path, text, position }: AskedPlace, note: Note): Hover {
  const start = performance.now();
  const { index, shipped } = sources;
  const asked = { path, note, lines: new TextLines(text) };
  const found = explainTerm({ vault: index.terms(path, note), shipped }, asked, position);
  const explainMs = performance.now() - start;
  const html = found ? explanationHtml(sources, found) : '';
  return { html, ms: performance.now() - start, explainMs };
}

function explanationHtml(
  { index, texts, draw }: HoverSources,
  { definitions: [best], entries: [entry] }: TermExplanation<GlossaryTerm>,
): string {
  const context = { ...noLinks, renderFormula: draw };
  if (!best) return entry ? excerptHtml(definitionMarkdown(entry, 'de'), context) : '';
  const body = new TextLines(texts.get(best.path) ?? '').slice(best.body);
  const hrefOf: ExcerptContext['hrefOf'] = (link) => {
    const target = index.resolve(link, best.path);
    return target.status === 'found' ? target.path : undefined;
  };
  return excerptHtml(withoutQuoteMarks(body), { ...context, hrefOf });
}

/** The generated vault with a glossary in each folder, and the places in its notes that name their terms. */
function vaultWithTerms() {
  const index = new VaultIndex(['Glossar']);
  const texts = new Map<string, string>();
  const places: AskedPlace[] = [];
  const random = createRandom(6);
  let number = 0;
  for (const { path, text } of generateVault(noteCount, 1)) {
    if (!path.endsWith('.md')) continue;
    const isAsked = number++ % every === 1;
    const place = isAsked ? withTerm(path, text, random.stream(path)) : undefined;
    if (place) places.push(place);
    index.setNote(path, parseNote(place?.text ?? text));
  }
  const size = termCount / folders.length;
  folders.forEach((folder, at) => {
    const text = glossaryNote(at * size, (at + 1) * size);
    texts.set(`${folder}/Glossar.md`, text);
    index.setNote(`${folder}/Glossar.md`, parseNote(text));
  });
  return { index, texts, places };
}

/** A note with a last paragraph that names a term. */
function withTerm(path: string, text: string, random: ReturnType<typeof createRandom>): AskedPlace {
  const number = random.integer(termCount);
  const term = random.integer(2) === 0 ? termName(number) : inflectedTerm(number);
  const before = `${text}\n\n${sentence(random)} Hier hilft `;
  const whole = `${before}${term}, denn ${sentence(random)}\n`;
  const position = new TextLines(whole).positionAt(before.length + Math.floor(term.length / 2));
  return { path, text: whole, position };
}
