import { stemmer } from '@orama/stemmers/german';
import { foldWord } from './fold';

/**
 * What the forms of one word have in common, and other words do not: `Vektor`, `Vektoren`, `Vektors` → `vektor`. Inflection only: what
 * is derived from a word is another one (`Gewicht`, `Gewichtung`; `wahrscheinlich`, `Wahrscheinlichkeit`), but for the families in which a
 * noun and its verb are one concept (`Regularisierung`, `regularisierte`, `regularized`). German and English at once, for lectures mix them.
 */
export function wordKey(word: string): string {
  return wordForm(word).key;
}

/** A word folded and without umlauts: how it begins a compound. */
export function wordHead(word: string): string {
  return wordForm(word).head;
}

/** A word as terms are looked up by it. */
export interface WordForm {
  /** See `wordHead`. */
  readonly head: string;
  /** See `wordKey`. */
  readonly key: string;
}

/** Remembered: a vault has far fewer words than places where they stand. */
const forms = new Map<string, WordForm>();

const possessive = /['’]s?$/;
const pluralOfCapitals = /^(\p{L}*\p{Lu}\p{L}*\p{Lu})s$/u;

/** Both forms of a word at once. */
export function wordForm(word: string): WordForm {
  let form = forms.get(word);
  if (!form) {
    if (forms.size > 50_000) forms.clear();
    const head = withoutUmlauts(word.replace(possessive, '').replace(pluralOfCapitals, '$1'));
    form = { head, key: keyOf(head) };
    forms.set(word, form);
  }
  return form;
}

const plainVowels: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u' };

/** Plurals and base forms change umlauts (`Raum`, `Räume`), so keys have none, nor what is typed for them: `Schaetzer`. */
function withoutUmlauts(word: string): string {
  return foldWord(
    word
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöü]/g, (vowel) => plainVowels[vowel] ?? vowel),
  )
    .replaceAll('aeu', 'au')
    .replace(/(?<![aeq])(?:([ao])e(?=[^aeiou])|(u)e(?=[^aeiou].))/g, '$1$2');
}

/** Marks the end of a key that several derivations share, so that no plain word can have the same key. */
const familyMark = '~';

/** Whether a key stands for a noun together with its verb. */
export function isFamilyKey(key: string): boolean {
  return key.includes(familyMark);
}

/** Whether a key ends in a suffix that is part of the word: its forms are all inflections, whatever their ending. */
export function isDerivedKey(key: string): boolean {
  return isFamilyKey(key) || derived.test(key);
}

/** Plurals that no rule of endings gives, also as the last part of a compound. */
const irregular: readonly (readonly [ending: RegExp, base: string])[] = [
  [/(?<=mat)ri(?:zen|ces|xen)$/, 'rix'],
  [/(?<=ind|vert|app?end)i?(?:izes|izen|izes|ices)$/, 'ex'],
  [/(?<=max|min|opt)(?:ima|imums)$/, 'imum'],
  [/(?<=extr)ema$/, 'emum'],
  [/(?<=bas)en$/, 'is'],
  [/(?<=spekt)(?:ren|ra)$/, 'rum'],
  [/(?<=zent)ren$/, 'rum'],
  [/(?<=kriter|steri|krit)(?:ien|ia)$/, 'ium'],
  [/(?<=lem|sche|sig|dog|stig)(?:mata|mas)$/, 'ma'],
  [/(?<=korp|corp)ora$/, 'us'],
  [/(?<=rad|med)ii$/, 'ius'],
  [/(?<=rad)ien$/, 'ius'],
  [/(?<!kandi|man|sol|up)daten$/, 'datum'],
  [/(?<=phanomen|quant)[ae]n?$/, 'on'],
  [/(?<=hypothe|analy|synthe|paralle|gene|the|ba|oa|cri)ses$/, 'sis'],
  [/(?<=stimul|nucle|foc|loc|mod)i$/, 'us'],
];

/** `-ierung` and its verb; German `-isieren` and English `-ize` are one. At least three letters stand before. */
const germanFamily = /^(.{3,}?)(is)?ier(?:ung(?:en|s)?|en|t|te|ten|ter|tes|tem|end(?:e[nrsm]?)?|e|st)$/;
const englishFamily = /^(.{3,}?)i[sz](?:ations?|ed?|es|ing)$/;
const gerund = /^(.{4,}?)(?:ings?|ed)$/;

/** What remains behind the inflected endings of words with these suffixes. */
const nounSuffix = /^(.{2,}(?:ung|heit|keit|schaft|tat|ion|ik|enz|anz|ismus))(?:en|s|e|n)?$/;
/** The stemmer takes their last letters for an ending. */
const nounInEm = /^(.*(?:theor|probl|syst|extr)em)(?:en|e|s)?$/;
const adjectiveSuffix = /^(.{2,}(?:isch|lich|ig|bar|haft|los|sam|[a-z]{3}end))(?:e[nrsm]?)?$/;
const derived = /(?:ung|heit|keit|schaft|tat|ion|ik|enz|anz|ismus|isch|lich|ig|bar|haft|los|sam)$/;

function keyOf(folded: string): string {
  if (folded.length < 4) return folded;
  const word = regularised(folded);
  const german = germanFamily.exec(word);
  if (german) return `${german[1]}${familyMark}${german[2] ? 'ize' : 'ier'}`;
  const english = englishFamily.exec(word);
  if (english) return `${english[1]}${familyMark}ize`;
  const ing = gerund.exec(word);
  if (ing) return `${ing[1]}${familyMark}ing`;
  return (
    (nounSuffix.exec(word) ?? adjectiveSuffix.exec(word) ?? nounInEm.exec(word))?.[1] ??
    stemmer(withoutPlural(word))
  );
}

/** Irregular plurals in their base form; `-us` of `-mus` goes, as `-en` of `-men` does. */
function regularised(word: string): string {
  if (/(?:rithm|arithm)us$/.test(word)) return word.slice(0, -2);
  if (/(?:rithm|arithm)en$/.test(word)) return word.slice(0, -2);
  if (/[^aeiou]{1,2}ies$/.test(word) && word.length > 5) return `${word.slice(0, -3)}y`;
  for (const [ending, base] of irregular) {
    const found = ending.exec(word);
    if (found) return word.slice(0, found.index) + base;
  }
  return word;
}

/** Plurals that the German stemmer leaves: `maps`, `arrays`, `Regeln`, `Formeln`. */
function withoutPlural(word: string): string {
  return /[a-z]{2}[pwyc]s$|[a-z]{2}eln$/.test(word) ? word.slice(0, -1) : word;
}
