// Terms and prose for measuring how fast terms are found. Other than the words of bench/lectureNotes.ts, which are few, these come in
// thousands of compounds and forms, as in a lecture: what is remembered of one word must not answer for most of a note.
import { createRandom, type Random } from '../../src/experiments/kit/random';

/** How often a word of the prose is a term. */
const wordsPerTerm = 12;

const firstParts = (
  'Gradienten Matrix Vektor Kern Verlust Netz Schicht Gewichts Fehler Daten Merkmals Wahrscheinlichkeits Varianz Kosten Spur Rang ' +
  'Eigenwert Faltungs Aktivierungs Trainings Test Stichproben Klassen Modell Parameter Norm Distanz Graphen Baum Knoten Kanten Pfad ' +
  'Flächen Kurven Punkt Grenz Konvergenz Folgen Reihen Summen Produkt Integral Ableitungs Funktions Polynom Spline Rausch Signal ' +
  'Frequenz Bild Sprach Text Wort Satz Entscheidungs Regressions Klassifikations Optimierungs Such Start Ziel Zustands Aktions ' +
  'Belohnungs Speicher Rechen Block Zeilen Spalten Zufalls Mess Schätz'
).split(' ');

/** Last parts, each with an inflected form. */
const lastParts = (
  'verfahren/verfahrens norm/normen raum/räume matrix/matrizen funktion/funktionen schätzer/schätzers abbildung/abbildungen ' +
  'gleichung/gleichungen bedingung/bedingungen rate/raten menge/mengen verteilung/verteilungen dichte/dichten kette/ketten ' +
  'regel/regeln satz/sätze zahl/zahlen wert/werte fehler/fehlern term/terme faktor/faktoren vektor/vektoren operator/operatoren ' +
  'baum/bäume graph/graphen pfad/pfade schritt/schritte schranke/schranken methode/methoden modell/modelle struktur/strukturen ' +
  'ordnung/ordnungen zerlegung/zerlegungen darstellung/darstellungen analyse/analysen größe/größen form/formen gruppe/gruppen ' +
  'klasse/klassen ebene/ebenen tiefe/tiefen breite/breiten kurve/kurven fläche/flächen grenze/grenzen punkt/punkte knoten/knotens ' +
  'kante/kanten ecke/ecken strategie/strategien heuristik/heuristiken suche/suchen prüfung/prüfungen messung/messungen skala/skalen ' +
  'achse/achsen richtung/richtungen krümmung/krümmungen symmetrie/symmetrien invariante/invarianten transformation/transformationen ' +
  'interpolation/interpolationen approximation/approximationen iteration/iterationen konvergenz/konvergenzen tabelle/tabellen ' +
  'aufgabe/aufgaben schwelle/schwellen spanne/spannen stufe/stufen quote/quoten'
)
  .split(' ')
  .map((pair) => pair.split('/'));

const adjectives = ['stochastische', 'lineare', 'glatte', 'endliche', 'gewichtete', 'lokale'];
const people = ['Hilbert', 'Banach', 'Euler', 'Gauß', 'Cauchy', 'Jacobi', 'Newton'];

/** Last parts of compounds that are no terms. */
const ordinaryParts = (
  'vorlesung vorlesungen übung übungen beispiel beispiele beispielen skript skripte kapitel kapiteln tafel tafeln rechnung rechnungen ' +
  'beweis beweise klausur klausuren abschnitt abschnitte thema themen frage fragen antwort antworten sitzung sitzungen woche wochen ' +
  'blatt blätter notiz notizen lösung lösungen hilfe hilfen anmerkung anmerkungen programm programme zeichnung zeichnungen skizze skizzen ' +
  'arbeit arbeiten gedanke gedanken kurs kurse raum vortrag vorträge'
).split(' ');

const ordinaryWords = (
  'der die das den dem des ein eine einen einem einer und oder aber denn weil wenn dass wir man es sich ist sind war wird werden hat ' +
  'haben kann können muss soll nicht auch nur noch schon sehr mehr weniger hier dort dann daher also so wie als mit von zu bei nach vor ' +
  'über unter zwischen durch für gegen ohne um an auf in im am zum zur gilt folgt heißt bedeutet zeigt liefert wählt nimmt setzt rechnet ' +
  'groß größer klein kleiner neu alt einfach schwierig gut besser erste zweite dritte letzte jede jeder jedes alle viele einige wenige ' +
  'Lineare Algebra Analysis Statistik Numerik Professor Hörsaal Semester Tafel Heft Kreide Montag Freitag Pause Anfang Ende Mitte Seite'
).split(' ');

const formulas = [
  (n: number) => `x_{${n}} = x_{t} - \\eta \\nabla f_{${n}}(x_t)`,
  (n: number) => `\\|w_{${n}}\\|_2^2 \\le \\frac{1}{${n + 1}}`,
  (n: number) => `f_{${n}}\\colon \\mathbb{R}^n \\to \\mathbb{R}`,
  (n: number) => `\\frac{1}{n} \\sum_{i=1}^{${n}} (y_i - \\hat y_i)^2`,
];

/** As many terms as the parts make. */
export const mostTerms = firstParts.length * lastParts.length;

/** The term with a number, 0 … `mostTerms` − 1: a compound, every fourth with an adjective. */
export function termName(number: number): string {
  return named(number, 0);
}

/** The term as an inflected form; in what case or number does not matter. */
export function inflectedTerm(number: number): string {
  return named(number, 1);
}

function named(number: number, form: 0 | 1): string {
  const last = lastParts[Math.floor(number / firstParts.length) % lastParts.length]?.[form] ?? '';
  const noun = `${firstParts[number % firstParts.length]}${last}`;
  if (number % 4 !== 3) return noun;
  return `${adjectives[number % adjectives.length]}${form === 1 ? 'n' : ''} ${noun}`;
}

/** A glossary note that explains the terms `from` … `end` − 1, with formulas, every third with another name. No formula is there twice. */
export function glossaryNote(from: number, end: number): string {
  const random = createRandom(4).stream(`glossary ${from}`);
  const entries = Array.from({ length: end - from }, (_, index) => entry(from + index, random));
  return `# Glossar\n\n${entries.join('\n\n')}\n`;
}

function entry(number: number, random: Random): string {
  const formula = (offset: number): string =>
    formulas[(number + offset) % formulas.length]?.(number + offset) ?? '';
  const alias = `*Auch: ${people[number % people.length]}-${termName(number).replace(/^.* /, '')}*`;
  return [
    `## ${termName(number)}`,
    ...(number % 3 === 0 ? [alias] : []),
    `${sentence(random)} Dabei ist $${formula(0)}$ und $${formula(1)}$. ${sentence(random)}`,
    `$$${formula(2)}$$`,
  ].join('\n\n');
}

/**
 * A long note: sections of paragraphs, lists, callouts and formulas. One word in twelve is a term, as it is or inflected.
 * @param length UTF-16 code units, to the next end of a section.
 * @param termCount the terms that occur are 0 … `termCount` − 1.
 */
export function lecture(length: number, termCount: number): string {
  const random = createRandom(5);
  const sections: string[] = [];
  for (let written = 0; written < length; written += sections.at(-1)?.length ?? 0)
    sections.push(section(random.stream(`section ${sections.length}`), sections.length, termCount));
  return sections.join('\n\n');
}

function section(random: Random, number: number, termCount: number): string {
  const text = (count: number): string =>
    Array.from({ length: count }, () => sentence(random, termCount)).join(' ');
  const formula = formulas[number % formulas.length]?.(number) ?? '';
  return [
    `## Abschnitt ${number}`,
    text(5),
    `${text(2)} $${formula}$ ${text(2)}`,
    `- ${text(1)}\n- ${text(1)}\n  - ${text(1)}`,
    `> [!info] Merke\n> ${text(2)}`,
    `$$\n${formula}\n$$`,
    text(4),
  ].join('\n\n');
}

/** A sentence; without `termCount` one that names no term. */
export function sentence(random: Random, termCount?: number): string {
  const words = Array.from({ length: 8 + random.integer(12) }, () => word(random, termCount));
  return `${words.join(' ')}.`;
}

function word(random: Random, termCount: number | undefined): string {
  if (termCount !== undefined && random.integer(wordsPerTerm) === 0)
    return named(random.integer(termCount), random.integer(2) === 0 ? 0 : 1);
  if (random.integer(4) > 0) return pick(ordinaryWords, random);
  return `${pick(firstParts, random)}${pick(ordinaryParts, random)}`;
}

function pick(list: readonly string[], random: Random): string {
  return list[random.integer(list.length)] ?? '';
}
