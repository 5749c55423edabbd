// Draws the pictures of the sample vault: the lecture's slides (PDF, printed by Chromium) and one figure (SVG).
// Run it by hand after a change (`node scripts/makeSlides.mjs`); the results are checked in.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import katex from 'katex';
import { chromium } from 'playwright-core';
import { color } from './lib/chart.mjs';
import { chromiumFlags, ensureChromium } from './lib/chromium.mjs';
import { root, sampleVault } from './lib/project.mjs';
import {
  activationFigure,
  clippingPicture,
  descentPicture,
  dropoutPicture,
  sparsityPicture,
  stoppingPicture,
  variancePicture,
} from './lib/slidePictures.mjs';

/** @param {string} formula */
const tex = (formula) => katex.renderToString(formula, { output: 'html' });

/** @type {readonly { title: string, points: readonly string[], picture: string, wide?: boolean }[]} */
const slides = [
  {
    title: 'Gradient Clipping',
    points: [
      `Problem: An Klippen ist ${tex('\\|g\\|')} riesig, ein Schritt verdirbt viele gute.`,
      `<b>Nach Norm:</b> ${tex('g \\leftarrow \\dfrac{c}{\\|g\\|}\\, g')}, falls ${tex('\\|g\\| > c')}. Die Richtung bleibt.`,
      `<b>Komponentenweise:</b> jedes ${tex('g_i')} auf ${tex('[-c, c]')} begrenzen. Die Richtung kann kippen.`,
      `Faustregel: ${tex('c')} in der Größenordnung der mittleren Gradientennorm`,
    ],
    picture: clippingPicture(),
  },
  {
    title: 'Initialisierung: Signale am Leben halten',
    points: [
      `Startgewichte zufällig, ${tex('\\operatorname{E}[w] = 0')}`,
      `Ein ReLU-Layer mit ${tex('n')} Eingängen ändert das mittlere Quadrat um den Faktor ${tex('\\tfrac{n}{2} \\operatorname{Var}(w)')}.`,
      `Faktor 1 ${tex('\\Leftrightarrow')} ${tex('\\operatorname{Var}(w) = \\tfrac{2}{n}')}`,
      `Ohne ReLU (linear, ${tex('\\tanh')} nahe 0): ${tex('\\operatorname{Var}(w) = \\tfrac{1}{n}')}`,
      `Rechts: ${tex('n = 128')}, nach dieser Formel`,
    ],
    picture: variancePicture(),
  },
  {
    title: 'Regularisierung mit Normen',
    points: [
      tex('\\tilde{L} = L + \\alpha \\cdot \\Omega'),
      `<b>Weight Decay</b> (${tex('L_2')}): ${tex('\\Omega = \\tfrac{1}{2}\\|w\\|^2')}<br>alle Gewichte werden kleiner`,
      `<b>Lasso</b> (${tex('L_1')}): ${tex('\\Omega = \\|w\\|_1')}<br>viele Gewichte werden 0`,
      'Die Bias-Werte bleiben unbestraft.',
    ],
    picture: sparsityPicture(),
    wide: true,
  },
  {
    title: 'Mehr Daten, weniger Schritte',
    points: [
      '<b>Data Augmentation:</b> verschieben, drehen, verzerren, verrauschen – solange das Label noch stimmt',
      `<b>Label Smoothing:</b> Zielwerte ${tex('1 - \\epsilon')} und ${tex('\\frac{\\epsilon}{k-1}')} statt 1 und 0`,
      `<b>Early Stopping:</b> beste Gewichte auf dem Validierungsset behalten; wirkt ähnlich wie ${tex('L_2')} mit ${tex('\\alpha \\approx \\frac{1}{\\eta \\tau}')}`,
    ],
    picture: stoppingPicture(),
  },
  {
    title: 'Bagging & Dropout',
    points: [
      `<b>Bagging:</b> ${tex('k')} Modelle, ${tex('k')} Bootstrap-Stichproben, Mittelwert der Vorhersagen`,
      `Erwarteter quadratischer Fehler:<br>${tex('\\dfrac{v}{k} + \\dfrac{k-1}{k}\\, c')}`,
      `<b>Dropout:</b> in jedem Schritt eine neue Zufallsmaske; ${tex('2^n')} Sub-Netze teilen sich einen Satz Gewichte`,
      'Beim Testen rechnen alle Units mit, ihre Ausgaben werden passend verkleinert.',
    ],
    picture: dropoutPicture(),
  },
];

const css = `
  @page { size: 960px 540px; margin: 0 }
  * { box-sizing: border-box }
  body { margin: 0; font: 19px/1.5 "DejaVu Sans Condensed", "DejaVu Sans", Verdana, sans-serif; color: ${color.ink} }
  section { width: 960px; height: 540px; padding: 44px 52px 0; position: relative; break-after: page; overflow: hidden }
  section:last-of-type { break-after: auto }
  h1 { margin: 0 0 22px; font-size: 31px; line-height: 1.2; color: ${color.blue}; border-bottom: 2px solid ${color.line}; padding-bottom: 12px }
  main { display: grid; grid-template-columns: 370px 1fr; gap: 26px; align-items: center }
  .wide main { grid-template-columns: 315px 1fr }
  ul { margin: 0; padding: 0 0 0 20px }
  li { margin-bottom: 15px }
  li::marker { color: ${color.red} }
  figure { margin: 0; justify-self: end }
  .katex { font-size: 1.08em }
  footer { position: absolute; left: 52px; right: 52px; bottom: 16px; display: flex; justify-content: space-between; font-size: 12px; color: ${color.soft} }
  svg { overflow: visible }
  svg text { font-size: 15px }
  svg .axis { font-size: 13px; fill: ${color.soft} }
  svg .big { font-size: 24px }
  svg .math { font-family: KaTeX_Math; font-style: italic; font-size: 1.15em }
  .title { background: #12304f; color: #dfeaf5; display: flex; align-items: center; justify-content: space-between; padding: 0 60px }
  .title h1 { color: #fff; border: 0; font-size: 42px; margin: 18px 0; padding: 0 }
  .title p { margin: 0; font-size: 17px }`;

/** @returns {string} the slides as a web page, one section a slide */
function slidesHtml() {
  const pages = slides.map(
    ({ title, points, picture, wide }, index) => `<section${wide ? ' class="wide"' : ''}><h1>${title}</h1>
      <main><ul>${points.map((point) => `<li>${point}</li>`).join('')}</ul><figure>${picture}</figure></main>
      <footer><span>DLVC · Vorlesung 5</span><span>${index + 2} / ${slides.length + 1}</span></footer></section>`,
  );
  return `<!doctype html><html lang="de"><meta charset="utf-8"><title>Vorlesung 5: Stabil trainieren, gut generalisieren</title>
    <link rel="stylesheet" href="${pathToFileURL(join(root, 'node_modules/katex/dist/katex.min.css'))}">
    <style>${css}</style>
    <section class="title"><div><p>DLVC · Vorlesung 5 · 20. Mai</p><h1>Stabil trainieren,<br>gut generalisieren</h1>
      <p>Gradient Clipping · Initialisierung · Regularisierung<br>Data Augmentation · Bagging & Dropout</p></div>${descentPicture()}</section>
    ${pages.join('\n')}</html>`;
}

/** @returns {Promise<Buffer>} the PDF, its dates set to the lecture's: the same slides give the same bytes */
async function printSlides() {
  const folder = mkdtempSync(join(tmpdir(), 'slides-'));
  const page = join(folder, 'slides.html');
  writeFileSync(page, slidesHtml());
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...chromiumFlags] });
  try {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(page).href);
    await tab.evaluate(() => document.fonts.ready);
    const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true });
    // Latin-1 keeps every byte, and the dates keep their length: the file's table of offsets stays right.
    return Buffer.from(pdf.toString('latin1').replace(/\(D:\d{14}/g, '(D:20260520080000'), 'latin1');
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

const pdf = await printSlides();
writeFileSync(join(sampleVault, 'Slides 05.pdf'), pdf);
writeFileSync(join(sampleVault, 'Bilder/Aktivierungsfunktionen.svg'), activationFigure());
console.log(`Slides 05.pdf: ${slides.length + 1} pages, ${Math.round(pdf.length / 1000)} kB`);
