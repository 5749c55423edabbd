// How large what the lab and a note's preview load is, from what esbuild says went into its files. Minified, in bytes; a kB has 1000.

/** @typedef {import('esbuild').Metafile} Metafile */

/**
 * @typedef {object} Size
 * @property {string} what id of an experiment, or what all of them need
 * @property {string} where the bundle
 * @property {number} bytes
 * @property {number} most what is allowed
 */

/**
 * What is allowed, in bytes: of an experiment its file for the page, and its part of the worker; of a kind of picture its file; of a note's
 * preview its script with all figures.
 */
export const limits = /** @type {const} */ ({
  page: 350_000,
  worker: 650_000,
  experiment: 15_000,
  picture: 12_000,
  preview: 40_000,
});

/**
 * An output and all that is loaded with it, before it runs.
 * @param {Metafile} metafile
 * @param {string} file
 * @param {ReadonlySet<string>} [there] what has been loaded already
 * @returns {ReadonlySet<string>} paths of outputs
 */
function loadedWith({ outputs }, file, there = new Set()) {
  const found = new Set([file]);
  for (const path of found) {
    for (const { path: next, kind } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && !there.has(next)) found.add(next);
    }
  }
  return found;
}

/**
 * @param {Metafile} metafile
 * @param {Iterable<string>} files
 */
function bytesOf({ outputs }, files) {
  return [...files].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
}

/**
 * @param {Metafile} metafile
 * @param {RegExp} source of an entry point; its group, if it has one, is the id
 * @returns {readonly { readonly id: string, readonly file: string }[]} outputs
 */
function entries({ outputs }, source) {
  return Object.entries(outputs).flatMap(([file, { entryPoint }]) => {
    const match = source.exec(entryPoint ?? '');
    return match ? [{ id: match[1] ?? '', file }] : [];
  });
}

/**
 * The page, then each kind of picture that is loaded late and each experiment: what the page loads when that is opened first.
 * @param {Metafile} page
 * @param {string} where
 * @returns {readonly Size[]}
 */
function pageSizes(page, where) {
  const main = new Set(
    entries(page, /^webview\/main\.ts$/).flatMap(({ file }) => [...loadedWith(page, file)]),
  );
  const pictures = entries(page, /^webview\/views\/([^/]+)\.ts$/);
  const experiments = entries(page, /^src\/experiments\/([^/]+)\/spec\.ts$/);
  /** @param {string} file */
  const bytesWith = (file) => bytesOf(page, loadedWith(page, file, main));
  return [
    { what: 'all experiments', where, bytes: bytesOf(page, main), most: limits.page },
    ...pictures.map(({ id, file }) => ({
      what: `picture "${id}"`,
      where,
      bytes: bytesWith(file),
      most: limits.picture,
    })),
    ...experiments.map(({ id, file }) => ({
      what: id,
      where,
      bytes: bytesWith(file),
      most: limits.experiment,
    })),
  ];
}

/**
 * @param {Metafile} script
 * @param {string} where
 * @returns {readonly Size[]}
 */
function previewSizes(script, where) {
  const bytes = bytesOf(script, Object.keys(script.outputs));
  return [{ what: where, where, bytes, most: limits.preview }];
}

/**
 * The worker, then of each experiment what of it is in there.
 * @param {Metafile} worker
 * @param {string} where
 * @returns {readonly Size[]}
 */
function workerSizes({ outputs }, where) {
  /** @type {Record<string, number>} */
  const parts = {};
  for (const [path, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs),
  )) {
    const id = /^src\/experiments\/([^/]+)\//.exec(path)?.[1];
    if (id && id !== 'kit') parts[id] = (parts[id] ?? 0) + bytesInOutput;
  }
  const bytes = Object.values(outputs).reduce((sum, output) => sum + output.bytes, 0);
  return [
    { what: 'all experiments', where, bytes, most: limits.worker },
    ...Object.entries(parts).map(([what, part]) => ({ what, where, bytes: part, most: limits.experiment })),
  ];
}

/**
 * @param {Readonly<Record<string, Metafile>>} metafiles of a build, by the names of the bundles
 * @returns {readonly Size[]} what has a limit
 */
export function sizesOf(metafiles) {
  return Object.entries(metafiles).flatMap(([name, metafile]) => {
    if (name === 'training worker') return workerSizes(metafile, name);
    if (name === 'preview script') return previewSizes(metafile, name);
    return name.startsWith('lab page') ? pageSizes(metafile, name) : [];
  });
}

/** @param {Size} size */
export function isTooLarge({ bytes, most }) {
  return bytes > most;
}

/**
 * @param {readonly Size[]} sizes
 * @returns {readonly string[]} a line for what all experiments need, one for each experiment, and one for a note's preview
 */
export function describeSizes(sizes) {
  const names = [...new Set(sizes.map(({ what }) => what))];
  return names.map((name) => {
    const parts = sizes
      .filter(({ what }) => what === name)
      .map((size) => {
        const verdict = isTooLarge(size) ? ' (TOO LARGE)' : '';
        return `${size.where} ${(size.bytes / 1000).toFixed(1)} of ${size.most / 1000} kB${verdict}`;
      });
    return `${name}: ${parts.join(', ')}`;
  });
}
