import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

/** A module as the compiler parses it, with the way from each node to its parent. */
export function parseSource(path: string, source: string): ts.SourceFile {
  return ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
}

/** The TypeScript modules of a folder, by their paths from the project's root; generated ones and declarations are left out. */
export function sourcesOf(folder: string): readonly ts.SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.(?:gen|d)\.ts$/.test(path))
    .sort()
    .map((path) => {
      const fromRoot = `${folder}/${path.replaceAll('\\', '/')}`;
      return parseSource(fromRoot, readFileSync(join(root, fromRoot), 'utf8'));
    });
}

/** Where a node begins, as an editor counts: `src/vscode/vault.ts:12`. */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** A text as it stands in the source, each `${…}` in it as `…`; `undefined` for what is no text. */
export function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTaggedTemplateExpression(node)) return literalText(node.template);
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.templateSpans.reduce((text, { literal }) => `${text}…${literal.text}`, node.head.text);
}

/** The nodes of a tree, parents first, but for those that `isLeftOut` names and what is inside of them. */
export function nodesOf(
  root: ts.Node,
  isLeftOut: (node: ts.Node) => boolean = () => false,
): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (isLeftOut(node)) return;
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** The value of a `const` that a module declares or imports from a file beside it; `undefined` where there is none of that name. */
export function constantNamed(name: string, file: ts.SourceFile): ts.Expression | undefined {
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement) && imports(statement, name)) {
      const module = importedFile(statement, file);
      return module && constantNamed(name, module);
    }
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const))
      continue;
    const found = statement.declarationList.declarations.find((each) => each.name.getText() === name);
    if (found?.initializer) return withoutTypes(found.initializer);
  }
  return undefined;
}

function imports({ importClause }: ts.ImportDeclaration, name: string): boolean {
  const bindings = importClause?.namedBindings;
  return (
    !!bindings && ts.isNamedImports(bindings) && bindings.elements.some((each) => each.name.text === name)
  );
}

function importedFile(
  { moduleSpecifier }: ts.ImportDeclaration,
  file: ts.SourceFile,
): ts.SourceFile | undefined {
  const given = literalText(moduleSpecifier) ?? '';
  const path = `${join(dirname(file.fileName), given)}.ts`;
  if (!given.startsWith('.') || !existsSync(join(root, path))) return undefined;
  return parseSource(path, readFileSync(join(root, path), 'utf8'));
}

/** An expression without `as`, `satisfies`, `!` and parentheses around it. */
export function withoutTypes(node: ts.Expression): ts.Expression {
  return ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node)
    ? withoutTypes(node.expression)
    : node;
}

/** The name that is called: `t` for `vscode.l10n.t(…)`; `''` where what is called has no name. */
export function calledName({ expression }: ts.CallExpression | ts.NewExpression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
}

/** Whether a node asks VS Code for a message in the user's language. */
export function isMessageCall(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText());
}

/** The properties of an object literal by their names; those without a value of their own (`...rest`, methods) are left out. */
export function propertiesOf(node: ts.ObjectLiteralExpression): ReadonlyMap<string, ts.Expression> {
  const named = node.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) ? [[nameText(property.name), property.initializer] as const] : [],
  );
  return new Map(named);
}

/** The name of a property without quotes. */
export function nameText(name: ts.PropertyName): string {
  return ts.isComputedPropertyName(name) ? name.getText() : name.text;
}
