/**
 * An SVG document of ours for Typst, which knows no `direction`: lines that are read from the right end
 * where they would begin, and say their direction by signs of Unicode (UAX 9, explicit embeddings).
 */
export function withoutDirection(svg: string): string {
  return svg.replaceAll(/<text([^>]*) direction="rtl">(.*?)<\/text>/gs, (_, attributes: string, lines: string) => {
    const anchored = attributes.includes('text-anchor') ? attributes : `${attributes} text-anchor="end"`;
    return `<text${anchored}>${lines.replaceAll(/(<tspan[^>]*>)(.*?)(<\/tspan>)/gs, '$1\u202b$2\u202c$3')}</text>`;
  });
}
