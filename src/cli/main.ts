import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contributes } from '../../package.json';
import { conceptTable } from '../core/index/conceptTable';
import { specs } from '../experiments/specs.gen';
import type { ExportAssets } from '../export/exportAssets';
import { CommandError } from './commandError';
import { help, parseCommandLine, type Request } from './commandLine';
import { demosForPeople, noteDemos } from './demos';
import { linksForPeople, vaultLinks } from './links';
import { readVault } from './readVault';
import { reportForPeople, vaultReport } from './report';

/** The settings as the manifest groups them. */
const settingGroups = contributes.configuration.map(({ properties }) => properties);

/** The glossary's names where nobody has set others. */
const glossaryNotes: readonly string[] = settingGroups.flatMap(
  (group) => group['lectureLab.glossaryNotes']?.default ?? [],
);

/** The file with TeX macros where nobody has set another. */
const mathPreamble = settingGroups.map((group) => group['lectureLab.mathPreamble']?.default).join('');

/** Characters written at once: a line each would be a call of the system each. */
const chunkSize = 1 << 16;

/**
 * Runs the command line: prints to standard output, or one message to standard error.
 * @param args without the program's name.
 * @param folder absolute; relative paths are seen from here.
 * @param assetsOf makes what exported files need.
 * @returns the exit code.
 */
export async function main(
  args: readonly string[],
  folder: string,
  assetsOf: () => Promise<ExportAssets>,
): Promise<number> {
  // Whoever reads only the beginning (`| head`) has all he wants.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    print(await answer(parseCommandLine(args), folder, assetsOf));
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function answer(
  request: Request,
  folder: string,
  assetsOf: () => Promise<ExportAssets>,
): Promise<Iterable<string>> {
  if (request.command === 'help') return [help];
  const { json } = request;
  const path = resolve(folder, request.path);
  switch (request.command) {
    case 'report':
      return reportLines(path, json);
    case 'links': {
      const vault = readVault(path, glossaryNotes);
      return json ? jsonLines(vaultLinks(vault)) : linksForPeople(vault, request.all);
    }
    case 'demos': {
      const demos = noteDemos(path, specs);
      return json ? jsonLines(demos) : demosForPeople(request.path, demos);
    }
    case 'term':
      return termLines(path, request.word, json);
    case 'export':
      return exportLines(path, resolve(folder, request.out), json, assetsOf);
  }
}

/** The language of the user's system, as far as the shipped glossary has it. */
function systemLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): 'de' | 'en' {
  const locale = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^de(?:[-_.@]|$)/i.test(locale) ? 'de' : 'en';
}

async function termLines(folder: string, word: string, json: boolean): Promise<Iterable<string>> {
  const { answerForPeople, termAnswer } = await import('./term');
  const answer = termAnswer(readVault(folder, glossaryNotes), word, systemLanguage(process.env));
  return json ? jsonLines(answer.lines) : answerForPeople(answer);
}

async function exportLines(
  path: string,
  out: string,
  json: boolean,
  assetsOf: () => Promise<ExportAssets>,
): Promise<Iterable<string>> {
  const { exportForPeople, exportToFile } = await import('./export');
  const locale = systemLanguage(process.env);
  const report = await exportToFile({ path, out, glossaryNotes, preambleOf, locale, assetsOf });
  return json ? [JSON.stringify(report)] : exportForPeople(report);
}

/** The macros of the vault's formulas, where the extension looks for them if nobody has set another file; `''` for none. */
function preambleOf(folder: string): string {
  const file = join(folder, mathPreamble);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function reportLines(folder: string, json: boolean): Promise<Iterable<string>> {
  const { checkFormula } = await import('../core/math/formulaRenderer');
  const preamble = preambleOf(folder);
  const report = vaultReport(folder, {
    glossaryNotes,
    concepts: conceptTable(specs),
    isDrawable: ({ tex, isDisplay }) => checkFormula(tex, isDisplay, { preamble }) === undefined,
    now: () => performance.now(),
  });
  return json ? [JSON.stringify(report)] : reportForPeople(report);
}

function* jsonLines(objects: Iterable<unknown>): Generator<string> {
  for (const object of objects) yield JSON.stringify(object);
}

function print(lines: Iterable<string>): void {
  let chunk = '';
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < chunkSize) continue;
    process.stdout.write(chunk);
    chunk = '';
  }
  process.stdout.write(chunk);
}
