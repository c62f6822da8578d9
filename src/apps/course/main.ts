// The first script of the course page.
import '../../view/theme/index.css';
import { mount } from 'svelte';
import { lessons } from 'virtual:lessons';
import Course from './Course.svelte';
import { openProgress } from './keptProgress.svelte';

const target = document.querySelector('#app');
if (target === null) throw new Error('the page has no element with the id app');
const note = (text: string) => console.info(text);
void openProgress().then((kept) => mount(Course, { target, props: { lessons, kept, note } }));
