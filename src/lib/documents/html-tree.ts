/**
 * parse5 with limits. Its tree building looks through the stack of open elements at every tag and through all
 * attributes at every attribute, so hostile input of a megabyte can cost hours: what is deeper, larger or has more
 * attributes than any page is refused.
 */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap } from 'parse5';

export type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];
export type ParentNode = DefaultTreeAdapterMap['parentNode'];

/** Browsers flatten deeper nesting too. */
const DEEPEST = 512;
const MOST_ELEMENTS = 400_000;
const MOST_ATTRIBUTES = 5_000;

/** Whether some tag has more attributes than any page would give it. One pass, without regular expressions. */
function crowdedTag(html: string): boolean {
  let open = html.indexOf('<');
  while (open >= 0) {
    const letter = html.charCodeAt(open + 1) | 32;
    let end = open + 1;
    if (letter >= 97 && letter <= 122) {
      let words = 0;
      let quote = 0;
      for (; end < html.length; end++) {
        const code = html.charCodeAt(end);
        if (quote) {
          if (code === quote) quote = 0;
        } else if (code === 62) break;
        else if ((code === 34 || code === 39) && html.charCodeAt(end - 1) === 61) quote = code;
        else if (code <= 32 || code === 47) {
          if (++words > MOST_ATTRIBUTES) return true;
        }
      }
    }
    open = html.indexOf('<', end);
  }
  return false;
}

class TooDeep extends Error {}

/** The tree of a page, or null where it exceeds the limits. */
export function parseHtml(html: string): DefaultTreeAdapterMap['document'] | null {
  if (crowdedTag(html)) return null;
  let [depth, elements] = [0, 0];
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...given) {
      if (++elements > MOST_ELEMENTS) throw new TooDeep();
      return defaultTreeAdapter.createElement(...given);
    },
    onItemPush() {
      if (++depth > DEEPEST) throw new TooDeep();
    },
    onItemPop() {
      depth--;
    },
  };
  try {
    return parse(html, { treeAdapter });
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((entry) => entry.name === name)?.value;
}
export function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}
