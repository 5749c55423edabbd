// The README on the extension's page in VS Code, which shows no files of the extension, and no pictures as data either. Links to files become
// their text, pictures from files are left out.

/**
 * @param {string} markdown of the README, as it is in the repository
 * @returns {string} the same text with nothing in it that would be broken without the repository
 */
export function vsixReadme(markdown) {
  // Every other piece is code, in a fence or in a line.
  const pieces = markdown.split(/(^```[\s\S]*?^```|`[^`\n]+`)/m);
  const text = pieces.map((piece, at) => (at % 2 === 0 ? withoutFiles(piece) : piece)).join('');
  return text.replace(/\n{3,}/g, '\n\n');
}

/** @param {string} text without code */
function withoutFiles(text) {
  return text
    .replace(/!\[[^\]]*\]\((?!https:)[^)\s]+\)/g, '')
    .replace(/<(?:source|img)\b(?![^>]*\bsrc="https:)[^>]*>/g, '')
    .replace(/(?<!!)\[([^\][]*)\]\((?![a-z]+:|#)[^)\s]+\)/g, '$1');
}
