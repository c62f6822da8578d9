// The stage as a picture of its own: an SVG that needs no other file, and a PNG drawn from it.
import { flushSync, mount, unmount } from 'svelte';
import StillPicture from './StillPicture.svelte';
import { ownSheet } from './ownSheet';
import { stillProps, type StillSource } from './stillProps';

/** Free room around the drawing in px of its own. */
const MARGIN = 20;
/** Pixels of a PNG for each px of the picture. */
const SHARPNESS = 2;

/**
 * Draws one instant as an SVG with its words and its rules inside. `sheetOf` gives the rules; left out, they are
 * read from the page's style sheets, with the course's face.
 */
export async function svgOf(
  source: StillSource,
  sheetOf: (drawing: SVGSVGElement) => string | Promise<string> = ownSheet,
): Promise<string> {
  const target = document.createElement('div');
  const still = stillProps(source);
  const picture = mount(StillPicture, { target, props: still });
  flushSync();
  const svg = target.querySelector('svg')!.cloneNode(true) as SVGSVGElement;
  await unmount(picture);
  const { width, height } = still.picture.scene;
  svg.setAttribute('viewBox', [-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN].join(' '));
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = `svg{background:${getComputedStyle(document.documentElement).getPropertyValue('--stage')}}\n${await sheetOf(svg)}`;
  svg.prepend(style);
  return new XMLSerializer().serializeToString(svg).replaceAll(/<!--.*?-->/gs, '');
}

/** The same as a PNG. Rejects when the browser cannot draw it. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SHARPNESS;
    canvas.height = image.naturalHeight * SHARPNESS;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.')))),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
