// The script that authors put on their page: stages on slides of reveal.js, Slidev and Marp, and on plain pages.
import { followPage } from './page';
import { revealPlugin } from './revealPlugin';
import { addSheet } from './sheet';
import { listen } from './stages';

declare global {
  interface Window {
    /** The plugin, for `Reveal.initialize({ plugins: [RevealBlastRadius] })`. */
    RevealBlastRadius: typeof revealPlugin;
  }
}

window.RevealBlastRadius = revealPlugin;
addSheet();
listen();
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', followPage);
else followPage();
