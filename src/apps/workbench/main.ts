// The first script of the workbench: every part of the pages by itself, at an address of its own.
import '../../view/theme/index.css';
import { mount } from 'svelte';
import Workbench from './Workbench.svelte';

const target = document.querySelector('#app');
if (target === null) throw new Error('the page has no element with the id app');
mount(Workbench, { target });
