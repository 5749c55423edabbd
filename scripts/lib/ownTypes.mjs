// Types for experiments of one's own, `lecture-lab.d.ts`, from those of the experiments that ship.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** @param {string} file below the kit */
const source = (file) => readFileSync(join(root, 'src/experiments/kit', file), 'utf8');

/** @param {string} text */
const withoutImports = (text) => text.replace(/^import [^;]*;\n/gm, '').trim();

/**
 * The part of a text from one mark to before another.
 * @param {string} text
 * @param {string} from
 * @param {string} [to] absent: to the end
 */
function part(text, from, to) {
  const start = text.indexOf(from);
  const end = to === undefined ? text.length : text.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`lecture-lab.d.ts: no "${start < 0 ? from : to}" in its source.`);
  return text.slice(start, end).trim();
}

/** Fields that may be left out in an experiment of one's own; see `checkOwnSpec`. */
const optional =
  /^(\s+readonly )(help|caption|summary|explanation|concepts|params|claims|source|over|why|readouts|stepsPerFrame|dispose)(: )/gm;

/** What may be left out has to be told from what is needed under the same name. @type {readonly (readonly [RegExp, string])[]} */
const changes = [
  [/^ *\/\*\* Where absent, nothing that the parameters allow.*\n.*divergence.*\n/m, ''],
  [optional, '$1$2?$3'],
  [/^(\s+readonly )scale: /gm, '$1scale?: '],
  [
    /readonly concepts\?: [^;]*;/,
    'readonly concepts?: { readonly de: readonly string[]; readonly en?: readonly string[] };',
  ],
  // The lab looks at what was recorded, whatever it is called.
  [/FieldOf<[^<>]*(?:<[^<>]*>)?[^<>]*>/g, 'string'],
];

/** @returns {string} the whole file */
export function ownTypes() {
  const experiment = withoutImports(source('experiment.ts'));
  const pieces = [
    '/** A text, in both languages or in one for both. */\nexport type Localized = string | { readonly de: string; readonly en: string };',
    withoutImports(source('params.ts')),
    part(withoutImports(source('views.ts')), '/** A chart axis.'),
    part(source('random.ts'), '/**\n * A source of random numbers', 'type Block'),
    part(experiment, '/** A value in a frame', '/** How to see that the training'),
    part(experiment, '/** Everything about an experiment', 'interface Runner<'),
    [
      "/** The spec of an experiment of one's own: `export const spec`. Its id is the file's name without `.experiment.js`. */",
      'export type Spec = ExperimentSpec<any, any, any>;',
      '',
      '/** What computes it: `export function run(params, { random })`. Params have the values that the learner has set. */',
      'export type Run = (params: Readonly<Record<string, any>>, context: RunContext) => Running<any, any>;',
    ].join('\n'),
  ];
  const body = changes.reduce((text, [from, to]) => text.replace(from, to), pieces.join('\n\n'));
  const indented = body.replace(/^(?=.)/gm, '  ');
  return `// Types for experiments of your own. Lecture Lab writes this file beside them; it may be deleted and is made anew with the next one.\n\ndeclare namespace LectureLab {\n${indented}\n}\n`;
}
