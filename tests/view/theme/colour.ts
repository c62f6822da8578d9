// What eyes make of two colours: contrast as WCAG 2.2 defines it, distance in OKLab for four kinds of eyes.

function linear(hex: string): [number, number, number] {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Contrast ratio of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(a: string, b: string): number {
  const light = [a, b].map((hex) => {
    const [r, g, blue] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  });
  return (Math.max(...light) + 0.05) / (Math.min(...light) + 0.05);
}

type Row = readonly [number, number, number];

// Machado, Oliveira, Fernandes 2009 ("A physiologically-based model for simulation of color vision deficiency",
// table 1, severity 1.0), on linear RGB.
const blindness = {
  none: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], // prettier-ignore
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]], // prettier-ignore
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]], // prettier-ignore
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]], // prettier-ignore
} satisfies Record<string, readonly [Row, Row, Row]>;

export type Eyes = keyof typeof blindness;
export const allEyes = Object.keys(blindness) as readonly Eyes[];

/** OKLab (Ottosson 2020), whose distances are even to the eye. */
function lab(hex: string, eyes: Eyes): [number, number, number] {
  const source = linear(hex);
  const mix = (row: readonly number[], of: readonly number[]) =>
    row.reduce((sum, weight, at) => sum + weight * (of[at] ?? 0), 0);
  const seen = blindness[eyes].map((row) => Math.min(1, Math.max(0, mix(row, source))));
  const cones = [
    Math.cbrt(mix([0.4122214708, 0.5363325363, 0.0514459929], seen)),
    Math.cbrt(mix([0.2119034982, 0.6806995451, 0.1073969566], seen)),
    Math.cbrt(mix([0.0883024619, 0.2817188376, 0.6299787005], seen)),
  ];
  return [
    mix([0.2104542553, 0.793617785, -0.0040720468], cones),
    mix([1.9779984951, -2.428592205, 0.4505937099], cones),
    mix([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}

/** Distance of two colours in OKLab as these eyes see them; black and white are 1 apart, 0.02 is just noticed. */
export function distance(a: string, b: string, eyes: Eyes): number {
  const [p, q] = [lab(a, eyes), lab(b, eyes)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
