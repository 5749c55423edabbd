import { CommandError } from './commandError';

/** What can be asked for. */
export type Command = 'report' | 'links' | 'demos' | 'term' | 'export';

/** A command line, taken apart and checked. */
export type Request =
  | { readonly command: 'help' }
  | {
      readonly command: Command;
      /** DIR or FILE, as written. */
      readonly path: string;
      /** WORD of `term`; `''` for the others. */
      readonly word: string;
      /** OUT of `export`, as written; `''` for the others. */
      readonly out: string;
      readonly json: boolean;
      /** Sound links too. */
      readonly all: boolean;
    };

const synopses: Readonly<Record<Command, string>> = {
  report: 'report DIR',
  links: 'links DIR [--all]',
  demos: 'demos FILE',
  term: 'term DIR WORD',
  export: 'export NOTE OUT.html',
};

/** What `--help` prints. */
export const help = `Looks at a folder of Obsidian notes as Lecture Lab does, and makes pages of them.

  npm run vault -- report DIR       how much there is, what its links lead to, which formulas cannot be drawn
  npm run vault -- links DIR        links that lead nowhere, to several files, or to no such heading or block
  npm run vault -- demos FILE       what can be run in one note: concepts that it names, its property demos, its blocks
  npm run vault -- term DIR WORD    what explains a word in any form: the vault, best first, then the shipped glossary
  npm run vault -- export NOTE OUT  one note as one file (.html) with its formulas, pictures, figures and terms inside

  --json    for programs: one object on one line for report, one object a line for the others (links: all of them)
  --all     links: also those that are as they should be
  --help    this text

Lines and columns are 1-based, as editors show them; columns count UTF-16 code units.
Folders node_modules, .git, .obsidian and .trash are left out; folders that are symbolic links are followed once.
report counts wikilinks and embeds; links also lists Markdown links to files. A link's status is the worst that is true of it:
unresolved, missingHeading, missingBlock, ambiguous, ok.
A word agrees with a term (match) as exact, folded (case, umlauts), alias, stem (another form) or compound (it contains the term).
export takes what the note embeds from its vault: the nearest folder around it with .obsidian in it, or else its own folder.
The shipped glossary and exported pages speak German where LC_ALL, LC_MESSAGES or LANG says de, English otherwise.
Exit code: 0; 1 where a folder, file, command or argument is missing, or where nothing explains the word.
npm prints two lines of its own before the output; for programs: npm run --silent vault -- report DIR --json`;

/** Reads the arguments. Throws a `CommandError` that says how to do it right. */
export function parseCommandLine(args: readonly string[]): Request {
  if (args.some((arg) => arg === '--help' || arg === '-h')) return { command: 'help' };
  const options = args.filter((arg) => arg.startsWith('--'));
  const [command, path, ...words] = args.filter((arg) => !arg.startsWith('--'));
  if (command === undefined) throw new CommandError(`Say what to do.\n\n${help}`);
  if (!isCommand(command)) throw wrong(`There is no command "${command}".`);
  const unknown = options.find(
    (option) => option !== '--json' && !(option === '--all' && command === 'links'),
  );
  if (unknown !== undefined) throw wrong(`There is no option "${unknown}" for ${command}.`, command);
  if (path === undefined || path === '') throw wrong('A folder or file is missing.', command);
  // Without quotes a term of several words arrives as several arguments.
  const rest = words.join(' ').trim();
  const isTaken = command === 'term' || command === 'export';
  if (isTaken && rest === '')
    throw wrong(`A ${command === 'term' ? 'word' : 'file to write'} is missing.`, command);
  if (!isTaken && rest !== '') throw wrong(`"${rest}" is too much.`, command);
  // A mistake must not cost a note.
  if (command === 'export' && (words.length > 1 || !/\.html?$/i.test(rest)))
    throw wrong(`"${rest}" does not name one file that ends in .html.`, command);
  return {
    ...{ command, path, json: options.includes('--json'), all: options.includes('--all') },
    word: command === 'term' ? rest : '',
    out: command === 'export' ? rest : '',
  };
}

function isCommand(name: string): name is Command {
  return Object.hasOwn(synopses, name);
}

function wrong(what: string, command?: Command): CommandError {
  const usages = (command ? [synopses[command]] : Object.values(synopses)).map(
    (text) => `npm run vault -- ${text}`,
  );
  return new CommandError(`${what} Usage:\n  ${usages.join('\n  ')}`);
}
