// What a lesson shows beside an open question.
export { default as NextMove } from './NextMove.svelte';
export { default as StepPart } from './StepPart.svelte';
export { default as ToldOptions } from './ToldOptions.svelte';
export { default as WayOn } from './WayOn.svelte';
