/** Reports: the frozen state of a board, and how it is told to people who were not there. */
export { snapshotContent, type SnapshotContent } from './content.ts';
export { freezeBoard, type AboutSnapshot } from './freeze.ts';
export { reportJson, type ReportJson } from './json.ts';
export { buildReport, type Report } from './model.ts';
export { boardPicture } from './picture.ts';
export { ReportDocument } from './ReportDocument.tsx';
export { reportCss } from './styles.ts';
