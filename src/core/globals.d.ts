// The globals that core uses though ECMAScript does not define them: every runtime that this project meets has both.

declare function btoa(binary: string): string;

declare class TextEncoder {
  /** UTF-8. */
  encode(text: string): Uint8Array;
}
