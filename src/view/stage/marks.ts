// What a stage draws once a box is chosen, something starts or falls, small boxes gather, a host has promised more than it has or
// a world has disks: nothing of it is in most first views.
export { createOutlineKeeper } from '../../layout/outline/keepOutlines';
export { besideCounts } from '../../layout/outline/placePills';
export { createBarKeeper } from '../../layout/stage/bars';
export { lateWords } from './lateWords';
export { default as ArrivalBox } from './ArrivalBox.svelte';
export { default as BundleBox } from './BundleBox.svelte';
export { default as ChainBadge } from './ChainBadge.svelte';
export { default as CountBadge } from './CountBadge.svelte';
export { default as DisksBelow } from './DisksBelow.svelte';
export { default as Gauges } from './Gauges.svelte';
export { default as Lens } from './LateLens.svelte';
export { default as OutlineBadge } from './OutlineBadge.svelte';
export { default as ProgressBars } from './ProgressBars.svelte';
export { default as TopLines } from './TopLines.svelte';
