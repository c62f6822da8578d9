// The course's face in a frame: asked for only where the frame has an origin, because a browser refuses fonts to
// a sandboxed frame without one and logs an error. There the stand-ins of the theme hold.
import face from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';

/** Loads the face in the background, if the frame may. */
export function loadFace(): void {
  if (window.origin === 'null') return;
  const atkinson = new FontFace('Atkinson Hyperlegible Next Variable', `url(${JSON.stringify(face)})`, {
    weight: '200 800',
  });
  document.fonts.add(atkinson);
  // Without it the stand-ins stay: nothing to tell.
  atkinson.load().catch(() => undefined);
}
