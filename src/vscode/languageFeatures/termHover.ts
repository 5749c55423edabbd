import * as vscode from 'vscode';
import { experimentsNamedIn } from '../../core/features/demoAnchors';
import { offeredExperiments } from '../../core/features/demosProperty';
import { explainTerm, type TermExplanation } from '../../core/features/explainTerm';
import { type TermAt, termAt } from '../../core/features/termAt';
import type { ConceptTable } from '../../core/index/conceptTable';
import type { Definition } from '../../core/index/glossary';
import type { TermFinder } from '../../core/index/vaultIndex';
import { languageOf } from '../../core/terms/language';
import { TextLines } from '../../core/text';
import type { Locale, Localized } from '../../experiments/kit/localized';
import type { GlossaryTerm } from '../../glossary/glossaryTerm';
import { commandIds, commandUri } from '../commands';
import { toPosition, toVscodeRange } from '../convert';
import { inLanguageFirst, markdownOf } from '../definitionTexts';
import { originOf } from '../demoOrder';
import { experiments } from '../experimentCatalog';
import { did } from '../firstSteps';
import type { Formulas } from '../formulas';
import { escapeMarkdown, hoverMarkdown, locationUri, vaultExcerpt } from '../hoverMarkdown';
import { settings } from '../settings';
import { type ShippedTerms, shippedGlossaryTitle, shippedTerms } from '../shippedTerms';
import type { Vault } from '../vault';
import type { Vaults } from '../vaults';

/** How long the first hover of a window waits for the vault to be read, in milliseconds. */
const longestWait = 3000;

/** Terms that a hover offers to read next. */
const mostSeeAlso = 4;

/** A hover speaks the language of the experiments it offers, not that of the editor's menus. */
const texts = {
  formOf: { de: 'Form von', en: 'form of' },
  contains: { de: 'enthält', en: 'contains' },
  otherName: { de: 'anderer Name für', en: 'another name for' },
  misspelt: { de: 'gemeint ist wohl', en: 'probably means' },
  from: { de: 'Aus', en: 'From' },
  alsoIn: { de: 'auch in', en: 'also in' },
  seeAlso: { de: 'Siehe auch', en: 'See also' },
} as const satisfies Readonly<Record<string, Localized>>;

/** What hovers over terms are made from. */
export interface TermHoverContext {
  readonly vaults: Vaults;
  readonly concepts: ConceptTable;
  readonly formulas: Formulas;
}

/** What a hover is being made for. */
interface Asked {
  readonly vault: Vault;
  readonly document: vscode.TextDocument;
  /** Of the hover's own words. */
  readonly locale: Locale;
  /** Of the definition, where it exists in both. */
  readonly language: Locale;
  readonly shipped: ShippedTerms;
  /** The vault's own terms, as they count in the note. */
  readonly terms: TermFinder;
  readonly formulas: Formulas;
}

/** The term at a position, explained: its best definition, where it is from, the demos that show it. `undefined` where none stands. */
export async function termHover(
  document: vscode.TextDocument,
  position: vscode.Position,
  { vaults, concepts, formulas }: TermHoverContext,
): Promise<vscode.Hover | undefined> {
  const vault = vaults.vaultOf(document.uri);
  const [shipped] = await Promise.all([shippedTerms(), vault.read(longestWait)]);
  const note = vault.noteOf(document);
  const text = document.getText();
  const lines = new TextLines(text);
  const path = vault.pathOf(document.uri);
  const sources = { vault: vault.index.terms(path, note), shipped: shipped.table };
  const found = explainTerm(sources, { path, note, lines }, toPosition(position));
  const locale = settings.locale(document.uri);
  const language = languageOf(text) ?? locale;
  const asked = { vault, document, locale, language, shipped, terms: sources.vault, formulas };
  const parts = found ? await explanationParts(asked, found) : [];
  const concept = termAt(concepts, note, lines, toPosition(position));
  const place = found ?? concept;
  if (!place) return undefined;
  if (found) did('explainTerm');
  const offered = offeredExperiments(note, concepts);
  const shown = experimentsFor(found, concept, concepts).filter((id) => offered?.has(id) ?? true);
  const demos = demoLinks(asked, place, shown);
  const [title, definition, ...rest] = parts;
  const all = [title, definition, demos, ...rest].filter((part) => part !== undefined && part !== '');
  return all.length === 0
    ? undefined
    : new vscode.Hover(hoverMarkdown(all as string[]), toVscodeRange(place.range));
}

/** Title, definition, where from, what else to read. */
async function explanationParts(
  asked: Asked,
  found: TermExplanation<GlossaryTerm>,
): Promise<readonly string[]> {
  const [best, ...others] = oncePerNote(
    await inLanguageFirst(asked.vault, asked.language, found.definitions),
  );
  const [entry, ...entries] = found.entries;
  const usual = best?.term ?? entry?.names[asked.language][0] ?? '';
  const title = titleText(found, usual, entry, asked.locale);
  const seeAlso = seeAlsoText(asked, entry);
  if (best) {
    const further = [
      ...others.map((other) => linkTo(asked, other)),
      ...[entry, ...entries].flatMap((one) => (one ? [shippedLink(asked, one)] : [])),
    ];
    const from = `${texts.from[asked.locale]} ${linkTo(asked, best)}${alsoText(asked, further)}`;
    return [title, await definitionHtml(asked, best), from, seeAlso];
  }
  if (!entry) return [];
  const markdown = asked.shipped.definitionMarkdown(entry, asked.language);
  const html = await vaultExcerpt(asked.vault, markdown, '', asked.formulas);
  const from = `${texts.from[asked.locale]} ${shippedLink(asked, entry)} · ${escapeMarkdown(entry.source)}`;
  return [
    title,
    html,
    `${from}${alsoText(
      asked,
      entries.map((one) => shippedLink(asked, one)),
    )}`,
    seeAlso,
  ];
}

/** A note that explains a term in a section and in a callout within it is offered once. */
function oncePerNote(definitions: readonly Definition[]): readonly Definition[] {
  const seen = new Set<string>();
  return definitions.filter(({ path, term }) => {
    const key = `${path}\n${term}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

/** The term; where another form of it is written here, what that is to it. */
function titleText(
  { text, kind }: TermExplanation<GlossaryTerm>,
  usual: string,
  entry: GlossaryTerm | undefined,
  locale: Locale,
): string {
  const term = `**${escapeMarkdown(usual)}**`;
  const here = `*${escapeMarkdown(text.replace(/\s+/g, ' '))}*`;
  switch (kind) {
    case 'stem':
      return `${here} — ${texts.formOf[locale]} ${term}`;
    case 'compound':
      return `${here} — ${texts.contains[locale]} ${term}`;
    case 'alias': {
      const isMisspelt = entry?.misspellings?.some((name) => name.toLowerCase() === text.toLowerCase());
      return `${here} — ${texts[isMisspelt ? 'misspelt' : 'otherName'][locale]} ${term}`;
    }
    default:
      return term;
  }
}

/** The definition as HTML; `''` when its note is gone meanwhile. */
async function definitionHtml({ vault, formulas }: Asked, definition: Definition): Promise<string> {
  const markdown = await markdownOf(vault, definition);
  return markdown === '' ? '' : vaultExcerpt(vault, markdown, definition.path, formulas);
}

/** The experiments of the concept that stands here, of the term's name, and of the shipped entry; each once. */
function experimentsFor(
  found: TermExplanation<GlossaryTerm> | undefined,
  concept: TermAt<string> | undefined,
  concepts: ConceptTable,
): readonly string[] {
  const named = found?.definitions[0] ? experimentsNamedIn(found.definitions[0].term, concepts) : [];
  const shown = found?.entries.flatMap(({ experiments = [] }) => experiments) ?? [];
  return [...new Set([...(concept?.match.values ?? []), ...named, ...shown])];
}

/** A line with a button for each experiment; `''` for none. */
function demoLinks(
  { document, locale }: Asked,
  { text, range }: Pick<TermAt<unknown>, 'text' | 'range'>,
  ids: readonly string[],
): string {
  const links = ids.flatMap((experimentId) => {
    const experiment = experiments.find(experimentId);
    const order = { experimentId, origin: originOf(document.uri, { text, range }) };
    return experiment
      ? [`[▶ Demo: ${escapeMarkdown(experiment.title[locale])}](${commandUri(commandIds.runDemo, order)})`]
      : [];
  });
  return links.join(' · ');
}

function linkTo({ vault }: Asked, { path, noteTitle, term, range }: Definition): string {
  const label = noteTitle === term ? term : `${noteTitle} › ${term}`;
  return `[${escapeMarkdown(label)}](${locationUri(vault, path, range.start.line)})`;
}

function shippedLink({ locale, language }: Asked, { id, names }: GlossaryTerm): string {
  const label = `${shippedGlossaryTitle[locale]} › ${names[language][0]}`;
  return `[${escapeMarkdown(label)}](${commandUri(commandIds.openShippedTerm, id, language)})`;
}

function alsoText({ locale }: Asked, links: readonly string[]): string {
  return links.length > 0 ? ` · ${texts.alsoIn[locale]} ${links.slice(0, 5).join(', ')}` : '';
}

/** Terms to read next: the vault's definition where it has one. */
function seeAlsoText(asked: Asked, entry: GlossaryTerm | undefined): string {
  const links = (entry?.seeAlso ?? []).slice(0, mostSeeAlso).flatMap((id) => {
    const next = asked.shipped.withId(id);
    return next ? [seeAlsoLink(asked, next)] : [];
  });
  return links.length > 0 ? `${texts.seeAlso[asked.locale]} ${links.join(' · ')}` : '';
}

function seeAlsoLink(asked: Asked, { id, names }: GlossaryTerm): string {
  const { vault, terms, language } = asked;
  const name = names[language][0];
  const [own] = terms.findAt(name, 0)?.values ?? [];
  const isSame = own && [own.term, ...own.names].some((other) => other.toLowerCase() === name.toLowerCase());
  const uri = isSame
    ? locationUri(vault, own.path, own.range.start.line)
    : commandUri(commandIds.openShippedTerm, id, language);
  return `[${escapeMarkdown(name)}](${uri})`;
}
