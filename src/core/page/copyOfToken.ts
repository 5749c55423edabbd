import type { Token } from 'markdown-it';

/** A copy of a token whose attributes can be changed: VS Code keeps tokens and draws them many times. */
export function copyOfToken(token: Token): Token {
  const copy: Token = Object.assign(Object.create(Object.getPrototypeOf(token)), token);
  copy.attrs = token.attrs?.map(([name, value]): [string, string] => [name, value]) ?? null;
  return copy;
}
