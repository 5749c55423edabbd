import { globTest } from '../glob';
import { foldCase } from '../terms/fold';
import { wordKey } from '../terms/wordKey';
import { wordsOf } from '../terms/words';
import { basename } from './linkResolver';

/** Which glossaries explain the terms of which notes, by the user's settings. */
export interface GlossarySettings {
  /** The glossary notes: names as links write them (`Glossar`, `Mathe/Begriffe`), paths, or globs. `.md` may be left out. */
  readonly notes: readonly string[];
  /** For notes that a glob covers, the glossaries that count there instead. The first glob that fits decides. */
  readonly byNote?: Readonly<Record<string, readonly string[]>>;
  /** Terms that are never explained. */
  readonly exclude?: readonly string[];
}

/** Whether a path is meant. Relative to the vault. */
type PathMatcher = (path: string) => boolean;

/** The user's choice of glossaries, made ready for asking. */
export class GlossaryChoice {
  readonly #isListed: PathMatcher;
  readonly #byNote: readonly { readonly covers: PathMatcher; readonly isChosen: PathMatcher }[];
  readonly #excluded: ReadonlySet<string>;

  constructor({ notes, byNote = {}, exclude = [] }: GlossarySettings) {
    const choices = Object.entries(byNote);
    this.#isListed = matcherOf([...notes, ...choices.flatMap(([, glossaries]) => glossaries)]);
    this.#byNote = choices.map(([glob, glossaries]) => ({
      covers: matcherOf([glob]),
      isChosen: matcherOf(glossaries),
    }));
    this.#excluded = termKeys(exclude);
  }

  /** Whether the settings name this note as a glossary, for any note. */
  isGlossary(path: string): boolean {
    return this.#isListed(path);
  }

  /** Which glossaries count in a note. `named` is what the note itself says (`glossary:`), `undefined` for nothing. */
  glossariesOf(path: string, named: readonly string[] | undefined): PathMatcher {
    if (named) return matcherOf(named);
    return this.#byNote.find(({ covers }) => covers(path))?.isChosen ?? everyPath;
  }

  /** Whether a term with these names is left unexplained in a note that excludes `excludedHere`. */
  excludes(names: readonly string[], excludedHere: ReadonlySet<string>): boolean {
    if (this.#excluded.size === 0 && excludedHere.size === 0) return false;
    return names.some((name) => this.#excluded.has(termKey(name)) || excludedHere.has(termKey(name)));
  }
}

/** Names for `GlossaryChoice.excludes`. */
export function termKeys(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(termKey));
}

/** Equal for the forms of one term: an exclusion in the singular holds for the plural. */
function termKey(name: string): string {
  return wordsOf(name)
    .map(({ text }) => wordKey(text))
    .join(' ');
}

function everyPath(): boolean {
  return true;
}

const globSigns = /[*?[\]{}!]/;

/** A name without a folder fits in every folder. */
function matcherOf(patterns: readonly string[]): PathMatcher {
  const folded = patterns.map((pattern) => withoutExtension(foldCase(pattern.trim().replace(/^\.?\//, ''))));
  const names = new Set(folded.filter((pattern) => !globSigns.test(pattern)));
  const globs = folded.filter((pattern) => globSigns.test(pattern));
  const anywhere = globs.map((glob) => (glob.includes('/') ? glob : `**/${glob}`));
  const fitsGlob = globTest(anywhere);
  return (path) => {
    const name = withoutExtension(foldCase(path));
    return names.has(name) || names.has(basename(name)) || fitsGlob(name);
  };
}

function withoutExtension(path: string): string {
  return path.replace(/\.md$/, '');
}
