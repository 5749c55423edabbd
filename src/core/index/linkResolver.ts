import { foldCase } from '../terms/fold';

/** Where a link's path leads. Paths are relative to the vault, with `/`. */
export type ResolvedPath =
  | { readonly status: 'found'; readonly path: string }
  /** Several files fit equally well; `path` is the one that is taken. */
  | { readonly status: 'ambiguous'; readonly path: string; readonly candidates: readonly string[] }
  | { readonly status: 'missing' };

/** The files of a vault, to look things up in. */
export type Files = Pick<LinkResolver, 'paths' | 'named' | 'resolve' | 'resolveMarkdown' | 'moved'>;

const missing: ResolvedPath = { status: 'missing' };

/** Finds files by the paths that links use, as Obsidian does. */
export class LinkResolver {
  /** Every file by the fold of its name: links name files by the end of their paths. */
  readonly #byName = new Map<string, string[]>();
  /** What links that mean the same in every note lead to, as far as somebody has asked since a file came or went. */
  readonly #known = new Map<string, ResolvedPath>();

  /** Adds a file; `path` is relative to the vault, with `/`. Adding it again changes nothing. */
  add(path: string): void {
    this.#known.clear();
    const name = pathKey(basename(path));
    const named = this.#byName.get(name);
    if (!named) this.#byName.set(name, [path]);
    else if (!named.includes(path)) named.push(path);
  }

  /** Takes a file out; one that is not there is left out silently. */
  delete(path: string): void {
    this.#known.clear();
    const name = pathKey(basename(path));
    const named = this.#byName.get(name);
    const index = named?.indexOf(path) ?? -1;
    if (!named || index < 0) return;
    if (named.length === 1) this.#byName.delete(name);
    else named.splice(index, 1);
  }

  /** All files, in no particular order. */
  *paths(): Generator<string> {
    for (const named of this.#byName.values()) yield* named;
  }

  /** The files with a name, folder left out and extension included, in any case. */
  named(name: string): readonly string[] {
    return this.#byName.get(pathKey(name)) ?? [];
  }

  /** What this resolver would be if files had other paths: a copy, by old and new path. */
  moved(moves: ReadonlyMap<string, string>): LinkResolver {
    const copy = new LinkResolver();
    for (const path of this.paths()) copy.add(moves.get(path) ?? path);
    return copy;
  }

  /** Resolves the path part of a wikilink that stands in the note `source`. An empty path is the note itself. */
  resolve(linkPath: string, source: string): ResolvedPath {
    const known = this.#known.get(linkPath);
    if (known) return known;
    const target = normalizeLinkPath(linkPath);
    if (target === '') return { status: 'found', path: source };
    // A dot in a note's name is no extension: `Note.1` is `Note.1.md` before it is a file of that name.
    const note = isNotePath(target) ? missing : this.#resolveName(`${target}.md`, source);
    const resolved = note === missing ? this.#resolveName(target, source) : note;
    if (this.isSameEverywhere(target)) this.#known.set(linkPath, resolved);
    return resolved;
  }

  /** Whether a wikilink with this path means the same in every note: it is a name alone, which one file has, or none. */
  isSameEverywhere(linkPath: string): boolean {
    const target = normalizeLinkPath(linkPath);
    if (target === '' || target.includes('/')) return false;
    const name = pathKey(target);
    return (this.#byName.get(`${name}.md`)?.length ?? 0) + (this.#byName.get(name)?.length ?? 0) <= 1;
  }

  /** Resolves the decoded path of a Markdown link: relative to the source's folder first, then as a wikilink. */
  resolveMarkdown(linkPath: string, source: string): ResolvedPath {
    const target = normalizeLinkPath(linkPath);
    if (target === '' || target.startsWith('/') || /^\.\.?\//.test(target))
      return this.resolve(target, source);
    const beside = this.resolve(`./${target}`, source);
    return beside.status === 'missing' ? this.resolve(target, source) : beside;
  }

  #resolveName(name: string, source: string): ResolvedPath {
    const slash = name.lastIndexOf('/');
    const named = this.#byName.get(pathKey(slash < 0 ? name : name.slice(slash + 1)));
    if (!named) return missing;
    if (slash < 0) return named.length === 1 ? found(named[0] as string) : pickByName(named, source);
    if (/^\.\.?\//.test(name)) {
      const path = joinPath(dirname(source), name);
      return path === undefined ? missing : pick(exactly(named, path), source);
    }
    if (name.startsWith('/')) return pick(exactly(named, name.slice(1)), source);
    const exact = exactly(named, name);
    if (exact.length > 0) return pick(exact, source);
    const ending = `/${pathKey(name)}`;
    return pick(
      named.filter((path) => pathKey(path).endsWith(ending)),
      source,
    );
  }
}

/** Hardly any path does. */
const needsNormalizing = /[\\\u00a0]|^\s|\s$/;

/** A link's path with `/` between folders and plain spaces, without space at its ends. */
export function normalizeLinkPath(linkPath: string): string {
  return needsNormalizing.test(linkPath)
    ? linkPath.replaceAll('\\', '/').replaceAll('\u00a0', ' ').trim()
    : linkPath;
}

/** Equal for names of one file: case, composition and the kind of space do not matter. */
function pathKey(path: string): string {
  return foldCase(path).replaceAll('\u00a0', ' ');
}

function found(path: string): ResolvedPath {
  return { status: 'found', path };
}

function exactly(paths: readonly string[], path: string): readonly string[] {
  const key = pathKey(path);
  return paths.filter((other) => pathKey(other) === key);
}

/** A link by name alone: a file at the vault's root wins over all others. */
function pickByName(named: readonly string[], source: string): ResolvedPath {
  const atRoot = named.filter((path) => !path.includes('/'));
  return pick(atRoot.length > 0 ? atRoot : named, source);
}

/** A file in the source's own folder wins, then the shortest path; among equally long ones the first in code-unit order. */
function pick(paths: readonly string[], source: string): ResolvedPath {
  const [only] = paths;
  if (only === undefined) return missing;
  if (paths.length === 1) return found(only);
  const folder = dirname(source);
  const own = paths.filter((path) => dirname(path) === folder);
  const pool = own.length > 0 ? own : paths;
  const shortest = Math.min(...pool.map((path) => path.length));
  const best = pool.filter((path) => path.length === shortest).sort(byCodeUnits);
  const path = best[0] ?? only;
  return best.length > 1 ? { status: 'ambiguous', path, candidates: best } : found(path);
}

/** Order of strings that never depends on the locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The part behind the last `/`. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The part before the last `/`, `''` at the vault's root. */
export function dirname(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Whether a path names a note rather than an attachment. */
export function isNotePath(path: string): boolean {
  return /\.md$/i.test(path);
}

/** A note's name as links write it: without folder and `.md`. */
export function noteName(path: string): string {
  return basename(path).replace(/\.md$/i, '');
}

/** Joins a relative path to a folder; `undefined` where it leads out of the vault. */
export function joinPath(folder: string, relative: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
