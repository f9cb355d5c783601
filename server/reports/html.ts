import { createHash } from 'node:crypto';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { escapeXml } from '../../shared/report/characters.ts';
import { ReportDocument } from '../../shared/report/ReportDocument.tsx';
import { reportCss } from '../../shared/report/styles.ts';
import { embeddedFonts } from './fonts.ts';
import { drawnBoard } from './picture.ts';
import type { ToRender } from './render.ts';

/** The ground around the report, where a page of its own needs one. */
const pageCss = `
html { background: #faf7f2; -webkit-text-size-adjust: 100%; }
body { margin: 0; }
@media screen and (prefers-color-scheme: dark) { html { background: #191816; } }
@media print { html { background: none; } }
`;

/**
 * A report as one HTML file that can be mailed, archived and opened without a network: style sheet,
 * fonts and picture are in it. It has no script, and its policy lets nothing in from outside
 * (Content Security Policy Level 3; the one style sheet is admitted by its hash).
 */
export async function reportAsHtml(told: ToRender): Promise<string> {
  const { report, language } = told;
  const markup = renderToStaticMarkup(createElement(ReportDocument, { report, picture: drawnBoard(told) }));
  const css = `${await embeddedFonts(markup)}\n${pageCss}${reportCss}`;
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeXml(report.title)}</title>`,
    `<style>${css}</style>`,
    '</head>',
    `<body><main>${markup}</main></body>`,
    '</html>',
    '',
  ].join('\n');
}
