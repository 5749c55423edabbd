/**
 * Where a wikilink leads by Obsidian's rules, one after the other, without an index and without a thought for speed: what the resolver
 * must agree with. `undefined` for a link to nothing. Paths with `/`.
 */
export function slowlyResolved(files: readonly string[], link: string, source: string): string | undefined {
  const wanted = plain(link).trim();
  if (wanted === '') return source;
  for (const name of /\.md$/i.test(wanted) ? [wanted] : [`${wanted}.md`, wanted]) {
    const found = resolvedName(files, name, source);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same for a Markdown link: beside its note first. */
export function slowlyResolvedMarkdown(
  files: readonly string[],
  link: string,
  source: string,
): string | undefined {
  const wanted = plain(link).trim();
  const isBound = wanted === '' || /^(?:\/|\.\.?\/)/.test(wanted);
  const beside = isBound ? undefined : slowlyResolved(files, `./${wanted}`, source);
  return beside ?? slowlyResolved(files, wanted, source);
}

function resolvedName(files: readonly string[], name: string, source: string): string | undefined {
  const folder = source.split('/').slice(0, -1);
  if (/^\.\.?\//.test(name)) {
    const path = walked(folder, name.split('/'));
    return path === undefined ? undefined : best(files.filter(isCalled(path)), folder);
  }
  if (name.startsWith('/')) return best(files.filter(isCalled(name.slice(1))), folder);
  const atRoot = files.filter(isCalled(name));
  if (atRoot.length > 0) return best(atRoot, folder);
  const end = key(`/${name}`);
  return best(
    files.filter((file) => key(file).endsWith(end)),
    folder,
  );
}

/** The note's own folder wins, then the shortest path, then the first in the order of code units. */
function best(candidates: readonly string[], folder: readonly string[]): string | undefined {
  const own = candidates.filter((file) => file.split('/').slice(0, -1).join('/') === folder.join('/'));
  const pool = [...(own.length > 0 ? own : candidates)].sort();
  return pool.find((file) => pool.every((other) => other.length >= file.length));
}

/** A path as seen from a folder; `undefined` for one that leads out of the vault, or to a folder. */
function walked(folder: readonly string[], steps: readonly string[]): string | undefined {
  if (/^\.\.?$/.test(steps.at(-1) ?? '')) return undefined;
  const path = [...folder];
  for (const step of steps) {
    if (step === '..' && path.length === 0) return undefined;
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

const isCalled = (path: string) => (file: string) => key(file) === key(path);

/** Neither case nor composition nor the kind of space matters. */
const key = (path: string): string => plain(path).normalize('NFC').toLowerCase().replaceAll('ς', 'σ');

const plain = (path: string): string => path.replaceAll('\\', '/').replaceAll('\u00a0', ' ');
