import * as vscode from 'vscode';
import { isViewMessage } from '../../protocol/checkPanelMessages';
import { commandIds } from '../commands';
import type { Vaults } from '../vaults';
import { type InsertOrder, insertResult } from './insertResult';
import { type KeepOrder, keepInNote } from './keepInNote';

/** Does what the page asks to have written into a note. Never rejects. */
export function writeBack(order: KeepOrder | InsertOrder, vaults: Vaults): Promise<void> {
  return order.type === 'keepRequested' ? keepInNote(order, vaults) : insertResult(order, vaults);
}

/** Commands that write into a note as the lab does. They take what the page posts, without its type. */
export function registerWriteBack(vaults: Vaults): vscode.Disposable {
  const register = (command: string, type: (KeepOrder | InsertOrder)['type']) =>
    vscode.commands.registerCommand(command, async (given: unknown) => {
      const order: unknown = typeof given === 'object' ? { ...given, type } : given;
      if (!isViewMessage(order) || (order.type !== 'keepRequested' && order.type !== 'insertRequested'))
        throw new Error(`${command}: ${JSON.stringify(given)?.slice(0, 200)}`);
      await writeBack(order, vaults);
    });
  return vscode.Disposable.from(
    register(commandIds.keepInNote, 'keepRequested'),
    register(commandIds.insertResult, 'insertRequested'),
  );
}
