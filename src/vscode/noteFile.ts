/** The largest note whose contents are read, in bytes of its file or UTF-16 units of its text. Ten times as much would need all the memory that an extension host has. */
export const largestNote = 5 * 2 ** 20;

/** Why a note is not read, and what to do, for the log. */
export const tooLarge =
  'is larger than 5 MB, so its contents are not read; links to the file work. Split it into smaller notes.';

/** Why a note is not read that is there, and what to do, for the log. */
export const unreadable =
  'cannot be read and is left out. Check its permissions, whether it is a plain file, and whether a symbolic link leads out of the vault.';

/** The text of a file as VS Code opens it: UTF-16 where it says so by its first bytes, else UTF-8. Bytes that are neither become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
