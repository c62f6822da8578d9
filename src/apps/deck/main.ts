// The example deck: reveal.js with the plugin that every author uses, loaded as every author loads it.
import 'reveal.js/reveal.css';
import '../../view/theme/index.css';
import './deck.css';
import Reveal from 'reveal.js';
import Notes from 'reveal.js/plugin/notes';

document.documentElement.classList.remove('no-script');
await Reveal.initialize({
  width: 1120,
  height: 630,
  margin: 0.03,
  center: false,
  display: 'flex',
  hash: true,
  slideNumber: 'c/t',
  controlsTutorial: false,
  transition: 'none',
  plugins: [Notes, window.RevealBlastRadius],
});
