// The first script of the course page.
import '../../view/theme/index.css';
import { mount } from 'svelte';
import { lessons } from 'virtual:lessons';
import Course from './Course.svelte';

const target = document.querySelector('#app');
if (target === null) throw new Error('the page has no element with the id app');
mount(Course, { target, props: { lessons, note: (text) => console.info(text) } });
