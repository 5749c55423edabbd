// Running other programs: quietly while they work, loudly when they fail.
import { spawn } from 'node:child_process';

/**
 * Runs a program to its end. Says every 10 seconds that it is still at it; shows its output only when it fails.
 * @param {string} label what is being done, e.g. "Installing dependencies"
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log?: (line: string) => void }} [options]
 * @returns {Promise<string>} what it wrote to both of its outputs
 */
export async function run(label, command, args, { cwd, env, log = console.log } = {}) {
  const begun = Date.now();
  const ticker = setInterval(() => log(`  … ${label}: ${Math.round((Date.now() - begun) / 1000)} s`), 10_000);
  try {
    const { code, output } = await runToEnd(command, args, { cwd, env });
    if (code === 0) return output;
    throw new Error(`${label} failed (${command} ended with ${code}).\n${lastLines(output, 40)}`);
  } finally {
    clearInterval(ticker);
  }
}

/**
 * Runs a program to its end and collects what it says.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string | undefined, env?: NodeJS.ProcessEnv | undefined, live?: boolean }} [options] `live` also shows its output as it comes
 * @returns {Promise<{ code: number | string, output: string }>} the exit code, or the signal or error that ended it
 */
export function runToEnd(command, args, { cwd, env, live = false } = {}) {
  return new Promise((resolve) => {
    // On Windows npm and code are .cmd files, which only a shell can start.
    const shell = process.platform === 'win32' && !command.endsWith('.exe');
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (live) process.stdout.write(text);
      });
    }
    child.on('error', (error) => resolve({ code: error.message, output }));
    child.on('close', (code, signal) => resolve({ code: code ?? signal ?? 'unknown', output }));
  });
}

/**
 * Runs npm, the one that runs this script if there is one.
 * @param {string} label
 * @param {readonly string[]} args
 * @param {{ cwd: string, log?: (line: string) => void }} options
 */
export function runNpm(label, args, options) {
  const own = process.env.npm_execpath;
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  return own?.endsWith('.js')
    ? run(label, process.execPath, [own, ...args, ...quiet], options)
    : run(label, 'npm', [...args, ...quiet], options);
}

/**
 * @param {string} text
 * @param {number} count
 */
function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
