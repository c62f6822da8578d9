// A lesson under way and the progress that the browser keeps, also when another tab writes it.
import { untrack } from 'svelte';
import type { LessonProgress } from '../../lesson/progress';
import type { KeptProgress } from './keptProgress.svelte';
import type { LessonRun } from './lessonRun.svelte';

/** Keeps what the learner does in a lesson, and takes over what another tab did. To be called by a component. */
export function keepLesson(run: LessonRun, kept: KeptProgress, slug: string): void {
  const progress = $derived(run.context.progress);
  let merged: LessonProgress | null = null;
  $effect(() => {
    const lesson = progress;
    // What came from another tab is kept there: writing it back would be heard there again, and so on.
    if (lesson !== merged) untrack(() => kept.save(slug, lesson));
  });
  $effect(() => {
    const theirs = kept.fromElsewhere?.lessons[slug];
    if (!theirs) return;
    untrack(() => {
      run.send({ type: 'merge', progress: theirs });
      merged = run.context.progress;
    });
  });
}
