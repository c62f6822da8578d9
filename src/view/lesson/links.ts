// What the text of a lesson leads to: boxes on the stage and other lessons. Given once, by the panel.
import { createContext } from 'svelte';

/** Where names in the text lead. */
export interface LessonLinks {
  /** A box was chosen by its name in the text. */
  box(id: string): void;
  /** The address of another lesson. */
  lesson(slug: string): string;
  /** What is written behind a lesson's name, where paper leads nowhere. */
  readonly behind?: (slug: string) => string;
}

/** Reads and sets the links of the panel that a component stands in. */
export const [getLinks, setLinks] = createContext<LessonLinks>();
