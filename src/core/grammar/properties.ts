import type { MarkdownIt, StateBlock } from 'markdown-it';

/** Obsidian's properties: YAML between `---` lines at the very start, as a block token `properties` with the YAML as `content`. */
export function properties(md: MarkdownIt): void {
  // Before all others, so that no other reader of such lines, as VS Code's preview has one, comes first.
  md.block.ruler.before('table', 'properties', propertiesRule);
}

function propertiesRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (startLine !== 0 || state.blkIndent > 0 || state.level > 0 || !isFence(state, 0)) return false;
  let close = 1;
  while (close < endLine && !isFence(state, close)) close++;
  if (close >= endLine) return false;
  if (silent) return true;
  const token = state.push('properties', '', 0);
  token.map = [0, close + 1];
  token.content = state.getLines(1, close, 0, true);
  state.line = close + 1;
  return true;
}

function isFence(state: StateBlock, line: number): boolean {
  return state.src.slice(state.bMarks[line], state.eMarks[line]).trimEnd() === '---';
}
