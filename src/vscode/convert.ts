import * as vscode from 'vscode';
import type { Position, Range } from '../core/text';

/** Core's positions count as VS Code's do: 0-based, UTF-16. */
export function toVscodeRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.column, end.line, end.column);
}

/** The same place in core's terms. */
export function toPosition({ line, character }: vscode.Position): Position {
  return { line, column: character };
}
