/** Languages that a page can speak. */
export type PageLocale = 'de' | 'en';

/** The page's own words. `{0}` is filled in. */
const words = {
  unresolved: { de: 'Notiz fehlt', en: 'note missing' },
  noNote: { de: 'Es gibt keine Notiz „{0}“.', en: 'There is no note “{0}”.' },
  noHeading: { de: 'In „{1}“ gibt es keine Überschrift „{0}“.', en: 'There is no heading “{0}” in “{1}”.' },
  noBlock: { de: 'In „{1}“ gibt es keinen Block „{0}“.', en: 'There is no block “{0}” in “{1}”.' },
  taskOpen: { de: 'offen', en: 'open' },
  taskDone: { de: 'erledigt', en: 'done' },
  taskOther: { de: 'markiert mit „{0}“', en: 'marked “{0}”' },
  footnotes: { de: 'Fußnoten', en: 'Footnotes' },
  footnoteBack: { de: 'Zurück zum Text', en: 'Back to the text' },
  footnoteBackTo: { de: 'Zurück zur {0}. Stelle im Text', en: 'Back to place {0} in the text' },
  properties: { de: 'Eigenschaften ({0})', en: 'Properties ({0})' },
  propertiesUnreadable: { de: 'Eigenschaften: kein lesbares YAML', en: 'Properties: YAML cannot be read' },
  contents: { de: 'Inhalt', en: 'Contents' },
  neighbours: { de: 'Benachbarte Notizen', en: 'Neighbouring notes' },
  previous: { de: 'Vorige', en: 'Previous' },
  next: { de: 'Nächste', en: 'Next' },
  backlinks: { de: 'Verweise auf diese Notiz ({0})', en: 'Links to this note ({0})' },
  more: { de: 'und {0} weitere', en: 'and {0} more' },
  noteDemos: { de: 'Demos zu dieser Notiz', en: 'Demos for this note' },
  startDemo: { de: 'Demo starten: {0}', en: 'Start demo: {0}' },
  chooseDemo: { de: '{0} Demos zur Auswahl: {1}', en: '{0} demos to choose from: {1}' },
  runWithSettings: { de: 'Mit diesen Einstellungen starten', en: 'Run with these settings' },
  outside: {
    de: 'Verweis auf „{0}“, hier nicht enthalten',
    en: 'Link to “{0}”, which is not part of this file',
  },
  pictureLeftOut: { de: 'Bild nicht enthalten: {0}', en: 'Picture not included: {0}' },
  pictureMissing: { de: 'Bild fehlt: {0}', en: 'Picture missing: {0}' },
  fileMissing: { de: 'Datei fehlt: {0}', en: 'File missing: {0}' },
  filePage: { de: 'Seite {0}', en: 'Page {0}' },
  drawing: { de: 'Zeichnung', en: 'Drawing' },
  embedLoading: { de: 'Wird geladen …', en: 'Loading …' },
  embedNoText: {
    de: 'Der Text dieser Notiz liegt gerade nicht vor.',
    en: 'The text of this note is not available right now.',
  },
  embedItself: {
    de: 'Hier würde sich die Notiz selbst enthalten.',
    en: 'Here the note would contain itself.',
  },
  embedTooDeep: {
    de: 'Zu tief ineinander eingebettet. Der Titel führt zur Notiz.',
    en: 'Embedded too deeply. The title leads to the note.',
  },
  embedTooMuch: {
    de: 'Auf dieser Seite ist schon sehr viel eingebettet. Der Titel führt zur Notiz.',
    en: 'This page embeds a great deal already. The title leads to the note.',
  },
  terms: { de: 'Begriffe auf dieser Seite ({0})', en: 'Terms on this page ({0})' },
  termFrom: { de: 'Aus', en: 'From' },
} as const satisfies Readonly<Record<string, Readonly<Record<PageLocale, string>>>>;

/** What a page says, by name. */
export type PageWord = keyof typeof words;

/** A text of the page in its language, its gaps filled. Plain text: escape it. */
export function pageText(
  word: PageWord,
  locale: PageLocale,
  ...values: readonly (string | number)[]
): string {
  return words[word][locale].replace(/\{(\d)\}/g, (gap, index) => String(values[Number(index)] ?? gap));
}
