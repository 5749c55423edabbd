/** A language that definitions exist in. */
export type Language = 'de' | 'en';

/** Words that every text of a language has and the other has not. */
const functionWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(
    'der die das und ist nicht ein eine einen einem einer eines mit für auf den dem des von wird werden im zu zum zur sich durch bei aus wie auch als'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the and is are of to with for that this by from as it be on which not an or we can has have its'.split(
      ' ',
    ),
  ),
};

/** Letters that are enough to tell: what follows is in the same language. */
const sampleLength = 4000;

/** The language of a text; `undefined` where too few words tell, or as many for the one as for the other. */
export function languageOf(text: string): Language | undefined {
  const counts = { de: 0, en: 0 };
  for (const [word] of text
    .slice(0, sampleLength)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    if (functionWords.de.has(word)) counts.de++;
    if (functionWords.en.has(word)) counts.en++;
  }
  if (counts.de + counts.en < 3 || counts.de === counts.en) return undefined;
  return counts.de > counts.en ? 'de' : 'en';
}
