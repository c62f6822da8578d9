// The files of a file system as the one text that it keeps. Apart from what is done with them: worlds of lessons are written
// with it before there is a model.
import type { FileEntry } from './files';

/** Files as one text. */
export const asText = (files: readonly FileEntry[]): string => JSON.stringify(files);

/** The files that a text holds. */
export const filesIn = (text: string): readonly FileEntry[] => JSON.parse(text) as FileEntry[];
