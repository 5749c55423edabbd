import type { MarkdownIt, RendererRule, Token } from 'markdown-it';

/** The rule that draws tokens of a type so far: another extension's, one of ours, or the renderer's own way. For whoever replaces it. */
export function ruleBefore(md: MarkdownIt, type: string): RendererRule {
  return (
    md.renderer.rules[type] ??
    ((tokens, index, options, _env, self) => self.renderToken(tokens, index, options))
  );
}

/**
 * What a rule draws for another token at an index of `tokens`, which are the same as before in the end: the rules of others look at them,
 * and a copy of the list for each of a hundred thousand links takes too long.
 */
export function drawInstead(
  rule: RendererRule,
  token: Token,
  ...[tokens, index, options, env, self]: Parameters<RendererRule>
): string {
  const original = tokens[index] as Token;
  tokens[index] = token;
  try {
    return rule(tokens, index, options, env, self);
  } finally {
    tokens[index] = original;
  }
}
