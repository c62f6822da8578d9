// The door to the words of the projector. It stands apart, so that the course does not load them.
import { enBeliefs } from './en/beliefs';
import { enProjector, type ProjectorWords } from './en/projector';

/** What beginners believe, by the id that an option of a question carries. */
export const beliefs: Readonly<Record<string, string>> = enBeliefs;

/** The words of the language that is shown. */
export const projectorWords: ProjectorWords = enProjector;
