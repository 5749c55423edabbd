import { foldCase } from '../terms/fold';

/** Where a link's path leads. Paths are relative to the vault, with `/`. */
export type ResolvedPath =
  | { readonly status: 'found'; readonly path: string }
  /** Several files fit equally well; `path` is the one that is taken. */
  | { readonly status: 'ambiguous'; readonly path: string; readonly candidates: readonly string[] }
  | { readonly status: 'missing' };

/** Finds files by the paths that links use, as Obsidian does. */
export class LinkResolver {
  /** Every file, by the fold of its path: several where only case or composition differ. */
  readonly #byPath = new Map<string, string[]>();
  readonly #byName = new Map<string, Set<string>>();

  /** Adds a file; `path` is relative to the vault, with `/`. Adding it again changes nothing. */
  add(path: string): void {
    const key = foldCase(path);
    const paths = this.#byPath.get(key);
    if (paths?.includes(path)) return;
    if (paths) paths.push(path);
    else this.#byPath.set(key, [path]);
    const name = basename(key);
    const named = this.#byName.get(name);
    if (named) named.add(path);
    else this.#byName.set(name, new Set([path]));
  }

  /** Takes a file out; one that is not there is left out silently. */
  delete(path: string): void {
    const key = foldCase(path);
    const rest = (this.#byPath.get(key) ?? []).filter((other) => other !== path);
    if (rest.length > 0) this.#byPath.set(key, rest);
    else this.#byPath.delete(key);
    const named = this.#byName.get(basename(key));
    named?.delete(path);
    if (named?.size === 0) this.#byName.delete(basename(key));
  }

  /** Resolves the path part of a wikilink that stands in the note `source`. An empty path is the note itself. */
  resolve(linkPath: string, source: string): ResolvedPath {
    const target = linkPath
      .replaceAll('\\', '/')
      .replace(/\u00a0/g, ' ')
      .trim();
    if (target === '') return { status: 'found', path: source };
    // A dot in a note's name is no extension: `Note.1` is `Note.1.md` before it is a file of that name.
    const names = /\.md$/i.test(target) ? [target] : [`${target}.md`, target];
    for (const name of names) {
      const resolved = this.#resolveName(name, source);
      if (resolved.status !== 'missing') return resolved;
    }
    return { status: 'missing' };
  }

  #resolveName(name: string, source: string): ResolvedPath {
    if (/^\.\.?\//.test(name)) return this.#exact(joinPath(dirname(source), name), source);
    if (name.startsWith('/')) return this.#exact(name.slice(1), source);
    const exact = this.#exact(name, source);
    if (exact.status !== 'missing') return exact;
    const key = foldCase(name);
    const ending = [...(this.#byName.get(basename(key)) ?? [])].filter((path) =>
      foldCase(path).endsWith(`/${key}`),
    );
    return pick(ending, source);
  }

  #exact(path: string | undefined, source: string): ResolvedPath {
    return pick(path === undefined ? [] : (this.#byPath.get(foldCase(path)) ?? []), source);
  }
}

/** A file in the source's own folder wins, then the shortest path; among equally long ones the first in code-unit order. */
function pick(paths: readonly string[], source: string): ResolvedPath {
  const [only] = paths;
  if (only === undefined) return { status: 'missing' };
  if (paths.length === 1) return { status: 'found', path: only };
  const folder = dirname(source);
  const own = paths.filter((path) => dirname(path) === folder);
  const pool = own.length > 0 ? own : paths;
  const shortest = Math.min(...pool.map((path) => path.length));
  const best = pool.filter((path) => path.length === shortest).sort(byCodeUnits);
  const path = best[0] ?? only;
  return best.length > 1 ? { status: 'ambiguous', path, candidates: best } : { status: 'found', path };
}

function byCodeUnits(a: string, b: string): number {
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

/** Joins a relative path to a folder; `undefined` where it leads out of the vault. */
function joinPath(folder: string, relative: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
