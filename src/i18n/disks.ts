// Words of the disks under the stage: loaded with them, and only where a world has disks.
import { enDisks } from './en/disks';

/** The words of disks in the language of the page. */
export const disks = enDisks;
