/** Paragraph and character styles of a Word document: which are headings, and which hide their text. */
import { isOn, walkXml } from './ooxml.ts';

export interface Style {
  heading?: number;
  hidden?: boolean;
}

/** Styles by id, with what they inherit: the heading level, and whether their text is hidden. */
export function readStyles(xml: string | undefined): (id: string | undefined) => Style {
  const styles = new Map<string, Style & { basedOn?: string }>();
  let current: (Style & { basedOn?: string }) | undefined;
  if (xml !== undefined)
    walkXml(xml, {
      open(element, attribute) {
        if (element === 'style') styles.set(attribute('styleId') ?? '', (current = {}));
        else if (!current) return;
        else if (element === 'basedOn') current.basedOn = attribute('val');
        else if (element === 'name') current.heading ??= headingOfName(attribute('val') ?? '');
        else if (element === 'outlineLvl') current.heading = headingOfLevel(attribute('val'));
        else if (element === 'vanish') current.hidden = isOn(attribute('val'));
      },
      close(element) {
        if (element === 'style') current = undefined;
      },
    });
  return (id) => {
    const found: Style = {};
    // Ids may be based on each other in a circle.
    for (let style = styles.get(id ?? ''), steps = 0; style && steps < 20; style = styles.get(style.basedOn ?? ''), steps++) {
      found.heading ??= style.heading;
      found.hidden ??= style.hidden;
    }
    return found;
  };
}
/** Built-in names are English in every language of Word and WPS. Headings below the sixth count as the sixth. */
function headingOfName(name: string): number | undefined {
  const level = /^heading ([1-9])$/i.exec(name)?.[1];
  return level !== undefined ? Math.min(6, Number(level)) : /^title$/i.test(name) ? 1 : undefined;
}
/** Outline levels count from 0; 9 is body text. */
export function headingOfLevel(value: string | undefined): number | undefined {
  const level = Number(value);
  return level >= 0 && level < 9 ? Math.min(6, level + 1) : undefined;
}
