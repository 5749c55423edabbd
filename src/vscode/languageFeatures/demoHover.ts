import * as vscode from 'vscode';
import { readDemoBlock } from '../../core/features/demoBlock';
import { type DemoHelp, demoHelpAt } from '../../core/features/demoHelp';
import { saysDemos } from '../../core/features/diagnostics';
import type { RunnableParam } from '../../core/features/runnableExperiment';
import { formatNumber } from '../../experiments/kit/checkParams';
import type { Locale, Localized } from '../../experiments/kit/localized';
import { commandIds, commandUri } from '../commands';
import { toPosition, toVscodeRange } from '../convert';
import { blockOrder, type DemoOrder } from '../demoOrder';
import { experiments } from '../experimentCatalog';
import { escapeMarkdown, hoverMarkdown, vaultExcerpt } from '../hoverMarkdown';
import { settings } from '../settings';
import type { TermHoverContext } from './termHover';

const texts = {
  allowed: { de: 'Erlaubt', en: 'Allowed' },
  whole: { de: 'ganze Zahlen', en: 'whole numbers' },
  default: { de: 'Voreinstellung', en: 'Default' },
  run: { de: '▶ Mit diesen Einstellungen starten', en: '▶ Run with these settings' },
} as const satisfies Readonly<Record<string, Localized>>;

const keyTexts: Readonly<Record<Extract<DemoHelp, { kind: 'key' }>['key'], Localized>> = {
  experiment: {
    de: 'Welches Experiment dieser Block startet.',
    en: 'Which experiment this block runs.',
  },
  seed: {
    de: 'Startwert des Zufalls, eine ganze Zahl von 0 bis 4294967295. Gleiche Einstellungen und gleicher Startwert ergeben denselben Lauf.',
    en: 'Where chance starts, a whole number from 0 to 4294967295. The same settings and seed give the same run.',
  },
  sweep: {
    de: 'Ein Parameter, der verschiedene Werte durchläuft: `width 16..512` nimmt sieben Werte zwischen den Enden, `width 16, 64, 256` genau diese.',
    en: 'A parameter that takes several values in turn: `width 16..512` takes seven between the ends, `width 16, 64, 256` just these.',
  },
};

/** What a name in a `demo` block or in the property `demos` stands for; `undefined` elsewhere. Specs are loaded for such notes alone. */
export async function demoHover(
  document: vscode.TextDocument,
  position: vscode.Position,
  context: TermHoverContext,
): Promise<vscode.Hover | undefined> {
  const note = context.vaults.noteOf(document);
  if (!saysDemos(note)) return undefined;
  const settable = await experiments.settable();
  const help = demoHelpAt(note, toPosition(position), settable);
  if (!help) return undefined;
  const locale = settings.locale(document.uri);
  const range = toVscodeRange(help.range);
  switch (help.kind) {
    case 'key':
      return new vscode.Hover(hoverMarkdown([keyTexts[help.key][locale]]), range);
    case 'param':
      return new vscode.Hover(hoverMarkdown(await paramParts(document, help, context, locale)), range);
    case 'experiment': {
      const { experiment, block } = help;
      const order = block && readDemoBlock(block, settable).order;
      const ordered = order ? blockOrder(document.uri, note, block, order) : { experimentId: experiment.id };
      const run = runLink(ordered, order ? texts.run[locale] : `▶ Demo: ${experiment.title[locale]}`);
      const title = `**${escapeMarkdown(experiment.title[locale])}**`;
      return new vscode.Hover(hoverMarkdown([title, escapeMarkdown(experiment.summary[locale]), run]), range);
    }
  }
}

function runLink(order: DemoOrder, label: string): string {
  return `[${escapeMarkdown(label)}](${commandUri(commandIds.runDemo, order)})`;
}

/** What a setting is called, with its symbol; what it does; what it may be. */
async function paramParts(
  document: vscode.TextDocument,
  { name, param }: Extract<DemoHelp, { kind: 'param' }>,
  { vaults, formulas }: TermHoverContext,
  locale: Locale,
): Promise<readonly string[]> {
  const vault = vaults.vaultOf(document.uri);
  const symbol = param.kind === 'number' && param.symbol ? ` $${param.symbol}$` : '';
  const title = `**${escapeMarkdown(param.label[locale])}**${symbol} \`${name}\``;
  const html = await vaultExcerpt(vault, title, vault.pathOf(document.uri), formulas);
  return [html, escapeMarkdown(param.help[locale]), escapeMarkdown(allowedText(param, locale))];
}

/** `Allowed: 0 … 0.9 · Default: 0.5 · steps`. */
function allowedText(param: RunnableParam, locale: Locale): string {
  const allowed = `${texts.allowed[locale]}: ${valuesText(param, locale)}`;
  const usual = `${texts.default[locale]}: ${defaultText(param, locale)}`;
  return `${allowed} · ${usual}`;
}

function valuesText(param: RunnableParam, locale: Locale): string {
  if (param.kind === 'switch') return 'true, false';
  if (param.kind === 'choice')
    return param.options.map(({ value, label }) => `${value} (${label[locale]})`).join(', ');
  const range = `${formatNumber(param.min, locale)} … ${formatNumber(param.max, locale)}${unitText(param, locale)}`;
  return param.integer ? `${range} (${texts.whole[locale]})` : range;
}

function defaultText(param: RunnableParam, locale: Locale): string {
  if (param.kind !== 'number') return String(param.default);
  return `${formatNumber(param.default, locale)}${unitText(param, locale)}`;
}

function unitText({ unit }: Extract<RunnableParam, { kind: 'number' }>, locale: Locale): string {
  return unit ? ` ${unit[locale]}` : '';
}
