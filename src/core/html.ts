const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML, also within double quotes. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
    : text;
}

/** Attributes of a tag, each with a space in front; those without a value (`undefined`) are left out, `''` stands for a bare one. */
export function attributesHtml(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (value === undefined) return '';
      return value === '' ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`;
    })
    .join('');
}

/**
 * A link that VS Code's preview follows: it looks at `data-href`. `inside` is HTML. Where `href` is `''` the page has no way to there (in a
 * file of its own): then it is the text alone, in a `<span>`.
 */
export function linkHtml(
  href: string,
  inside: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string {
  if (href !== '') return `<a${attributesHtml({ ...attributes, href, 'data-href': href })}>${inside}</a>`;
  const { class: names, title } = attributes;
  return `<span${attributesHtml({ class: joined(names, 'll-link-outside'), title })}>${inside}</span>`;
}

function joined(...names: readonly (string | undefined)[]): string {
  return names.filter((name) => name).join(' ');
}
