// `npm run bench`: how fast the note language is, compared within the same minutes. docs/performance.md says what is measured.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { goalsOf, growthsOf, mistakesOf } from './lib/benchGoals.mjs';
import { findPeers, languageService } from './lib/benchPeers.mjs';
import { makeVaults } from './lib/benchVaults.mjs';
import { codeServer } from './lib/embeddedVscode.mjs';
import { install } from './lib/install.mjs';
import { figureText, writeFigures } from './lib/performanceDoc.mjs';
import { root } from './lib/project.mjs';
import { runToEnd } from './lib/subprocess.mjs';

/** @typedef {import('./lib/benchGoals.mjs').Round} Round */
/** @typedef {{ name: string, node: string, args: readonly string[] }} Run a program to be measured, in a process of its own */

/** With fewer rounds a median says little. */
const usualRounds = 5;

const help = `Measures the note language: npm run bench -- [--json] [--rounds N] [--only TEXT]
or the lab in headless Chromium:  npm run bench -- --lab [--json] [--rounds N]
or VS Code's Markdown preview:    npm run bench -- --preview [--json] [--rounds N]

  --json      prints one object: machine, goals and all figures; writes nothing
  --rounds N  instead of ${usualRounds}; each takes some three minutes, of the lab some forty seconds, of the preview sixty
  --only TEXT only runs whose name contains this: cold, real/, 10000/changes, keystroke, linear, terms …

What was measured whole, without --only, is written into docs/performance.md.
LECTURE_LAB_BENCH_VAULT may name a real vault, as a folder or .tar.gz. Exit code 1 when a goal is missed by more than noise explains.`;

/** @param {string} line */
const log = (line) => console.error(line);

/**
 * Bundles every program in bench/, and the formula renderer as a file of its own, as it ships.
 * @returns {Promise<Readonly<Record<string, string>>>} files by name
 */
async function bundlePrograms() {
  const { bundleCommandLine } = await import('./lib/commandLineBundle.mjs');
  const sources = readdirSync(join(root, 'bench')).filter((file) => file.endsWith('.ts'));
  const bundled = await Promise.all(
    sources.map(async (file) => [file.slice(0, -3), await bundleCommandLine(`bench/${file}`, 'out/bench')]),
  );
  const renderer = 'src/core/math/formulaRenderer.ts';
  return {
    ...Object.fromEntries(bundled),
    formulaRenderer: await bundleCommandLine(renderer, 'out/bench', { minify: true }),
  };
}

/**
 * @param {Readonly<Record<string, string>>} programs
 * @param {readonly import('./lib/benchVaults.mjs').BenchVault[]} vaults
 * @param {import('./lib/benchPeers.mjs').Peers | undefined} peers
 * @returns {readonly Run[]}
 */
function plan(programs, vaults, peers) {
  /** @type {(name: string, program: string, ...args: string[]) => Run} */
  const ours = (name, program, ...args) => ({
    name,
    node: process.execPath,
    args: [...(name.endsWith('memory') ? ['--expose-gc'] : []), programs[program] ?? '', ...args],
  });
  const withVault = vaults.flatMap(({ name, folder }) => {
    const cache = cacheOf(folder);
    return [
      ours(`${name}/cold`, 'cold', folder),
      ours(`${name}/markdownIt`, 'markdownIt', folder),
      ours(`${name}/warm`, 'warm', folder, cache),
      ...(peers
        ? [
            {
              name: `${name}/languageService`,
              node: peers.node,
              args: [join(root, 'bench/languageService.mjs'), peers.folder, folder],
            },
            { ...ours(`${name}/cold (peer's Node)`, 'cold', folder), node: peers.node },
          ]
        : []),
      ours(`${name}/changes`, 'changes', folder),
      ours(`${name}/slices`, 'slices', folder),
      ours(`${name}/slices from the cache`, 'slices', folder, cache),
      ours(`${name}/memory`, 'memory', folder),
    ];
  });
  const terms = [
    ours('terms words', 'terms', 'words', join(root, 'bench/terms')),
    ours('terms hover', 'terms', 'hover', programs.formulaRenderer ?? ''),
    ours('terms first hover', 'terms', 'firstHover', programs.formulaRenderer ?? ''),
    ours('terms scan', 'terms', 'scan'),
    ours('terms memory', 'terms', 'memory'),
  ];
  return [...withVault, ours('keystroke', 'keystroke'), ours('linear', 'linear'), ...terms];
}

/** @param {string} folder of the vault */
function cacheOf(folder) {
  return `${folder}-cache`;
}

/**
 * @param {Run} run
 * @returns {Promise<import('./lib/benchGoals.mjs').Figures>}
 */
async function measure({ name, node, args }) {
  const { code, output } = await runToEnd(node, args, { cwd: root });
  const lastLine = output.trimEnd().split('\n').at(-1) ?? '';
  if (code !== 0) throw new Error(`${name} failed (${code}).\n${output}`);
  return JSON.parse(lastLine);
}

/**
 * Every run once, each in a process of its own. Every round begins with another run, so that none is always the first.
 * @param {readonly Run[]} runs
 * @param {number} number of the round, from 0
 * @returns {Promise<Round>}
 */
async function round(runs, number) {
  /** @type {Record<string, import('./lib/benchGoals.mjs').Figures>} */
  const figures = {};
  for (const run of rotated(runs, number)) {
    const begun = performance.now();
    figures[run.name] = await measure(run);
    log(`  round ${number + 1}, ${run.name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
  return figures;
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} by
 */
function rotated(list, by) {
  const at = by % Math.max(1, list.length);
  return [...list.slice(at), ...list.slice(0, at)];
}

/** @param {readonly import('./lib/benchGoals.mjs').Goal[]} goals */
function table(goals) {
  const width = Math.max(...goals.map(({ name }) => name.length));
  return goals.map(({ name, unit, value, limit, sense, isMet, isFarOff }) => {
    const figure = figureText({ unit, value }).padStart(11);
    const verdict = isMet ? 'ok' : isFarOff ? 'MISSED BY FAR' : 'missed';
    return `${name.padEnd(width)} ${figure}   ${sense} ${String(Number(limit.toFixed(2))).padEnd(5)}  ${verdict}`;
  });
}

/**
 * The texts whose time grows most, for who looks for the guilty rule.
 * @param {readonly Round[]} rounds
 */
function steepest(rounds) {
  return growthsOf(rounds)
    .slice(0, 5)
    .map(({ text, ms, ratio }) => `  ${ratio.toFixed(2)} x, ${ms.toFixed(0)} ms  ${text}`);
}

function machine() {
  return { node: process.version, platform: process.platform, cpu: cpus()[0]?.model, cores: cpus().length };
}

/** @param {readonly string[]} args */
function roundsOf(args) {
  const rounds = Number(optionOf(args, '--rounds') ?? usualRounds);
  if (!(rounds >= 1)) throw new Error('--rounds wants a number from 1 on.');
  return rounds;
}

/** @param {readonly string[]} args */
async function bench(args) {
  const rounds = roundsOf(args);
  const only = optionOf(args, '--only') ?? '';
  const programs = await bundlePrograms();
  const folder = mkdtempSync(join(tmpdir(), 'lecture-lab-bench-'));
  try {
    // Terms are measured in vaults that their programs keep in memory.
    const vaults = only.startsWith('terms')
      ? []
      : await makeVaults(folder, programs.generateVault ?? '', log);
    const peers = 'languageService'.includes(only) || only.includes('/') ? await findPeers(log) : undefined;
    const runs = plan(programs, vaults, peers).filter(({ name }) => name.includes(only));
    if (runs.length === 0) throw new Error(`No run is called "${only}".`);
    await writeCaches(programs, vaults, runs);
    /** @type {Round[]} */
    const figures = [];
    for (let number = 0; number < rounds; number++) figures.push(await round(runs, number));
    return {
      rounds: figures,
      goals: goalsOf(
        figures,
        vaults.map(({ name }) => name),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Readonly<Record<string, string>>} programs
 * @param {readonly import('./lib/benchVaults.mjs').BenchVault[]} vaults
 * @param {readonly Run[]} runs
 */
async function writeCaches(programs, vaults, runs) {
  for (const { folder } of vaults) {
    const cache = cacheOf(folder);
    if (!runs.some(({ args }) => args.includes(cache))) continue;
    await measure({
      name: 'cache',
      node: process.execPath,
      args: [programs.warm ?? '', folder, cache, 'write'],
    });
  }
}

/**
 * @typedef {object} Outcome
 * @property {import('./lib/performanceDoc.mjs').Section} section of docs/performance.md that it belongs to
 * @property {readonly import('./lib/benchGoals.mjs').Goal[]} goals
 * @property {readonly string[]} peers what it was compared with, with versions
 * @property {object} figures for programs
 * @property {readonly string[]} details for readers
 */

/**
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
async function benchNotes(args) {
  const { goals, rounds } = await bench(args);
  for (const line of mistakesOf(rounds)) log(line);
  const peers = [...versions('markdown-it'), languageService];
  return {
    section: 'notes',
    goals,
    peers,
    figures: { machine: machine(), rounds },
    details: steepest(rounds),
  };
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
async function benchTheLab(args) {
  const { benchLab } = await import('./lib/benchLab.mjs');
  const { goals, rounds, browser, details } = await benchLab(roundsOf(args), log);
  const { cpu, cores, node } = machine();
  const where = `${cores} cores, ${cpu}; Chromium ${browser.chromium}, ${browser.renderer}; Node ${node}`;
  const peers = [...versions('@tensorflow/tfjs'), `in Chromium ${browser.chromium}, ${browser.renderer}`];
  const figures = { machine: { ...machine(), ...browser }, rounds };
  return { section: 'lab', goals, peers, figures, details: [...details, where] };
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
async function benchThePreview(args) {
  const { benchPreview } = await import('./lib/benchPreview.mjs');
  const { goals, rounds, details } = await benchPreview(roundsOf(args), log);
  const peers = [`VS Code's own preview (${codeServer})`];
  return { section: 'preview', goals, peers, figures: { machine: machine(), rounds }, details };
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
function benchWhatIsAsked(args) {
  if (args.includes('--lab')) return benchTheLab(args);
  return args.includes('--preview') ? benchThePreview(args) : benchNotes(args);
}

/**
 * @param {string[]} packages
 * @returns {readonly string[]} `name version` of each that is installed
 */
function versions(...packages) {
  return packages.map((name) => {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    return `${name} ${version}`;
  });
}

/**
 * @param {readonly string[]} args
 * @param {string} option
 */
function optionOf(args, option) {
  const at = args.indexOf(option);
  return at < 0 ? undefined : args[at + 1];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(help);
  } else {
    await install(log);
    const { section, goals, peers, figures, details } = await benchWhatIsAsked(args);
    if (args.includes('--json')) console.log(JSON.stringify({ ...figures, goals }));
    else {
      console.log([...table(goals), ...details].join('\n'));
      if (!args.includes('--only')) writeFigures(section, { goals, peers, rounds: roundsOf(args) });
    }
    process.exitCode = goals.some(({ isFarOff }) => isFarOff) ? 1 : 0;
  }
}
