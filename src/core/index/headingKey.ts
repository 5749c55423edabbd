import { foldCase } from '../terms/fold';

/** The characters that Obsidian leaves out when it compares heading links. `'`, `-`, `_`, umlauts, ß and emoji stay. */
const ignored = /[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g;

/** What two spellings of a heading must share for a link to reach it: `**Fett** & Co.` and `fett co` have the same key. */
export function headingKey(text: string): string {
  return foldCase(text.replace(ignored, ' ').replace(/\s+/g, ' ').trim());
}
