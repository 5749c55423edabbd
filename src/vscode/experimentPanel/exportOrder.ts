import type { ViewMessage } from '../../protocol/panelMessages';

/** What the page asks to have saved. */
export type ExportOrder = Extract<ViewMessage, { type: 'exportRequested' }>;

/** A file as the page gives it. */
export type ExportFile = Pick<ExportOrder, 'fileName' | 'format' | 'content'>;

/** What is to be written, or why nothing is. */
export type CheckedExport =
  | { readonly bytes: Uint8Array }
  | { readonly refusal: 'bad-name' | 'too-large' | 'wrong-content' };

/** The largest content that is saved, in bytes: more than any picture of the lab has. */
export const MAX_EXPORT_BYTES = 20_000_000;

const MAX_NAME_LENGTH = 160;
const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whether a name is that of a file alone: with the format's extension, and without a character that means something to a path. */
function isFileName(name: string, format: ExportOrder['format']): boolean {
  return (
    name.length <= MAX_NAME_LENGTH &&
    /^[a-z0-9][a-z0-9_-]*\.[a-z]+$/i.test(name) &&
    name.endsWith(`.${format}`)
  );
}

function decodePng(base64: string): Uint8Array | undefined {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return undefined;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return pngSignature.every((byte, index) => bytes[index] === byte) ? bytes : undefined;
}

/** The bytes of an order's file. The order is from the page and not trusted: only a picture or a table under a plain name is saved. */
export function checkExport({ fileName, format, content }: ExportFile): CheckedExport {
  if (!isFileName(fileName, format)) return { refusal: 'bad-name' };
  // Base64 takes four characters for three bytes.
  const isTooLong = content.length > (format === 'png' ? (MAX_EXPORT_BYTES * 4) / 3 : MAX_EXPORT_BYTES);
  if (isTooLong) return { refusal: 'too-large' };
  const isWrong = format === 'svg' && !content.startsWith('<svg ');
  const bytes = format === 'png' ? decodePng(content) : new TextEncoder().encode(content);
  if (!bytes || isWrong) return { refusal: 'wrong-content' };
  return bytes.length > MAX_EXPORT_BYTES ? { refusal: 'too-large' } : { bytes };
}
