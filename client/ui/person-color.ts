/** Colours that carry white text with at least 4.5:1 (WCAG 2.2, 1.4.3). */
const COLORS = ['#0f5e5a', '#8a3b12', '#5b3f9c', '#1d5fa8', '#9c2a5b', '#4a6314', '#7a4a00', '#a3392c', '#3a5170'];

/** One person's colour on the canvas, the same for everybody who sees them. */
export function personColor(participant: string): string {
  let sum = 0;
  for (const character of participant) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return COLORS[sum % COLORS.length]!;
}
