import { walk, type Node } from './source.ts';

/** Attributes whose value a person sees or hears. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label', 'hint', 'sentence', 'description']);

/** Calls whose first argument a person sees or hears. */
const SPEAKING = new Set(['announce', 'alert', 'confirm', 'prompt']);

const HAS_WORDS = /\p{L}{2,}/u;

/** Where a component says something that is in no translation: `line: text`. */
export function rawStrings(source: string): string[] {
  const found: string[] = [];
  const report = (node: Node, text: string) => HAS_WORDS.test(text) && found.push(`${node.loc.start.line}: ${text.trim()}`);
  walk(source, (node) => {
    if (node.type === 'JSXText') report(node, node.value as string);
    for (const child of childContainers(node)) for (const text of literals(child)) report(child, text);
    if (node.type === 'JSXAttribute' && SPOKEN.has(attributeName(node))) for (const text of literals(node.value as Node | null)) report(node, text);
    if (node.type === 'CallExpression' && SPEAKING.has(calleeName(node))) {
      for (const text of literals((node.arguments as Node[])[0] ?? null)) report(node, text);
    }
  });
  return [...new Set(found)];
}

/** The `{…}` between an element's tags; those of its attributes are looked at by attribute. */
function childContainers(node: Node): Node[] {
  if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return [];
  return (node.children as Node[]).filter((child) => child.type === 'JSXExpressionContainer');
}

function attributeName(node: Node): string {
  return String((node.name as { name: unknown }).name);
}

function calleeName(node: Node): string {
  return String((node.callee as { name?: unknown }).name ?? '');
}

/** The string literals an expression may come out as. */
function literals(node: Node | null): string[] {
  if (!node) return [];
  switch (node.type) {
    case 'StringLiteral':
      return [node.value as string];
    case 'TemplateLiteral':
      return (node.quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked);
    case 'ConditionalExpression':
      return [...literals(node.consequent as Node), ...literals(node.alternate as Node)];
    case 'LogicalExpression':
      return [...literals(node.left as Node), ...literals(node.right as Node)];
    case 'JSXExpressionContainer':
      return literals(node.expression as Node);
    default:
      return [];
  }
}
