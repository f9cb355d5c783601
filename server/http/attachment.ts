/**
 * A `Content-Disposition` that has the browser save a file under a name of any alphabet: RFC 6266
 * section 4.3, the name encoded by RFC 8187 section 3.2, with an ASCII name for those who know
 * neither.
 */
export function attachment(fileName: string): string {
  const ascii = fileName
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  // Half a surrogate pair cannot be encoded. What stands in the second pattern encodeURIComponent
  // leaves as it is, and RFC 8187 does not allow it in a value.
  const encoded = encodeURIComponent(fileName.replace(/\p{Cs}/gu, '_')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
