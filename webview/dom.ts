type Child = Node | string;

/**
 * A new element with attributes and children.
 * @example element('p', { class: 'hint', id: 'hint' }, 'Text')
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...children);
  return created;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A new SVG element, hidden from screen readers where it is an `svg`: pictures in controls repeat what their label says. */
export function svgElement<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Node[]
): SVGElementTagNameMap[Tag] {
  const created = document.createElementNS(svgNamespace, tag);
  if (tag === 'svg') created.setAttribute('aria-hidden', 'true');
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...children);
  return created;
}

/** Sets an element's text if it differs, so that unchanged text costs no layout and is not read out again. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
