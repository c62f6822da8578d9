// Where a box finds its files, and what the machine under it is.
import type { EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { below } from '../standing/fall';
import { filesIn } from './text';
import type { Ground } from './starting';

/** The root file system of a box: its own, that of its floor, or of the guest OS inside; NONE where none is known. */
export function rootOf(reader: Reader, box: EntityNumber): EntityNumber {
  switch (reader.kind(box)) {
    case 'process':
      return reader.floor(box) === NONE ? NONE : rootOf(reader, reader.floor(box));
    case 'vm':
      return reader.above(box).map((each) => rootOf(reader, each))[0] ?? NONE;
    case 'kernel':
    case 'container':
      return reader.find((reader.value(box, 'root') as string | null) ?? '');
    default:
      return NONE;
  }
}

/** The host under a box, or NONE. */
export const hostUnder = (reader: Reader, box: EntityNumber): EntityNumber => below(reader, box, 'host');

/** The OS whose kernel a box has, or stands on. */
export function osUnder(reader: Reader, box: EntityNumber): string {
  const kernel = reader.kind(box) === 'kernel' ? box : below(reader, box, 'kernel');
  return reader.value(kernel, 'os') as string;
}

/** The CPU type under a box, as images name it. */
export function cpuUnder(reader: Reader, box: EntityNumber): string {
  const cpu = reader.value(hostUnder(reader, box), 'cpu') as string;
  return cpu.startsWith('x86-64') ? 'amd64' : 'arm64';
}

const directories = (path: string): readonly string[] => path.split(':').filter((each) => each !== '');

/** All that a program's start depends on where a process stands. */
export function groundOf(reader: Reader, root: EntityNumber, process: EntityNumber): Ground {
  return {
    os: osUnder(reader, process),
    cpu: cpuUnder(reader, process),
    inContainer: reader.kind(reader.floor(process)) === 'container',
    files: filesIn(reader.value(root, 'files') as string),
    user: reader.value(root, 'user') as string,
    libraryPath: directories(reader.value(root, 'libraryPath') as string),
    cached: directories(reader.value(root, 'cached') as string),
  };
}
