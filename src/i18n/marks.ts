// The door to the words under marks. It stands apart, so that they are loaded once there is something to mark.
import { enMarks, type MarkMessages } from './en/marks';

/** The words of the language that is shown. */
export const markMessages: MarkMessages = enMarks;
