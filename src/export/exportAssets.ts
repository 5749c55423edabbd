import { base64Of } from './dataUri';

/** A font file of KaTeX. Family, weight and style are written as in its style sheet: `KaTeX_Main`, `400`, `normal`. */
export interface FontFace {
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  /** The file, in base64. */
  readonly woff2: string;
}

/** What exported files are made with, besides the note. Made by the build: `scripts/lib/exportAssets.mjs`. */
export interface ExportAssets {
  /** CSS of every page. */
  readonly pageStyles: string;
  /** CSS of pages with formulas, without the font files: `formulaFonts`. */
  readonly formulaStyles: string;
  readonly formulaFonts: readonly FontFace[];
  /** JavaScript of every page, as a classic script. */
  readonly script: string;
}

/** What of it ships in a file of its own. The fonts ship once, where the lab's page finds them too. */
export interface ShippedAssets extends Omit<ExportAssets, 'formulaFonts'> {
  readonly formulaFonts: readonly FontFile[];
}

/** Where a font is. */
export interface FontFile extends Omit<FontFace, 'woff2'> {
  /** Name of the file, without a folder. */
  readonly file: string;
}

/**
 * What ships, with its fonts.
 * @param bytesOf reads a font by the name of its file
 */
export async function withFonts(
  { formulaFonts, ...rest }: ShippedAssets,
  bytesOf: (file: string) => PromiseLike<Uint8Array>,
): Promise<ExportAssets> {
  const fontFace = async ({ file, ...face }: FontFile): Promise<FontFace> => ({
    ...face,
    woff2: base64Of(await bytesOf(file)),
  });
  return { ...rest, formulaFonts: await Promise.all(formulaFonts.map(fontFace)) };
}
