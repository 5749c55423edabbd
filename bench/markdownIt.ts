// The yardstick: walk, read, and markdown-it as it comes. markdownIt DIR
import MarkdownIt from 'markdown-it';
import { filesIn } from '../src/cli/readVault';
import { isNotePath } from '../src/core/index/linkResolver';
import { textOf } from './indexVault';
import { argument, cost, report } from './measure';

let tokens = 0;
const spent = cost(() => {
  const md = new MarkdownIt({ html: true });
  for (const path of filesIn(argument(0))) {
    if (isNotePath(path)) tokens += md.parse(textOf(argument(0), path), {}).length;
  }
});
report({ ...spent, tokens });
