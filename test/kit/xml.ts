/** An element of an XML document with the text directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function unescapeXml(text: string): string {
  if (/[<>]|&(?!amp;|lt;|gt;|quot;|apos;)/.test(text)) throw new Error(`Not escaped: ${text}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not allow them.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text))
    throw new Error('Not a character');
  return text.replace(/&\w+;/g, (entity) => entities[entity] ?? '');
}

function readAttributes(source: string): Readonly<Record<string, string>> {
  const names = new Set<string>();
  const rest = source.replace(/\s+([\w:-]+)="([^"<]*)"/g, (_, name: string) => {
    if (names.has(name)) throw new Error(`Twice: ${name}`);
    names.add(name);
    return '';
  });
  if (rest.trim() !== '') throw new Error(`No attributes: ${source}`);
  const found = [...source.matchAll(/\s+([\w:-]+)="([^"<]*)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, unescapeXml(value)]));
}

/** Reads an XML document of one element, as strictly as a browser does: elements, attributes and text, no declarations. Throws where it is not well formed. */
export function parseXml(source: string): XmlElement {
  type Open = {
    name: string;
    attributes: Readonly<Record<string, string>>;
    children: XmlElement[];
    text: string;
  };
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  const parts = source.split(/(<[^>]*>)/);
  for (const part of parts) {
    const top = open.at(-1) ?? root;
    if (!part.startsWith('<')) {
      top.text += unescapeXml(part);
      continue;
    }
    const [, close, name = '', attributes = '', empty] =
      /^<(\/?)([A-Za-z][\w:-]*)([\s\S]*?)(\/?)>$/.exec(part) ?? [];
    if (name === '') throw new Error(`No tag: ${part}`);
    if (close) {
      if (top.name !== name || attributes.trim() !== '') throw new Error(`${part} closes ${top.name}`);
      open.pop();
      continue;
    }
    const element: Open = { name, attributes: readAttributes(attributes), children: [], text: '' };
    top.children.push(element);
    if (!empty) open.push(element);
  }
  const [only, ...others] = root.children;
  if (!only || others.length > 0 || open.length !== 1 || root.text.trim() !== '')
    throw new Error('Not one element');
  return only;
}

/** An element and all in it, in the order of the document. */
export function allElements(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(allElements)];
}
