/** Why a rename is not done. Whoever shows it finds the words. */
export type RefusalReason =
  /** Nothing with a name stands there: plain text, code, an address. */
  | 'nothing'
  /** A link that leads nowhere, or to a heading or block that is not there. */
  | 'unresolved'
  /** What a link shows, and no alias of its note. */
  | 'shown-text'
  | 'empty-name'
  /** `detail`: the characters. */
  | 'forbidden-characters'
  /** `detail`: the file. */
  | 'file-exists'
  /** No link can be written that leads to `detail`: its folder's name has characters that end links. */
  | 'unlinkable'
  | 'bad-block-id'
  | 'block-id-exists'
  | 'bad-tag'
  | 'several-lines'
  /** With this text the line would be another heading than asked for, or none. */
  | 'no-heading'
  /** Links would lead to another heading of the note that has the same text. */
  | 'heading-exists'
  | 'alias-exists'
  /** `detail`: the note whose text is not what the index knows, or in which a place cannot be told exactly. */
  | 'changed'
  /** `detail`: the note that cannot be read, or not without losing characters. */
  | 'unreadable';

/** That a rename is not done, and why. */
export interface Refusal {
  readonly refused: RefusalReason;
  /** What the reason is about; `''` where it says all. */
  readonly detail: string;
}

/** Makes a refusal. */
export function refuse(refused: RefusalReason, detail = ''): Refusal {
  return { refused, detail };
}

/** Whether an answer is a refusal. */
export function isRefusal<T extends object>(answer: T | Refusal): answer is Refusal {
  return 'refused' in answer;
}
