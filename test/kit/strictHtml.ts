/** An element of a page, as it is read. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a strict reader finds in the HTML of a page. */
export interface HtmlReading {
  /** In document order. */
  readonly elements: readonly HtmlElement[];
  /** What a reader sees as prose: no code, formulas or what only screen readers and mice are told. */
  readonly prose: string;
  /** What is not as it should be, with where; empty for good HTML. */
  readonly problems: readonly string[];
}

const voidElements = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

/** Elements that hold phrasing content and nothing else. */
const phrasingOnly =
  /^(?:p|h[1-6]|span|a|em|strong|b|i|u|mark|s|del|ins|sup|sub|small|code|kbd|pre|summary|label|button)$/;

/** Elements that are no phrasing content: a browser ends a paragraph before them. */
const flow =
  /^(?:address|article|aside|blockquote|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/** What elements may stand in, where that is narrow. */
const parents: Readonly<Record<string, RegExp>> = {
  li: /^(?:ul|ol)$/,
  dt: /^(?:dl|div)$/,
  dd: /^(?:dl|div)$/,
  summary: /^details$/,
  tr: /^(?:thead|tbody|tfoot|table)$/,
  td: /^tr$/,
  th: /^tr$/,
  thead: /^table$/,
  tbody: /^table$/,
};

/** What else than these may stand in them. */
const children: Readonly<Record<string, RegExp>> = {
  ul: /^li$/,
  ol: /^li$/,
  dl: /^(?:div|dt|dd)$/,
  table: /^(?:caption|colgroup|thead|tbody|tfoot|tr)$/,
  tr: /^(?:td|th)$/,
};

/** Attributes are in double quotes or have no value; a name that text has broken out into is none of ours. */
const tagAt = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z][\w:-]*(?:\s*="[^"]*")?)*)\s*(\/?)>/iy;
const attribute = /([\w:-]+)(?:\s*="([^"]*)")?/g;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Text or the value of an attribute as it is meant. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '');
}

/** Reads HTML that has no errors a browser would have to mend: all tags closed, attributes in double quotes, nesting as HTML has it, ids once. */
export function readHtml(html: string): HtmlReading {
  const reader = new StrictReader(html);
  reader.read();
  return reader;
}

interface OpenElement {
  readonly name: string;
  readonly isProse: boolean;
}

class StrictReader implements HtmlReading {
  readonly elements: HtmlElement[] = [];
  readonly problems: string[] = [];
  prose = '';
  readonly #html: string;
  readonly #open: OpenElement[] = [];
  readonly #ids = new Set<string>();
  /** How many elements are open in which nothing but phrasing content may stand. */
  #phrasing = 0;

  constructor(html: string) {
    this.#html = html;
  }

  read(): void {
    for (let offset = 0; offset < this.#html.length; ) offset = this.#readFrom(offset);
    for (const { name } of this.#open) this.problems.push(`<${name}> is not closed`);
  }

  /** Reads a tag, a comment or a text, and returns the offset behind it. */
  #readFrom(offset: number): number {
    if (this.#html[offset] !== '<') {
      const next = this.#html.indexOf('<', offset);
      const end = next < 0 ? this.#html.length : next;
      if (this.#open.at(-1)?.isProse ?? true) this.prose += unescapeHtml(this.#html.slice(offset, end));
      return end;
    }
    if (this.#html.startsWith('<!--', offset)) return this.#html.indexOf('-->', offset) + 3;
    tagAt.lastIndex = offset;
    const match = tagAt.exec(this.#html);
    if (!match) {
      this.#report('no tag', offset);
      return offset + 1;
    }
    const [tag, slash, name = '', attributes = '', empty] = match;
    if (slash) this.#close(name, offset);
    else this.#openElement(name, attributesOf(attributes), empty === '/', offset);
    return offset + tag.length;
  }

  #openElement(name: string, attributes: HtmlElement['attributes'], isEmpty: boolean, offset: number): void {
    const parent = this.#open.at(-1);
    this.elements.push({ name, attributes });
    this.#checkPlace(name, parent?.name ?? '', offset);
    const { id } = attributes;
    if (id !== undefined && this.#ids.has(id)) this.#report(`id ${id} twice`, offset);
    if (id !== undefined) this.#ids.add(id);
    if (flow.test(name)) this.prose += '\n';
    if (isEmpty || voidElements.has(name)) return;
    const isProse = (parent?.isProse ?? true) && !isSilent(name, attributes);
    this.#open.push({ name, isProse });
    if (phrasingOnly.test(name)) this.#phrasing++;
  }

  #checkPlace(name: string, parent: string, offset: number): void {
    if (this.#phrasing > 0 && flow.test(name)) this.#report(`<${name}> in phrasing content`, offset);
    if (name === 'a' && this.#open.some((open) => open.name === 'a')) this.#report('link in a link', offset);
    const isAllowed = (parents[name]?.test(parent) ?? true) && (children[parent]?.test(name) ?? true);
    if (!isAllowed) this.#report(`<${name}> in <${parent}>`, offset);
  }

  #close(name: string, offset: number): void {
    if (this.#open.at(-1)?.name !== name) {
      this.#report(`</${name}> closes <${this.#open.at(-1)?.name}>`, offset);
      return;
    }
    this.#open.pop();
    if (phrasingOnly.test(name)) this.#phrasing--;
  }

  #report(problem: string, offset: number): void {
    this.problems.push(`${problem}: …${this.#html.slice(Math.max(0, offset - 60), offset + 80)}…`);
  }
}

function attributesOf(source: string): HtmlElement['attributes'] {
  const found = [...source.matchAll(attribute)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, unescapeHtml(value)]));
}

/** Whether what stands in an element is no prose. KaTeX shows what it cannot read in `katex-error`; a link to the web may show its address. */
function isSilent(name: string, { class: names = '', href = '' }: HtmlElement['attributes']): boolean {
  return (
    /^(?:code|pre|svg)$/.test(name) ||
    (name === 'a' && /^https?:/i.test(href)) ||
    /(?:^|\s)(?:katex(?:-error|-block)?|ll-tex|ll-formula)(?!\S)/.test(names)
  );
}
