// `node scripts/releaseNotes.mjs v1.2.3`: prints what CHANGELOG.md says about that release. Fails where the tag is not the version of
// package.json, or the changelog has nothing under it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { manifest, root } from './lib/project.mjs';

/**
 * @param {string} tag e.g. `v1.2.3`
 * @param {string} version of the manifest
 * @param {string} changelog in the format of Keep a Changelog
 * @returns {string} the section of that version, without its heading
 */
export function releaseNotes(tag, version, changelog) {
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, but package.json says ${version}.`);
  const sections = changelog.split(/^## (?=\[)/m).slice(1);
  const section = sections.find((text) => text.startsWith(`[${version}]`));
  const [heading = '', ...lines] = section?.split(/\r?\n/) ?? [];
  if (!section || !/^\[[^\]]+\] - \d{4}-\d\d-\d\d$/.test(heading.trim())) {
    throw new Error(`CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD".`);
  }
  const notes = lines.join('\n').trim();
  if (notes === '') throw new Error(`CHANGELOG.md says nothing about ${version}.`);
  return notes;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
    console.log(releaseNotes(process.argv[2] ?? '', manifest.version, changelog));
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
