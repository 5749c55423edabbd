// `npm start`: builds the extension and opens a vault with it, in desktop VS Code where there is one, else in a browser.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktopVscode, hasDisplay, openDesktopVscode } from './lib/desktopVscode.mjs';
import { addressOf, startEmbeddedVscode } from './lib/embeddedVscode.mjs';
import { install } from './lib/install.mjs';
import { sampleVault, toolFolder } from './lib/project.mjs';

const help = `Opens lecture notes with the extension.

  npm start                     the sample vault, in desktop VS Code if the command "code" is there, else in a browser
  npm start -- --vault DIR      another folder of notes
  npm start -- --embedded       in a browser, whatever is installed
  npm start -- --port N         port of the embedded VS Code (8123; the next free one if it is taken)
  npm start -- --check          does the main job without a person and leaves two screenshots in test-results/
  npm start -- --help           this text`;

/**
 * @typedef {object} Options
 * @property {string} vault absolute
 * @property {number} port
 * @property {boolean} embedded
 * @property {boolean} check
 */

/**
 * @param {readonly string[]} args
 * @returns {Options | undefined} undefined when help was asked for
 */
function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      vault: { type: 'string', default: sampleVault },
      port: { type: 'string', default: '8123' },
      embedded: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const vault = resolve(process.env.INIT_CWD ?? '.', values.vault);
  if (!existsSync(vault))
    throw new Error(`There is no folder "${vault}". Name an existing one with --vault DIR.`);
  if (!statSync(vault).isDirectory()) {
    throw new Error(`"${vault}" is not a folder. Name the folder that holds the notes with --vault DIR.`);
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`Port "${values.port}" is not a whole number between 1 and 65535.`);
  }
  return { vault, port, embedded: values.embedded, check: values.check };
}

/**
 * The note to show first: the lecture of the sample vault, else the one that was changed last.
 * @param {string} vault
 * @returns {string | undefined} absolute path
 */
function firstNote(vault) {
  const lecture = join(vault, 'DLVC - VL 5.md');
  if (existsSync(lecture)) return lecture;
  const notes = readdirSync(vault, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !/(^|[\\/])(\.|node_modules)/.test(path))
    .map((path) => join(vault, path));
  return notes.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}

/** @param {string} address */
function openBrowser(address) {
  if (!hasDisplay()) return;
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', address]
        : ['xdg-open', address];
  const child = spawn(/** @type {string} */ (command), args, { stdio: 'ignore', detached: true });
  // The address is printed; a person can open it.
  child.on('error', () => {});
  child.unref();
}

/** @param {Options} options */
async function openEmbedded({ vault, port }) {
  // The sample vault is opened where it is, in this checkout: what is changed there stays, and git shows it.
  const server = await startEmbeddedVscode({
    port,
    defaultFolder: vault,
    withExtension: true,
    dataFolder: (port) => join(toolFolder, `reader-${port}`),
  });
  const address = addressOf(server, vault, { file: firstNote(vault) });
  console.log(`\nLecture Lab is running. Open this address in a browser:\n\n  ${address}\n\nCtrl+C ends it.`);
  openBrowser(address);
  await server.ended;
}

/** @param {Options} options */
async function start(options) {
  await install();
  const { build } = await import('./build.mjs');
  console.log('Building the extension …');
  await build();
  if (options.check) {
    const { checkMainJob } = await import('./lib/mainJob.mjs');
    await checkMainJob(options.vault, firstNote(options.vault), options.port);
    return;
  }
  const code = options.embedded ? undefined : findDesktopVscode();
  if (code && (await openDesktopVscode(code, options.vault, firstNote(options.vault)))) {
    console.log(`Opened ${options.vault} in desktop VS Code.`);
    return;
  }
  if (code) console.log('Desktop VS Code did not open; using the embedded one.');
  await openEmbedded(options);
}

// Through exit, so that what was started is ended too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await start(options);
  else console.log(help);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
