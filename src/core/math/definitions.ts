/** A longer preamble is no preamble. */
const longestPreamble = 200_000;

/** What LaTeX needs and MathJax does not: pages, packages, and their names. */
const packageCommands =
  /\\(?:documentclass|endinput|makeatletter|makeatother|NeedsTeXFormat|PassOptionsToPackage|ProvidesPackage|RequirePackage|usepackage)(?![a-zA-Z])(?:\s{0,20}(?:\[[^\]]{0,500}\]|\{[^}]{0,500}\})){0,4}/g;

/**
 * A preamble in pieces, each a line that begins with a command outside of all braces, and what follows it: so one piece that MathJax cannot
 * read does not spoil the rest. Comments and what is about packages is left out.
 */
export function definitionsOf(preamble: string): readonly string[] {
  const tex = preamble
    .slice(0, longestPreamble)
    .replace(/((?:^|[^\\])(?:\\\\){0,20})%.*$/gm, '$1')
    .replace(packageCommands, '');
  const definitions: string[] = [];
  let depth = 0;
  for (const line of tex.split(/\r?\n/)) {
    const last = definitions.length - 1;
    if (depth > 0 || (last >= 0 && !/^\s*\\/.test(line))) definitions[last] += `\n${line}`;
    else definitions.push(line);
    depth = Math.max(0, depth + depthOf(line));
  }
  return definitions.map((definition) => definition.trim()).filter((definition) => definition !== '');
}

/** How many more braces a line opens than it closes. */
function depthOf(line: string): number {
  const braces = line.replace(/\\./g, '').match(/[{}]/g) ?? [];
  return braces.reduce((depth, brace) => depth + (brace === '{' ? 1 : -1), 0);
}

/**
 * Macros as VS Code's own setting `markdown.math.macros` has them, `"\\name": "expansion with #1"`, as TeX. Whatever is not of that kind
 * is left out.
 */
export function macroDefinitions(macros: unknown): string {
  if (typeof macros !== 'object' || macros === null) return '';
  return Object.entries(macros).flatMap(macroDefinition).join('\n');
}

function macroDefinition([name, expansion]: readonly [string, unknown]): readonly string[] {
  if (!/^\\(?:[a-zA-Z]+|[^a-zA-Z\s])$/.test(name) || typeof expansion !== 'string') return [];
  const parameters = [...expansion.matchAll(/#([1-9])/g)].map(([, number]) => Number(number));
  const count = Math.max(0, ...parameters.slice(0, 1000));
  return [`\\newcommand{${name}}${count > 0 ? `[${count}]` : ''}{${expansion.replaceAll('\n', ' ')}}`];
}
