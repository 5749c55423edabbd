// Finds a TCP port that a server on this machine may use.
import { createServer } from 'node:net';

/**
 * Asks on both loopback addresses: a browser that opens localhost may try either first.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
async function isFree(port) {
  for (const host of ['127.0.0.1', '::1']) {
    const error = await new Promise((resolve) => {
      const server = createServer();
      server.once('error', (/** @type {NodeJS.ErrnoException} */ { code }) => resolve(code));
      server.listen(port, host, () => server.close(() => resolve(undefined)));
    });
    if (error === 'EADDRINUSE' || error === 'EACCES') return false;
  }
  return true;
}

/**
 * @param {number} wanted first port to try, 1 … 65535
 * @param {(line: string) => void} [log] told when another port than the wanted one is taken
 * @returns {Promise<number>} the wanted port or the next free one
 */
export async function freePort(wanted, log = () => {}) {
  const last = Math.min(wanted + 100, 65_535);
  for (let port = wanted; port <= last; port++) {
    if (!(await isFree(port))) continue;
    if (port !== wanted) log(`Port ${wanted} is taken; using ${port}.`);
    return port;
  }
  throw new Error(`No free port between ${wanted} and ${last}. Choose another with --port N.`);
}
