// Writes a generated vault: generateVault DIR NOTES
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateVault } from './lectureNotes';
import { argument, report } from './measure';

const folder = argument(0);
let bytes = 0;
for (const { path, text } of generateVault(Number(argument(1)), 1)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  bytes += Buffer.byteLength(text);
}
report({ bytes });
