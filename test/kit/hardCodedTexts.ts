import ts from 'typescript';
import {
  calledName,
  constantNamed,
  isMessageCall,
  literalText,
  nameText,
  nodesOf,
  placeOf,
  propertiesOf,
  withoutTypes,
} from './sourceTexts';

/** A text in one language that code hands to the user. */
export interface HardCodedText {
  readonly text: string;
  /** What shows it: the name of a function, property or attribute; `HTML`, or `prose` for words wherever they stand. */
  readonly shownBy: string;
  readonly place: string;
}

/** Properties and attributes whose text a user reads or hears. */
const shownProperties = new Set([
  ...[
    'label',
    'description',
    'detail',
    'title',
    'tooltip',
    'message',
    'placeHolder',
    'placeholder',
    'prompt',
  ],
  ...['textContent', 'innerText', 'innerHTML', 'alt', 'ariaLabel', 'aria-label', 'aria-description'],
  ...['aria-roledescription', 'aria-valuetext', 'aria-placeholder', 'accessibilityInformation', 'openLabel'],
  ...['saveLabel', 'validationMessage', 'heading', 'caption', 'hint'],
]);

/** Functions and classes that show their arguments, with the place of the first one that is shown (0-based); the ones behind it are too. */
const showingFunctions: ReadonlyMap<string, number> = new Map([
  ...['showInformationMessage', 'showWarningMessage', 'showErrorMessage'].map((name) => [name, 0] as const),
  ...['append', 'prepend', 'before', 'after', 'replaceChildren', 'replaceWith'].map(
    (name) => [name, 0] as const,
  ),
  ...['appendMarkdown', 'appendText', 'createTextNode', 'fillText'].map((name) => [name, 0] as const),
  ...['Error', 'MarkdownString', 'TreeItem', 'CodeAction', 'setStatusBarMessage'].map(
    (name) => [name, 0] as const,
  ),
  ...['setText', 'insertAdjacentText', 'Diagnostic', 'setCustomValidity'].map((name) => [name, 1] as const),
  ['element', 2],
]);

/** Attributes of HTML tags whose text a user reads or hears. */
const shownAttribute =
  /\s(title|alt|placeholder|aria-label|aria-description|aria-roledescription)=(?:"([^"]*)"|'([^']*)')/g;

const word = /\p{L}{2,}/u;
const prose = /\p{L}{2,}[,:;]? (?:\p{L}+ )?\p{L}{2,}/u;
const tag = /<\/?[a-z][^<>]*>?/gi;

/**
 * The texts of a module that a user gets to see in one language only: what is shown by a known function or property, the words between the
 * tags of HTML, and words in a row wherever they stand. Not found: one word alone on a way of its own to the user.
 */
export function hardCodedTexts(file: ts.SourceFile): readonly HardCodedText[] {
  const found = new Map<string, HardCodedText>();
  const add = (node: ts.Node, text: string, shownBy: string): void => {
    const key = `${placeOf(node)} ${text}`;
    if (!found.has(key)) found.set(key, { text, shownBy, place: placeOf(node) });
  };
  for (const node of nodesOf(file, isLeftOut)) {
    for (const [shownBy, value] of shownValues(node)) {
      for (const text of shownTexts(value)) if (word.test(wordsOf(text))) add(node, text, shownBy);
    }
    const text = literalText(node);
    if (text === undefined) continue;
    if (hasWordsInHtml(text)) add(node, text, 'HTML');
    else if (prose.test(text.replace(tag, ' '))) add(node, text, 'prose');
  }
  return [...found.values()];
}

/** What is in both languages, what is for the compiler, and what is for whoever mends the code: the log, and errors that are bugs. */
function isLeftOut(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    isInBothLanguages(node) ||
    isForDevelopers(node) ||
    (ts.isStringLiteralLike(node) && isMessageCall(node.parent)) ||
    (ts.isPropertyAssignment(node) && /^["']?class["']?$/.test(node.name.getText()))
  );
}

/** Errors of the extension host are shown by VS Code; elsewhere an `Error` is a bug, and its words go into the report of that bug. */
function isForDevelopers(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  if (/^console\.|\blog\??\.(?:trace|debug|info|warn|error)$/.test(node.expression.getText())) return true;
  const isHost = node.getSourceFile().fileName.startsWith('src/vscode/');
  return /^(?:Type|Range)?Error$/.test(calledName(node)) && !isHost;
}

/** `{ de: …, en: … }`, `locale === 'de' ? … : …`, or a message of the bundle with its gaps. */
function isInBothLanguages(node: ts.Node): boolean {
  if (ts.isConditionalExpression(node)) return /[!=]==? '(?:de|en)'$/.test(node.condition.getText());
  if (!ts.isObjectLiteralExpression(node)) return false;
  const found = propertiesOf(node);
  return found.has('de') && found.has('en');
}

function* shownValues(node: ts.Node): Generator<readonly [shownBy: string, value: ts.Expression]> {
  if (ts.isPropertyAssignment(node) && shownProperties.has(nameText(node.name))) {
    yield [nameText(node.name), node.initializer];
  }
  if (ts.isBinaryExpression(node) && ts.isPropertyAccessExpression(node.left)) {
    const { text } = node.left.name;
    if (/^\+?=$/.test(node.operatorToken.getText()) && shownProperties.has(text)) yield [text, node.right];
  }
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
  // Plugins of markdown-it are put before and after each other by their names.
  if (/\.ruler\./.test(node.expression.getText())) return;
  const name = calledName(node);
  const [first, second] = node.arguments ?? [];
  if (name === 'setAttribute' && first && second && shownProperties.has(literalText(first) ?? '')) {
    yield [literalText(first) ?? '', second];
  }
  const from = showingFunctions.get(name);
  if (from === undefined) return;
  for (const value of node.arguments?.slice(from) ?? []) yield [name, value];
}

/** The texts that an expression can be, as far as the module says it. */
function* shownTexts(expression: ts.Expression, depth = 0): Generator<string> {
  const node = withoutTypes(expression);
  if (isInBothLanguages(node) || isMessageCall(node) || depth > 20) return;
  const text = literalText(node);
  if (text !== undefined) yield text;
  for (const part of partsOf(node)) yield* shownTexts(part, depth + 1);
}

function partsOf(node: ts.Expression): readonly ts.Expression[] {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (ts.isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements;
  if (ts.isSpreadElement(node)) return [node.expression];
  if (ts.isArrowFunction(node)) return ts.isBlock(node.body) ? [] : [node.body];
  if (ts.isBinaryExpression(node))
    return joining.has(node.operatorToken.getText()) ? [node.left, node.right] : [];
  const constant = ts.isIdentifier(node) ? constantNamed(node.text, node.getSourceFile()) : undefined;
  return constant && !ts.isObjectLiteralExpression(constant) ? [constant] : [];
}

const joining = new Set(['+', '??', '||', '&&']);

/** A text without tags, links' addresses, code, icons and entities. */
function wordsOf(text: string): string {
  return text
    .replace(tag, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/`[^`]*`|\$\([\w-]+\)|&#?\w+;/g, ' ');
}

function hasWordsInHtml(text: string): boolean {
  if (!/<\/?[a-z]/i.test(text)) return false;
  const spoken = Array.from(text.matchAll(shownAttribute), ([, , double, single]) => double ?? single ?? '');
  return [wordsOf(text), ...spoken].some((words) => word.test(words));
}
