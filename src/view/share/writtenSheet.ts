// How a drawing looks, asked of the page element by element: a frame without an origin may not read its own style
// sheet, nor fetch a face. The system faces that stand in for the course's own are named instead.
import standIns from '../theme/fallbacks.css?raw';

/** What the drawing's own rules set; all of it goes down to children by itself. */
const SET = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
  ...[
    'stroke-opacity',
    'paint-order',
    'font-family',
    'font-size',
    'font-weight',
    'text-anchor',
    'white-space',
  ],
] as const;

/** Puts classes on a drawing and gives the rules for them, values instead of tokens. */
export function writtenSheet(drawing: SVGSVGElement): string {
  const place = document.createElement('div');
  // Nothing of it is shown or told, but it has its styles.
  place.hidden = true;
  place.append(drawing);
  document.body.append(place);
  const names = new Map<string, string>();
  const elements = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  const named = elements.map((element) => {
    const rule = ruleOf(element, element === drawing ? null : element.parentElement);
    if (rule === '') return '';
    const name = names.get(rule) ?? `s${names.size}`;
    names.set(rule, name);
    return name;
  });
  for (const [at, element] of elements.entries()) {
    // What stood in an attribute stands in the rule, without tokens.
    for (const name of [...SET, 'class']) element.removeAttribute(name);
    if (named[at]) element.setAttribute('class', named[at]);
  }
  place.remove();
  const rules = Array.from(names, ([rule, name]) => `.${name}{${rule}}`);
  return [standIns.replace(/\/\*.*?\*\//s, '').trim(), ...rules].join('\n');
}

/** The declarations that an element needs inside its parent. */
function ruleOf(element: Element, parent: Element | null): string {
  const own = getComputedStyle(element);
  const around = parent === null ? null : getComputedStyle(parent);
  return SET.map((name) => [name, own.getPropertyValue(name)] as const)
    .filter(([name, value]) => value !== around?.getPropertyValue(name))
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}
