import ts from 'typescript';
import {
  constantNamed,
  isMessageCall,
  literalText,
  nodesOf,
  placeOf,
  propertiesOf,
  withoutTypes,
} from './sourceTexts';

/** A message that code asks VS Code to say in the user's language. */
export interface Message {
  /** In English, as it stands in the code: the key in the bundle. */
  readonly text: string;
  /** How many values are given to fill its gaps; `undefined` where that is known at run time only. */
  readonly valueCount: number | undefined;
  readonly place: string;
}

/** The messages of a module. Throws where one is computed, so that nobody could translate it. */
export function messagesOf(file: ts.SourceFile): readonly Message[] {
  return nodesOf(file)
    .filter(isMessageCall)
    .flatMap((call) => {
      const [message, ...values] = call.arguments;
      const texts = message ? textsOf(message) : undefined;
      if (!texts) throw new Error(`${placeOf(call)}: this message is not written out.`);
      const valueCount = values.some(ts.isSpreadElement) ? undefined : values.length;
      return texts.map((text) => ({ text, valueCount, place: placeOf(call) }));
    });
}

/** The texts that an expression can be: a literal, either side of a choice, an entry of a table. */
function textsOf(expression: ts.Expression): readonly string[] | undefined {
  const node = withoutTypes(expression);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) {
    const [yes, no] = [textsOf(node.whenTrue), textsOf(node.whenFalse)];
    return yes && no && [...yes, ...no];
  }
  if (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) {
    const table = constantNamed(node.expression.getText(), node.getSourceFile());
    return table && ts.isObjectLiteralExpression(table) ? tableTexts(table) : undefined;
  }
  const constant = ts.isIdentifier(node) ? constantNamed(node.text, node.getSourceFile()) : undefined;
  return constant && textsOf(constant);
}

function tableTexts(table: ts.ObjectLiteralExpression): readonly string[] | undefined {
  const texts = [...propertiesOf(table).values()].map(textsOf);
  return texts.every((found) => found !== undefined) ? texts.flat() : undefined;
}

/** A text that code has in German and English. */
export interface TranslatedText {
  readonly de: string;
  readonly en: string;
  readonly place: string;
}

/** The texts of a module that are written out as `{ de: …, en: … }`, each `${…}` in them as `…`. What is computed is left out. */
export function translatedTexts(file: ts.SourceFile): readonly TranslatedText[] {
  return nodesOf(file)
    .filter(ts.isObjectLiteralExpression)
    .flatMap((node) => {
      const found = propertiesOf(node);
      const [de, en] = [literalOf(found.get('de')), literalOf(found.get('en'))];
      return de === undefined || en === undefined ? [] : [{ de, en, place: placeOf(node) }];
    });
}

function literalOf(value: ts.Expression | undefined): string | undefined {
  return value && literalText(withoutTypes(value));
}

/** Places of a module where one of the two languages is missing. */
export function halfTranslated(file: ts.SourceFile): readonly string[] {
  return nodesOf(file)
    .filter(ts.isObjectLiteralExpression)
    .filter((node) => {
      const found = propertiesOf(node);
      const only = found.get('de') ?? found.get('en');
      // An empty list has nothing to translate.
      if (only && ts.isArrayLiteralExpression(only) && only.elements.length === 0) return false;
      return found.has('de') !== found.has('en');
    })
    .map(placeOf);
}

/** The numbers of a message's gaps, each once, in order: `{0} in {1}` has 0 and 1. */
export function gapsOf(text: string): readonly number[] {
  return [...new Set(Array.from(text.matchAll(/\{(\d+)\}/g), ([, number]) => Number(number)))].sort(
    (a, b) => a - b,
  );
}
