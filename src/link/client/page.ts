// Pages without reveal.js: a plain page with buttons, Slidev, Marp. They are watched for what is shown now.
import { cueAround, speaksTo, WATCHED } from './cues';
import { hostsIn, stageOf } from './stages';

/** Elements that a plugin of their deck does not care for. */
const ownHosts = (): HTMLElement[] => hostsIn(document).filter((host) => host.closest('.reveal') === null);

/** Follows the page from now on. */
export function followPage(): void {
  new MutationObserver(follow).observe(document.documentElement, {
    ...{ subtree: true, childList: true, attributes: true, attributeFilter: WATCHED },
  });
  document.addEventListener('click', ({ target }) => {
    const cue = target instanceof Element ? cueAround(target) : null;
    if (cue) for (const host of ownHosts()) if (speaksTo(cue, host)) stageOf(host).choose(cue);
  });
  follow();
}

/** Shows the stages that can be seen, lets the others wait. */
function follow(): void {
  for (const host of ownHosts())
    if (host.checkVisibility({ visibilityProperty: true, opacityProperty: true })) stageOf(host).show();
    else stageOf(host).hide();
}
