// The licences of everything in the bundles that others wrote: what esbuild says went into them, with the texts that lie in node_modules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** @typedef {import('esbuild').Metafile} Metafile */

/**
 * @typedef {object} Notice
 * @property {string} name of the package
 * @property {string} version
 * @property {string} licence SPDX identifier
 * @property {string} text the whole licence, with notices that must go with it
 */

/** What may be in a file that we give away under MIT, by SPDX identifier: each asks for no more than its text and a notice. */
const allowed = new Set([
  ...['MIT', 'ISC', '0BSD', 'Unlicense', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'],
  ...['CC0-1.0', 'BlueOak-1.0.0', 'OFL-1.1'],
]);

// Full texts in packages that are bundled anyway.
const apache = 'node_modules/@mathjax/src/LICENSE';
const mitOfMicrosoft = 'node_modules/@vscode/webview-ui-toolkit/LICENSE';

/**
 * Packages without a licence text of their own: who holds the rights, as sources or manifest say, and where the same text is.
 * @type {Readonly<Record<string, { holder: string, licence: string, text: string }>>}
 */
const textsElsewhere = {
  '@mathjax/mathjax-tex-font': { holder: 'The MathJax Consortium', licence: 'Apache-2.0', text: apache },
  '@tensorflow/tfjs-backend-cpu': { holder: 'Google LLC', licence: 'Apache-2.0', text: apache },
  '@tensorflow/tfjs-backend-webgl': { holder: 'Google LLC', licence: 'Apache-2.0', text: apache },
  '@tensorflow/tfjs-core': { holder: 'Google LLC', licence: 'Apache-2.0', text: apache },
  '@microsoft/fast-element': { holder: 'Microsoft Corporation', licence: 'MIT', text: mitOfMicrosoft },
  '@microsoft/fast-foundation': { holder: 'Microsoft Corporation', licence: 'MIT', text: mitOfMicrosoft },
  '@microsoft/fast-web-utilities': { holder: 'Microsoft Corporation', licence: 'MIT', text: mitOfMicrosoft },
};

/**
 * Files of ours that were made from a package that is not installed.
 * @type {Readonly<Record<string, { name: string, version: string, licence: string, text: string }>>}
 */
const derived = {
  'src/experiments/kit/digits/mnistSubset.gen.ts': {
    name: 'mnist',
    version: '1.1.0',
    licence: 'MIT',
    text: 'src/experiments/kit/digits/LICENSE-mnist.txt',
  },
};

/**
 * @param {Iterable<Metafile>} metafiles
 * @returns {ReadonlySet<string>} the sources of which something is in an output, as paths below the root
 */
function sourcesIn(metafiles) {
  const outputs = [...metafiles].flatMap((metafile) => Object.values(metafile.outputs));
  return new Set(
    outputs.flatMap(({ inputs }) =>
      Object.entries(inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([path]) => path),
    ),
  );
}

/**
 * @param {string} path of a source, e.g. `node_modules/a/node_modules/@b/c/lib/index.js`
 * @returns {string | undefined} folder of the innermost package; undefined for what is no package's
 */
function packageFolder(path) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

/**
 * @param {string} folder of an installed package, below the root
 * @returns {Notice}
 */
export function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string' || !allowed.has(license)) {
    throw new Error(
      `${name} ${version} is bundled, and its licence (${license ?? 'none'}) is not on the list of scripts/lib/thirdPartyNotices.mjs.`,
    );
  }
  const own = readdirSync(join(root, folder)).filter((file) => /^(licen[cs]e|copying|notice\b)/i.test(file));
  if (own.length > 0) {
    const texts = own.sort().map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
    return { name, version, licence: license, text: texts.join('\n\n') };
  }
  const elsewhere = textsElsewhere[name];
  if (elsewhere?.licence !== license) {
    throw new Error(
      `${name} ${version} is bundled and has no licence text. Name one in scripts/lib/thirdPartyNotices.mjs.`,
    );
  }
  const text = withHolder(readFileSync(join(root, elsewhere.text), 'utf8').trim(), elsewhere.holder);
  return { name, version, licence: license, text };
}

/**
 * @param {string} text
 * @param {string} holder
 */
function withHolder(text, holder) {
  return text.includes(`Copyright (c) ${holder}`) ? text : `Copyright ${holder}\n\n${text}`;
}

/**
 * What must be said about a build. Throws where a package has no licence text, or a licence that is not allowed.
 * @param {Iterable<Metafile>} metafiles
 * @returns {readonly Notice[]} by name, each version once
 */
export function noticesOf(metafiles) {
  const sources = sourcesIn(metafiles);
  const folders = new Set([...sources].flatMap((path) => packageFolder(path) ?? []));
  // What a plugin has replaced keeps its path behind a namespace, `(disabled):…`, and nothing of it is there.
  const installed = [...folders].filter((folder) => folder.startsWith('node_modules/')).map(noticeOf);
  const made = [...sources].flatMap((path) => {
    const source = derived[path];
    return source ? [{ ...source, text: readFileSync(join(root, source.text), 'utf8').trim() }] : [];
  });
  const byKey = new Map(
    [...installed, ...made].map((notice) => [`${notice.name}@${notice.version}`, notice]),
  );
  return [...byKey.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/**
 * The same text stands once, below the names of all that it is for.
 * @param {readonly Notice[]} notices
 * @returns {string} the file that ships
 */
export function noticesAsText(notices) {
  const sections = [...groupByText(notices)].map(([text, those]) => {
    const names = those.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return `${'='.repeat(80)}\n${names.join('\n')}\n${'-'.repeat(80)}\n\n${text}\n`;
  });
  const head = 'Lecture Lab contains code, fonts and data of the following packages, under these licences.\n';
  return [head, ...sections].join('\n').replaceAll('\r\n', '\n');
}

/** @param {readonly Notice[]} notices */
function groupByText(notices) {
  /** @type {Map<string, Notice[]>} */
  const groups = new Map();
  for (const notice of notices) groups.set(notice.text, [...(groups.get(notice.text) ?? []), notice]);
  return groups;
}
