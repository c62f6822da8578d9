// A QR code as lines of a drawing, and as a file of its own: dark on light, with the free frame that a camera needs.

/** Rows of modules; true is dark. */
export type Modules = readonly (readonly boolean[])[];

/** Light modules around a code. ISO/IEC 18004:2015, section 5.3.8. */
const FREE = 4;

/** Modules on each side of the drawing, with what stays free around. */
export const sideOf = (modules: Modules): number => modules.length + 2 * FREE;

/** The dark modules as one path, a module a unit. */
export function darkPath(modules: Modules): string {
  const runs = modules.flatMap((row, y) =>
    [...row.map(Number).join('').matchAll(/1+/g)].map(
      ({ 0: run, index }) => `M${index + FREE} ${y + FREE}h${run.length}v1h-${run.length}z`,
    ),
  );
  return runs.join('');
}

/** The code as an SVG file: black on white, whatever it is put on. */
export function codeSvg(modules: Modules): string {
  const side = sideOf(modules);
  const ground = `<path fill="#fff" d="M0 0h${side}v${side}H0z"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">${ground}<path d="${darkPath(modules)}"/></svg>\n`;
}
