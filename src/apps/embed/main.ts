// The first script of an embedded stage: reads its address, loads what it names, and talks with the page around.
import './theme.css';
import { mount } from 'svelte';
import { on } from 'svelte/events';
import { lessons } from 'virtual:lessons';
import { embedWords } from '../../i18n/embed';
import { sharingWords } from '../../i18n/sharing';
import { parseEmbedAddress, type EmbedAddress } from '../../link/embedAddress';
import { BadSituation } from '../../link/situations';
import { readLinked, type Linked } from '../course/linked';
import { printNotes } from './addressNotes';
import { converse } from './conversation.svelte';
import EmbedPage from './EmbedPage.svelte';
import { EmbedRun } from './embedRun.svelte';
import { loadFace } from './face';
import NoStage from './NoStage.svelte';

const target = document.querySelector('#app');
if (target === null) throw new Error('the page has no element with the id app');

/** Puts the stage on the page, or throws what stands against it. */
async function show(address: EmbedAddress, place: Element): Promise<void> {
  const { situation, options } = address;
  const linked = situation === null ? null : await readLinked(situation, 'link', lessons, null);
  const slug = linked ? lessonOf(linked) : address.lesson;
  const entry = lessons.find((lesson) => lesson.slug === slug) ?? null;
  if (entry === null && linked === null) {
    mount(NoStage, {
      target: place,
      props: { reason: embedWords.noLesson(address.lesson), way: embedWords.lessons },
    });
    return;
  }
  const run = await EmbedRun.open({ entry, linked, options });
  if (entry !== null) printNotes(run.unknown(options), console.info);
  mount(EmbedPage, { target: place, props: { run, address } });
  converse(run, address);
}

/** The lesson whose world a situation is of; null for a world of its own. */
function lessonOf({ situation: { scenario } }: Linked): string | null {
  return 'lesson' in scenario ? scenario.lesson : null;
}

/** What went wrong, in one sentence. */
function reasonOf(error: unknown): string {
  if (!(error instanceof BadSituation)) return embedWords.failed;
  const { problem } = error;
  return sharingWords.problems[problem.code]?.({ ...problem }) ?? problem.code;
}

// A frame that is given another situation behind its `#` stays the same document: it begins anew.
on(window, 'hashchange', () => window.location.reload());
loadFace();
const address = parseEmbedAddress(window.location.search, window.location.hash);
printNotes(address.notes, console.info);
if (address.options.theme !== null) document.documentElement.dataset['theme'] = address.options.theme;
show(address, target).catch((error: unknown) => {
  mount(NoStage, { target, props: { reason: reasonOf(error), way: embedWords.lessons } });
  if (!(error instanceof BadSituation)) throw error;
});
