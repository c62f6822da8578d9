// All stages of the page, by their elements, and the one ear for what their frames say.
import { STAGE } from './cues';
import { SlideStage } from './slideStage';

const stages = new Map<HTMLElement, SlideStage>();

/** Where the client was loaded from; a client that was bundled stands beside the page. */
const script =
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

/** The author's elements in a part of the page. */
export function hostsIn(part: ParentNode): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(STAGE)];
}

/** The stage of an element, made when it is first asked for. */
export function stageOf(host: HTMLElement): SlideStage {
  const known = stages.get(host);
  if (known) return known;
  const stage = new SlideStage(host, script);
  stages.set(host, stage);
  return stage;
}

/** Lets every stage hear what comes; a stage whose element has left the page is forgotten. */
export function listen(): void {
  window.addEventListener('message', (event) => {
    for (const [host, stage] of stages)
      if (host.isConnected) stage.receive(event);
      else stages.delete(host);
  });
}
