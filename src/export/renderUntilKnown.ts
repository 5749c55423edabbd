/** Texts within texts within texts: after so many passes what is still unknown stays away. */
const mostPasses = 10;

/**
 * Renders a page that takes in other files, though rendering cannot wait: it is told what is known, asks for the rest, and is done
 * again when that has been read.
 * @param render gets the contents of a file; `undefined` for one that is not there, or not read yet.
 * @param read reads a file once; `undefined` where there is none.
 */
export async function renderUntilKnown(
  render: (contentsOf: (path: string) => string | undefined) => string,
  read: (path: string) => Promise<string | undefined>,
): Promise<string> {
  const files = new Map<string, string | undefined>();
  for (let pass = 1; ; pass++) {
    const unknown = new Set<string>();
    const html = render((path) => {
      if (!files.has(path)) unknown.add(path);
      return files.get(path);
    });
    if (unknown.size === 0 || pass === mostPasses) return html;
    for (const path of unknown) files.set(path, await read(path));
  }
}
