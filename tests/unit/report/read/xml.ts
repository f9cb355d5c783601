/** An element as it was read; `text` is all the text in it, in order. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const NAME = '[A-Za-z_][\\w:.-]*';
const TOKEN = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|([^<]+)`, 'y');
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads XML of elements, attributes and text: what a picture and the markup of a report consist of.
 * @throws where it is not well-formed (XML 1.0), also for characters XML does not allow
 */
export function readXml(source: string): XmlElement {
  // eslint-disable-next-line no-control-regex -- XML 1.0, production 2
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(source)) throw new Error('A character that XML does not allow');
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(source);
    if (!token) throw new Error(`Not well-formed at ${at}: ${source.slice(at, at + 60)}`);
    const [, closing, name = '', attributes = '', empty, text] = token;
    if (text !== undefined) {
      for (const element of open) element.text += decode(text);
    } else if (closing) {
      if (open.pop()?.name !== name || open.length === 0) throw new Error(`</${name}> closes what is not open, at ${at}`);
    } else {
      const element: XmlElement = { name, attributes: readAttributes(attributes), children: [], text: '' };
      open[open.length - 1]!.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length > 1 || root.children.length !== 1) throw new Error('Not one closed root element');
  return root.children[0]!;
}

/** All elements that `matches` holds for, in document order. */
export function findAll(element: XmlElement, matches: (element: XmlElement) => boolean): XmlElement[] {
  return [...(matches(element) ? [element] : []), ...element.children.flatMap((child) => findAll(child, matches))];
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.matchAll(new RegExp(`(${NAME})="([^"]*)"`, 'g'))) {
    if (name in attributes) throw new Error(`Attribute ${name} twice`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  return text.replaceAll(/&([^;]*;)?/g, (whole, body: string | undefined) => {
    const name = body?.slice(0, -1) ?? '';
    if (name in ENTITIES) return ENTITIES[name]!;
    const code = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
    if (!code) throw new Error(`A bare ampersand: ${whole}`);
    return String.fromCodePoint(code[1] ? Number.parseInt(code[1], 16) : Number(code[2]));
  });
}
