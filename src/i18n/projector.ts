// The door to the words of the projector. It stands apart, so that the course does not load them.
import { enProjector, type ProjectorWords } from './en/projector';

/** The words of the language that is shown. */
export const projectorWords: ProjectorWords = enProjector;
