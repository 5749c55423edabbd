/** Something that the user can put right; its message says what. Ends the program with code 1 and without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
