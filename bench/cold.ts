// The first start in a vault: walk, read, parse, index, resolve every link. cold DIR
import type { VaultIndex } from '../src/core/index/vaultIndex';
import { indexVault, resolveAll } from './indexVault';
import { argument, cost, report } from './measure';

let index: VaultIndex | undefined;
let links = 0;
const spent = cost(() => {
  index = indexVault(argument(0));
  links = resolveAll(index);
});
report({ ...spent, notes: index?.noteCount, links });
