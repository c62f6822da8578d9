// The stage of a run as a picture that needs no other file.
import { render } from 'svelte/server';
import { blastsNow, type Run } from '../../sim';
import { stillProps } from '../../view/share/stillProps';
import StillPicture from '../../view/share/StillPicture.svelte';
import { sceneInWords, stageWords } from '../../words';
import { styleSheet } from './sheet';

/** The stage where the run's head is, as SVG with its sheet and face inside. */
export function pictureOf(run: Run): string {
  const view = run.view();
  const blasts = blastsNow(run.facts, run.factsAtHead, view);
  const description = sceneInWords(view, blasts);
  const facts = run.facts.slice(0, run.factsAtHead);
  const props = stillProps({ view, facts, blasts, hideOutcome: false, words: stageWords, description });
  const svg = render(StillPicture, { props }).body.replaceAll(/<!--.*?-->/g, '');
  return svg.replace(/<defs>/, `<style>${styleSheet()}</style><defs>`);
}
