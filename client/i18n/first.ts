/** The texts of the screens one meets first; the others come with their screens, see `loadScreen`. */
export const FIRST: ReadonlySet<string> = new Set(['board', 'common', 'errors', 'join']);
