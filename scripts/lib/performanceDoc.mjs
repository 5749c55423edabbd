// The figures in docs/performance.md, as `npm run bench` has measured them.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from './project.mjs';

/** Where the figures stand. */
export const performanceDoc = 'docs/performance.md';

/** @typedef {'notes' | 'lab' | 'preview'} Section what is measured at a time */
/** @typedef {Pick<import('./benchGoals.mjs').Goal, 'name' | 'unit' | 'value' | 'limit' | 'sense' | 'isMet'>} Measured */

/**
 * @typedef {object} Measurement
 * @property {readonly Measured[]} goals
 * @property {number} rounds of which each figure is the median
 * @property {readonly string[]} peers what it was compared with, with versions
 */

/**
 * @param {Pick<Measured, 'unit' | 'value'>} figure
 * @returns {string} with the digits that say something: `1.20 x`, `114 ms`, `0.998`
 */
export function figureText({ unit, value }) {
  if (unit === 'share') return value.toFixed(3);
  const number = Math.abs(value) < 10 ? value.toFixed(2) : value.toFixed(0);
  return unit ? `${number} ${unit}` : number;
}

/** @param {Measured} goal */
function row(goal) {
  const { name, unit, limit, sense, isMet } = goal;
  const asked = `${sense} ${Number(limit.toFixed(2))}${unit && unit !== 'share' ? ` ${unit}` : ''}`;
  const figure = figureText(goal);
  return `| ${name} | ${asked} | ${isMet ? figure : `**${figure}**`} |`;
}

/**
 * @param {Measurement} measurement
 * @param {Date} date
 * @returns {string} Markdown: a table, and a sentence on machine and peers
 */
export function figuresMarkdown({ goals, rounds, peers }, date) {
  const machine = `${cpus().length} cores (${cpus()[0]?.model?.trim() ?? 'unknown'}), ${process.platform}, Node ${process.versions.node}`;
  const median = rounds === 1 ? 'one round' : `median of ${rounds} rounds`;
  return [
    '| | goal | measured |',
    '|---|---|---|',
    ...goals.map(row),
    '',
    `${date.toISOString().slice(0, 10)}, ${median}; ${machine}. Peers: ${peers.join(', ')}. What misses its goal is bold.`,
  ].join('\n');
}

/**
 * @param {string} document
 * @param {Section} section
 * @param {string} figures
 * @returns {string} the document with these figures between the section's marks; throws where it has no such marks
 */
export function withFigures(document, section, figures) {
  const begin = `<!-- figures of ${section}: written by the benchmark -->\n`;
  const end = `\n<!-- end of figures -->`;
  const from = document.indexOf(begin);
  const to = document.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${performanceDoc} has no place for the figures of ${section}.`);
  return document.slice(0, from + begin.length) + figures + document.slice(to);
}

/**
 * Writes the figures of one section into docs/performance.md.
 * @param {Section} section
 * @param {Measurement} measurement
 */
export function writeFigures(section, measurement) {
  const path = join(root, performanceDoc);
  const figures = figuresMarkdown(measurement, new Date());
  writeFileSync(path, withFigures(readFileSync(path, 'utf8'), section, figures));
}
