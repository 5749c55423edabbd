// What is in a .vsix, which is a zip. `vsce` writes it small and plain, so its list of files and `node:zlib` are all that reading takes.
import { inflateRawSync } from 'node:zlib';

const endOfList = 0x06054b50;
const listEntry = 0x02014b50;

/**
 * @param {Buffer} zip without encryption, below 4 GB
 * @returns {ReadonlyMap<string, Buffer>} contents by path
 */
export function vsixFiles(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || zip.readUInt32LE(end) !== endOfList) throw new Error('This is no zip file.');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== listEntry) throw new Error('The list of files in this zip is broken.');
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    files.set(zip.toString('utf8', at + 46, nameEnd), contentsOf(zip, at));
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/**
 * @param {Buffer} zip
 * @param {number} entry where the file's entry in the list begins
 */
function contentsOf(zip, entry) {
  const isCompressed = zip.readUInt16LE(entry + 10) !== 0;
  const length = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(begin, begin + length);
  return isCompressed ? inflateRawSync(bytes) : bytes;
}
