import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contributes } from '../../package.json';
import { conceptTable } from '../core/index/conceptTable';
import { specs } from '../experiments/specs.gen';
import { CommandError } from './commandError';
import { help, parseCommandLine, type Request } from './commandLine';
import { demosForPeople, noteDemos } from './demos';
import { linksForPeople, vaultLinks } from './links';
import { readVault } from './readVault';
import { reportForPeople, vaultReport } from './report';

/** The glossary's names where nobody has set others. */
const glossaryNotes: readonly string[] =
  contributes.configuration.properties['lectureLab.glossaryNotes'].default;

/** Characters written at once: a line each would be a call of the system each. */
const chunkSize = 1 << 16;

/**
 * Runs the command line: prints to standard output, or one message to standard error.
 * @param args without the program's name.
 * @param folder absolute; relative paths are seen from here.
 * @returns the exit code.
 */
export async function main(args: readonly string[], folder: string): Promise<number> {
  // Whoever reads only the beginning (`| head`) has all he wants.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    print(await answer(parseCommandLine(args), folder));
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function answer(request: Request, folder: string): Promise<Iterable<string>> {
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

/** The macros of the vault's formulas, where the extension looks for them if nobody has set another file; `''` for none. */
function preambleOf(folder: string): string {
  const file = join(folder, contributes.configuration.properties['lectureLab.mathPreamble'].default);
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
