import 'katex/dist/katex.min.css';
import 'uplot/dist/uPlot.min.css';
import './lab.css';
import { registerWidgets } from './controls/toolkit';
import { Host } from './host';
import { Lab } from './lab';
import { ThemeSource } from './theme';

function startPage(root: HTMLElement): void {
  registerWidgets();
  const host = new Host();
  const locale = document.body.dataset.locale === 'en' ? 'en' : 'de';
  const lab = new Lab(root, host, new ThemeSource(), document.body.dataset.workerUri ?? '', locale);
  window.addEventListener('error', ({ message }) => {
    // Not a failure: an observer that changes a size is called again in the next frame.
    if (!message.startsWith('ResizeObserver loop')) lab.showFailure(message);
  });

  window.addEventListener('unhandledrejection', (event) => lab.showFailure(String(event.reason)));
  document.addEventListener('visibilitychange', () => document.hidden && lab.save());
  host.connect(
    (message) => lab.open(message),
    () => lab.showVersionMismatch(),
  );
}

const root = document.getElementById('lab');
if (root) startPage(root);
