// What stands under a stage: commands, inspector, timeline and transport of one playback.
import type { Snippet } from 'svelte';
import type { Playback } from '../../playback/playback.svelte';
import type { Command, Entity } from '../../sim';

/** Properties of `LiveTools`. */
export interface ToolsProps {
  readonly playback: Playback;
  /** A question is open: nothing of a run's outcome is shown or said, and nothing can be done. */
  readonly hideOutcome: boolean;
  /** Whether a command is offered by its name, or one command of that name. */
  readonly allows: (name: string, command?: Command) => boolean;
  /** What the tasks ask for, in their order: command names, or `name:box`. */
  readonly wanted: readonly string[];
  /** Whether there are commands here at all. */
  readonly offers: boolean;
  /** Whether anything can be done and time be moved by hand. */
  readonly controls: boolean;
  /** Parts that are not shown: `commands`, `timeline`. */
  readonly hide: readonly string[];
  /** Programs look for files here: what they found has room over the timeline. */
  readonly looks: boolean;
  /** The element that holds the stage and all of this. */
  readonly simulation: HTMLElement | undefined;
  /** Starts the same world afresh. */
  readonly onagain: () => void;
  /** Shows the scene in words beside the picture, or puts that away. */
  readonly onwords: () => void;
}

/** Properties of the inspector's place and of what stands in it. */
export interface InspectorProps extends Pick<ToolsProps, 'playback' | 'hideOutcome' | 'controls'> {
  readonly entity: Entity;
  /** Somebody asked for it just now, and is taken to it. */
  readonly asked: boolean;
  /** What can be done with the box. */
  readonly desk: Snippet;
  readonly onclose: () => void;
}
