import type { FontFace } from './exportAssets';

/** How a rule of KaTeX's style sheet sets an element in another font. */
interface FontRule {
  /** All of them are on the element itself, or, where `isDistant`, somewhere on and above it. */
  readonly classes: readonly string[];
  readonly isDistant: boolean;
  readonly family: string | undefined;
  readonly weight: string | undefined;
  readonly style: string | undefined;
}

type Font = Pick<FontFace, 'family' | 'weight' | 'style'>;

/** What formulas are set in where no rule says otherwise. */
const usualFont: Font = { family: 'KaTeX_Main', weight: '400', style: 'normal' };

/**
 * The fonts that the formulas in a page's HTML are set in, as KaTeX's style sheet says by their classes. None for a page without formulas.
 * @param styles KaTeX's style sheet.
 */
export function fontsFor(html: string, styles: string, faces: readonly FontFace[]): readonly FontFace[] {
  const classLists = classListsIn(html);
  const used = new Set(classLists.flat());
  if (!used.has('katex')) return [];
  const rules = fontRules(styles).filter(({ classes }) => classes.every((name) => used.has(name)));
  const own = rules.filter(({ isDistant }) => !isDistant);
  const distant = rules.filter(({ isDistant }) => isDistant);
  const fonts = [
    ...classLists.map((list) => fontOf(list, own)),
    ...distant.map((rule) => changed(usualFont, rule)),
  ];
  const keys = new Set([usualFont, ...fonts].map(keyOf));
  return faces.filter((face) => keys.has(keyOf(face)));
}

/** A font as CSS that brings its file along. */
export function fontFaceCss({ family, weight, style, woff2 }: FontFace): string {
  const source = `url(data:font/woff2;base64,${woff2}) format("woff2")`;
  return `@font-face{font-family:${family};font-weight:${weight};font-style:${style};font-display:block;src:${source}}`;
}

/** Each list of classes once. */
function classListsIn(html: string): readonly (readonly string[])[] {
  const lists = new Set([...html.matchAll(/ class="([^"]*)"/g)].map(([, list]) => list ?? ''));
  return [...lists].map((list) => list.split(/\s+/));
}

function fontOf(classList: readonly string[], rules: readonly FontRule[]): Font {
  const names = new Set(classList);
  return rules.filter(({ classes }) => classes.every((name) => names.has(name))).reduce(changed, usualFont);
}

function changed(font: Font, { family, weight, style }: FontRule): Font {
  return { family: family ?? font.family, weight: weight ?? font.weight, style: style ?? font.style };
}

function keyOf({ family, weight, style }: Font): string {
  return `${family} ${weight} ${style}`;
}

/** The rules about fonts, in their order. */
function fontRules(styles: string): readonly FontRule[] {
  return [...styles.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) => {
    const font = {
      family: fontValue(body, 'family'),
      weight: fontValue(body, 'weight'),
      style: fontValue(body, 'style'),
    };
    if (!font.family && !font.weight && !font.style) return [];
    return selectors.split(',').flatMap((selector) => ruleOf(selector.trim(), font));
  });
}

function ruleOf(selector: string, font: Omit<FontRule, 'classes' | 'isDistant'>): readonly FontRule[] {
  const inside = /^\.katex (.+)$/.exec(selector)?.[1];
  if (!inside) return [];
  const classes = [...inside.matchAll(/\.([\w-]+)/g)].map(([, name]) => name ?? '');
  return [{ ...font, classes, isDistant: /[ >+~]/.test(inside) }];
}

function fontValue(body: string, property: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*font-${property}:\\s*"?([\\w-]+)`).exec(body)?.[1];
}
