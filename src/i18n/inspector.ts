// The door to the words of the inspector. It stands apart from `index.ts`, because they come with the inspector alone.
import { enInspector, type InspectorMessages } from './en/inspector';

/** The words of the inspector in the language that is shown. */
export const inspector: InspectorMessages = enInspector;

export type { InspectorMessages };
