// The first script of an embedded stage: reads its address, loads the lesson, and talks with the page around.
import './theme.css';
import { mount } from 'svelte';
import { lessons } from 'virtual:lessons';
import { messages } from '../../i18n';
import { parseEmbedAddress } from '../../link/embedAddress';
import { converse } from './conversation.svelte';
import EmbedPage from './EmbedPage.svelte';
import { EmbedRun } from './embedRun.svelte';
import { loadFace } from './face';
import NoLesson from './NoLesson.svelte';

const target = document.querySelector('#app');
if (target === null) throw new Error('the page has no element with the id app');

loadFace();
const address = parseEmbedAddress(window.location.search, window.location.hash);
for (const { parameter, value, wanted } of address.notes)
  console.info(messages.shell.notes.parameter(parameter, value, wanted));
if (address.options.theme !== null) document.documentElement.dataset['theme'] = address.options.theme;

const entry = lessons.find(({ slug }) => slug === address.lesson);
if (!entry) {
  mount(NoLesson, { target, props: { wanted: address.lesson } });
} else {
  void EmbedRun.open(entry, address.options).then((run) => {
    mount(EmbedPage, { target, props: { run, address } });
    converse(run, address.clicker);
  });
}
