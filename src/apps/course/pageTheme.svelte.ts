// Which theme the page shows: what its address asks for, else what was chosen, else what the device says.
import { MediaQuery } from 'svelte/reactivity';
import type { LessonOptions } from '../../link';
import type { Preferences } from './preferences.svelte';

/** Keeps the page's `data-theme` up to date, inside a component. Without it the stylesheet follows the device. */
export function showTheme(asked: () => LessonOptions['theme'], preferences: Preferences): void {
  const wantsContrast = new MediaQuery('(prefers-contrast: more)');
  const forcesColors = new MediaQuery('(forced-colors: active)');
  const theme = $derived.by(() => {
    // A palette of the reader's own says itself whether it is light or dark.
    if (forcesColors.current) return null;
    const choice = asked() ?? preferences.theme;
    if (choice === 'system') return wantsContrast.current ? 'contrast' : null;
    return choice;
  });
  $effect(() => {
    const { dataset } = document.documentElement;
    if (theme === null) delete dataset['theme'];
    else dataset['theme'] = theme;
  });
}
