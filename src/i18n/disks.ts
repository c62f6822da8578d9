// Words of the disks under the stage: loaded with them, and only where a world has disks.
import { enDisks } from './en/disks';

export const disks = enDisks;
