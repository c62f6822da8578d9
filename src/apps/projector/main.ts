// The first script of the projector: reads its address, loads the lesson, and opens one window of a talk.
import './theme.css';
import { mount } from 'svelte';
import { on } from 'svelte/events';
import { lessons } from 'virtual:lessons';
import { projectorWords } from '../../i18n/projector';
import { sharingWords } from '../../i18n/sharing';
import { parseProjectorAddress, type ProjectorAddress } from '../../link/projectorAddress';
import { BadSituation } from '../../link/situations';
import { readLinked } from '../course/linked';
import { printNotes } from '../embed/addressNotes';
import NoStage from '../embed/NoStage.svelte';
import { ProjectorRun } from './projectorRun.svelte';
import TalkWindow from './TalkWindow.svelte';

const target = document.querySelector('#app');
if (target === null) throw new Error('the page has no element with the id app');

/** Puts a lesson on the page, or throws what stands against it. */
async function show(address: ProjectorAddress, place: Element): Promise<void> {
  const entry = lessons.find(({ slug }) => slug === address.lesson);
  if (entry === undefined) {
    mount(NoStage, {
      target: place,
      props: { reason: projectorWords.noLesson(address.lesson), way: projectorWords.lessons },
    });
    return;
  }
  const { s } = address.options;
  const linked = s === null ? null : await readLinked(s, 'link', lessons, entry.slug);
  const run = await ProjectorRun.open({ entry, linked, options: address.options });
  printNotes(run.unknown(address.options), console.info);
  mount(TalkWindow, { target: place, props: { run, address } });
}

/** What went wrong, in one sentence. */
function reasonOf(error: unknown): string {
  if (!(error instanceof BadSituation)) return projectorWords.failed;
  const { problem } = error;
  return sharingWords.problems[problem.code]?.({ ...problem }) ?? problem.code;
}

const address = parseProjectorAddress(window.location.hash);
printNotes(address.notes, console.info);
// Light is what a lit room leaves something of; another theme is asked for.
document.documentElement.dataset['theme'] = address.options.theme ?? 'light';
// Another address is another talk.
on(window, 'hashchange', () => window.location.reload());
show(address, target).catch((error: unknown) => {
  mount(NoStage, { target, props: { reason: reasonOf(error), way: projectorWords.lessons } });
  if (!(error instanceof BadSituation)) throw error;
});
