// docs/experiments.md and docs/experiments.de.md: the experiments as their specs declare them, once in each language.
import { loadSpecs } from './loadSpecs.mjs';

/** @typedef {import('../../src/experiments/kit/experiment').ExperimentSpec} Spec */
/** @typedef {import('../../src/experiments/kit/localized').Locale} Locale */
/** @typedef {import('../../src/experiments/kit/params').Param} Param */

/** What stands between the texts of the specs. */
const words = {
  de: {
    logarithmic: ', logarithmisch',
    whole: ', ganze Zahlen',
    default: 'voreingestellt',
    switch: 'an oder aus',
    on: 'an',
    off: 'aus',
    defaults: 'die Voreinstellungen',
    question: { choice: 'zum Auswählen', curve: 'zum Zeichnen' },
    atLeast: 'mindestens',
    atMost: 'höchstens',
    and: 'und',
    given: 'mit',
    mean: 'im Mittel über die Startwerte',
    everySeed: 'für jeden Startwert',
    bound: 'Schranke',
    source: 'Quelle',
    other: 'Englisch',
    id: 'Kennung',
    params: 'Parameter',
    presets: 'Lohnende Einstellungen',
    limits: 'Wo die Regel gilt und wo nicht',
    predictions: 'Vorhersagen',
    formulas: 'Formeln mit den Zahlen des Laufs',
    claims: 'Behauptungen',
    concepts: 'Begriffe',
    german: 'Deutsch',
    english: 'Englisch',
    head: `# Experimente

[English](experiments.md)

Was sich im Labor starten lässt, so wie die Experimente es selbst angeben. Jede Behauptung wird im Labor am Lauf geprüft und in den Tests über viele
Startwerte; \`npm run claims\` zeigt, was jede von ihnen misst.`,
  },
  en: {
    logarithmic: ', logarithmic',
    whole: ', whole numbers',
    default: 'default',
    switch: 'on or off',
    on: 'on',
    off: 'off',
    defaults: 'the defaults',
    question: { choice: 'to be chosen', curve: 'to be drawn' },
    atLeast: 'at least',
    atMost: 'at most',
    and: 'and',
    given: 'with',
    mean: 'mean over the seeds',
    everySeed: 'every seed',
    bound: 'Bound',
    source: 'Source',
    other: 'German',
    id: 'Id',
    params: 'Parameters',
    presets: 'Presets',
    limits: 'Limits',
    predictions: 'Predictions',
    formulas: 'Formulas with live values',
    claims: 'Claims',
    concepts: 'Concepts',
    german: 'German',
    english: 'English',
    head: `# Experiments

[Deutsch](experiments.de.md)

What the lab can run, as the experiments themselves declare it. Every claim is checked live in the lab and over seeds in the tests;
\`npm run claims\` prints what each of them measures.`,
  },
};

/**
 * A number as that language writes it.
 * @param {number} value
 * @param {Locale} locale
 */
function numberText(value, locale) {
  return locale === 'de' ? String(value).replace('.', ',') : String(value);
}

/**
 * @param {Param} param
 * @param {Locale} locale
 */
function rangeOf(param, locale) {
  const says = words[locale];
  if (param.kind === 'number') {
    const [min, max, initial] = [param.min, param.max, param.default].map((each) => numberText(each, locale));
    const scale = param.scale === 'log' ? says.logarithmic : '';
    const whole = param.integer ? says.whole : '';
    const unit = param.unit ? ` ${param.unit[locale]}` : '';
    return `${min} … ${max}${unit}${scale}${whole}; ${says.default} ${initial}`;
  }
  if (param.kind === 'switch') return `${says.switch}; ${says.default} ${param.default ? says.on : says.off}`;
  const options = param.options.map(({ value, label }) => `\`${value}\` (${label[locale]})`);
  return `${options.join(', ')}; ${says.default} \`${param.default}\``;
}

/**
 * @param {readonly [string, Param]} entry
 * @param {Locale} locale
 */
function paramLine([name, param], locale) {
  const symbol = param.kind === 'number' && param.symbol ? ` $${param.symbol}$` : '';
  return `- \`${name}\` **${param.label[locale]}**${symbol}: ${rangeOf(param, locale)}. ${param.help[locale]}`;
}

/**
 * Settings as a note writes them.
 * @param {Readonly<Record<string, unknown>>} params
 * @param {Locale} locale
 */
function settings(params, locale) {
  const set = Object.entries(params).map(([name, value]) => `\`${name}: ${value}\``);
  return set.length > 0 ? set.join(', ') : words[locale].defaults;
}

/**
 * @param {NonNullable<Spec['presets']>[number]} preset
 * @param {Locale} locale
 */
function presetLine({ title, why, params }, locale) {
  return `- **${title[locale]}** (${settings(params, locale)}): ${why[locale]}`;
}

/**
 * What is asked before the run; the answer is for the run to give.
 * @param {NonNullable<Spec['predictions']>[number]} prediction
 * @param {Locale} locale
 */
function predictionLine({ kind, question }, locale) {
  return `- ${question[locale]} (${words[locale].question[kind === 'choice' ? 'choice' : 'curve']})`;
}

/**
 * @param {NonNullable<Spec['formulas']>[number]} formula
 * @param {Locale} locale
 */
function formulaLine({ label, tex }, locale) {
  const named = tex.replace(/\\live\{(\w+)\}/g, String.raw`\mathit{$1}`);
  return `- ${label[locale]}: $${named}$`;
}

/**
 * @param {Spec['claims'][number]} claim
 * @param {Locale} locale
 */
function claimLine({ id, text, source, params, bound: { atLeast, atMost }, over }, locale) {
  const says = words[locale];
  const bounds = [
    atLeast !== undefined && `${says.atLeast} ${numberText(atLeast, locale)}`,
    atMost !== undefined && `${says.atMost} ${numberText(atMost, locale)}`,
  ];
  const bound = bounds.filter(Boolean).join(` ${says.and} `);
  const given = params && Object.keys(params).length > 0 ? ` ${says.given} ${settings(params, locale)}` : '';
  const judged = over === 'mean' ? says.mean : says.everySeed;
  const whence = `${says.source}: ${source.replace(/\.$/, '')}.`;
  return `- \`${id}\` ${text[locale]}\n  ${says.bound}: ${bound} (${judged})${given}. ${whence}`;
}

/**
 * @param {string} title
 * @param {string | undefined} body
 * @returns {readonly string[]} paragraphs; none where there is nothing to say
 */
function section(title, body) {
  return body ? [`### ${title}`, body.trim()] : [];
}

/**
 * @param {string | undefined} id of the experiment
 * @param {() => string} write fails where something is missing that its type demands
 */
function named(id, write) {
  try {
    return write();
  } catch (error) {
    throw new Error(`src/experiments/${id}/spec.ts: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * @param {Spec} spec
 * @param {Locale} locale
 */
function chapter(spec, locale) {
  const { id, title, summary, explanation, params, presets = [], limits, claims, concepts } = spec;
  const { predictions = [], formulas = [] } = spec;
  const says = words[locale];
  /**
   * @template T
   * @param {readonly T[]} entries
   * @param {(entry: T, locale: Locale) => string} line
   */
  const list = (entries, line) => entries.map((entry) => line(entry, locale)).join('\n');
  return [
    `## ${title[locale]}`,
    `${says.other}: *${title[locale === 'de' ? 'en' : 'de']}*. ${says.id}: \`${id}\`.`,
    summary[locale],
    explanation[locale].trim(),
    ...section(says.params, list(Object.entries(params), paramLine)),
    ...section(says.presets, list(presets, presetLine)),
    ...section(says.limits, limits?.[locale]),
    ...section(says.predictions, list(predictions, predictionLine)),
    ...section(says.formulas, list(formulas, formulaLine)),
    ...section(says.claims, list(claims, claimLine)),
    ...section(says.concepts, conceptLines(concepts, locale)),
  ].join('\n\n');
}

/**
 * Headings in both languages lead to an experiment, so both are listed, the page's own first.
 * @param {Spec['concepts']} concepts
 * @param {Locale} locale
 */
function conceptLines({ de, en }, locale) {
  const says = words[locale];
  const lines = [`${says.english}: ${en.join(', ')}.`, `${says.german}: ${de.join(', ')}.`];
  return (locale === 'de' ? lines.reverse() : lines).join('\n\n');
}

const mark = '<!-- Generated by `npm run gen` from src/experiments/*/spec.ts. Do not edit. -->';

/**
 * The page in full. Throws, with the place, where a spec cannot be loaded.
 * @param {readonly string[]} ids of the experiments, in the order wanted
 * @param {Locale} locale
 */
export async function experimentsDoc(ids, locale) {
  const specs = await loadSpecs(ids);
  const contents = specs.map((spec, index) =>
    named(ids[index], () => `- [${spec.title[locale]}](#${spec.id}): \`${spec.id}\``),
  );
  const chapters = specs.map((spec, index) =>
    named(ids[index], () => `<a id="${spec.id}"></a>\n\n${chapter(spec, locale)}`),
  );
  return `${[mark, words[locale].head, contents.join('\n'), ...chapters].join('\n\n')}\n`;
}
