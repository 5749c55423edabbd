/** What headings and lead-ins say without naming anything: the parts of every lecture, paper and notebook. */
const rubrics = new Set(
  (
    'einleitung einführung zusammenfassung überblick übersicht inhalt inhalte inhaltsverzeichnis motivation idee beispiel beispiele ' +
    'definition definitionen satz sätze beweis beweise bemerkung bemerkungen anmerkung anmerkungen aufgabe aufgaben übung übungen ' +
    'lösung lösungen literatur quelle quellen link links notiz notizen todo frage fragen antwort antworten anhang fazit grundlagen ' +
    'allgemein allgemeines sonstiges verwandt ziel ziele lernziele termine organisatorisches vorteil vorteile nachteil nachteile ' +
    'eigenschaft eigenschaften anwendung anwendungen hinweis hinweise achtung wichtig merke tipp tipps vorgehen ablauf ergebnis ' +
    'ergebnisse diskussion ausblick hintergrund begriffe stichworte geschichte problem probleme folgerung korollar lemma theorem ' +
    'proposition auch ' +
    'introduction summary overview contents example examples exercise exercises solution solutions proof remark remarks reference ' +
    'references note notes question questions answer answers related resources conclusion background properties property advantages ' +
    'disadvantages pros cons application applications warning important tip tips result results discussion outlook history problem ' +
    'problems readme index home inbox template templates untitled unbenannt dashboard log journal daily tasks misc about welcome ' +
    'goal goals idea ideas usage setup installation changelog license'
  ).split(' '),
);

/** Signs that make a text a sentence, a list, a date or a file's name instead of a name. */
const noName = /[?!:;=/\\|,…&<>{}$#]|\.(?:\s|$)| [-–—] |^\P{L}|\d{3,}/u;

/** Words with which a sentence begins, or the part of one. */
const sentenceStart =
  /^(?:zu|die|der|das|ein|eine|wie|was|warum|wann|wo|wer|bei|für|mit|ohne|im|in|auf|von|nach|vor|es|man|wir|the|an?|how|why|what|when|where|who|for|with|without|on|at|by|from|to|und|oder|and|or)(?:\s|$)/;

const mostWords = 6;
const longestName = 60;

/** Whether a heading, lead-in or note's name may name a concept: a few words that are no rubric, number or sentence. */
export function isConceptName(text: string): boolean {
  const name = text.trim();
  if (name.length < 2 || name.length > longestName || noName.test(name)) return false;
  const words = name.split(/\s+/);
  // Lecture 3, Blatt 12, Kapitel IV
  if (words.length > mostWords || (words.length > 1 && /^(?:\d+|[IVX]+)$/.test(words.at(-1) ?? '')))
    return false;
  const key = name.toLowerCase();
  return (
    !rubrics.has(key) &&
    !sentenceStart.test(key) &&
    !/^(?:siehe|see|teil|part|kapitel|chapter|aufgabe|übung|exercise|lecture|vorlesung)\b/.test(key)
  );
}
