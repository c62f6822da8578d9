// What of an address could not be used, in words for whoever wrote it. The console is that of the first scripts.
import { messages } from '../../i18n';
import type { Note } from '../../link/options';

/** Prints a line for each note. */
export function printNotes(notes: readonly Note[], print: (line: string) => void): void {
  for (const { parameter, value, wanted } of notes)
    print(messages.shell.notes.parameter(parameter, value, wanted));
}
