// What `disk.ts`, `insideFolders.ts` and `youngFolders.ts` use of Node, where the extension host is Node. The rest of src/vscode must run in a browser, so Node's types stay out.

declare module 'node:fs/promises' {
  export function stat(
    path: string,
  ): Promise<{ readonly size: number; readonly mtimeMs: number; isDirectory(): boolean; isFile(): boolean }>;
  export function readFile(path: string): Promise<Uint8Array>;
  export function realpath(path: string): Promise<string>;
  export function lstat(path: string): Promise<{ isSymbolicLink(): boolean }>;
  export function readdir(
    path: string,
    options: { readonly withFileTypes: true },
  ): Promise<readonly { readonly name: string; isDirectory(): boolean }[]>;
}

declare module 'node:fs' {
  export function watch(
    path: string,
    options: { readonly persistent: boolean },
    listener: (event: string, name: string | null) => void,
  ): { on(event: 'error', listener: () => void): void; close(): void };
}
