import { linearPattern, type TextTest } from './linearPattern';

/**
 * Globs as a test of paths with `/`: `*` and `?` within a name, `**` across folders, `[a-z]`, `[!a-z]`, `{a,b}`, and `!` in front of what
 * is not meant. Hidden files are files like others. What cannot be read as a glob fits nothing.
 */
export function globTest(globs: readonly string[]): TextTest {
  const tests = globs.flatMap((glob) => {
    const isNegated = glob.startsWith('!');
    const test = testOf(isNegated ? glob.slice(1) : glob);
    return test ? [isNegated ? (path: string) => !test(path) : test] : [];
  });
  return (path) => tests.some((test) => test(path));
}

/** Nearly all globs are short of stars, and then JavaScript's own search, many times as fast, looks at no text more often than it has characters. */
function testOf(glob: string): TextTest | undefined {
  const pattern = `^(?:${patternOf(glob)})$`;
  const isHarmless = glob.length < 200 && !glob.includes('{') && (glob.match(/\*+/g)?.length ?? 0) <= 2;
  if (!isHarmless) return linearPattern(pattern, 's');
  try {
    const expression = new RegExp(pattern, 's');
    return (path) => expression.test(path);
  } catch {
    return undefined;
  }
}

/** The pieces of a glob, the longest first. */
const piece = /(?<=^|\/)\*\*\/|\/\*\*$|^\*\*$|\*+|\?|\[!?\]?[^\]/]*\]|\{|\}|,|\\?[\s\S]/g;

function patternOf(glob: string): string {
  const isBraced = hasPairs(glob);
  let depth = 0;
  return glob.replace(piece, (found) => {
    if (found === '**/') return '(?:.*/)?';
    if (found === '/**') return '(?:/.*)?';
    if (found === '**') return '.*';
    if (found.startsWith('*')) return '[^/]*';
    if (found === '?') return '[^/]';
    if (found.length > 2 && found.startsWith('[')) return classOf(found);
    if (isBraced && found === '{') {
      depth++;
      return '(?:';
    }
    if (isBraced && found === '}') {
      depth--;
      return ')';
    }
    if (depth > 0 && found === ',') return '|';
    return literal(found.replace(/^\\(?=.)/, ''));
  });
}

/** Whether every brace has its other one. */
function hasPairs(glob: string): boolean {
  let depth = 0;
  for (const character of glob) {
    if (character === '{') depth++;
    if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

function classOf(found: string): string {
  const isNegated = found.startsWith('[!');
  const inside = found.slice(isNegated ? 2 : 1, -1).replace(/[\\\]^[]/g, '\\$&');
  return isNegated ? `[^/${inside}]` : `[${inside}]`;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
