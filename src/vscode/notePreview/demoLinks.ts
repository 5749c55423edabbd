/**
 * What a link of the preview to a demo is: the name of a file that does not exist, beside the note, whose ending belongs to an editor of
 * ours. The preview follows no link to a command, and may pass no message, but opens files in whatever editor they belong to.
 */
export interface DemoLink {
  /** The experiment; `undefined` lets the reader choose among those of the line. */
  readonly experimentId: string | undefined;
  /** 0-based, where the note offers the demo. */
  readonly line: number;
  /** The note's file name, without its folder. */
  readonly note: string;
}

/** What the names of such files end with, as `package.json` declares it. */
const ending = '.lecture-lab-demo';

/** Stands for no experiment in particular; no id of one has it. */
const choice = '+';

/** The name of the file, not percent-encoded. */
export function demoFileName({ experimentId, line, note }: DemoLink): string {
  return `${experimentId ?? choice}.${line + 1}.${note}${ending}`;
}

/** Reads such a name; `undefined` for a file that somebody else called so. */
export function readDemoFileName(name: string): DemoLink | undefined {
  const match = /^([a-z0-9-]+|\+)\.(\d{1,9})\.(.+)\.lecture-lab-demo$/i.exec(name);
  if (!match) return undefined;
  const [, id = '', line, note = ''] = match;
  // A file whose name Windows reads as a path somewhere else.
  if (/[\\:]|\p{Cc}/u.test(note)) return undefined;
  return { experimentId: id === choice ? undefined : id, line: Number(line) - 1, note };
}
