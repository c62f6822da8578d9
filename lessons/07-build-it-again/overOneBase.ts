// What the recall of lesson 7 looks for: two images over one base, whose manuals one of them deletes.
import type { LessonChecks } from '../../src/lesson/format';
import { fileInImage, type EntityId, type WorldView } from '../../src/sim';
import { size } from './builds';

const SEARCH = 'image/search';
const CART = 'image/cart';

const manualsIn = (world: WorldView, image: EntityId) => fileInImage(world, image, '/usr/share/doc');
const has = (world: WorldView, image: EntityId) => manualsIn(world, image) !== null;

/** Its figures and its question. */
export const overOneBase = {
  figures: {
    'manuals-size': ({ world }) => {
      const manuals = manualsIn(world, SEARCH);
      return manuals && size(manuals.bytes);
    },
  },
  predictions: {
    manuals: {
      nobody: ({ world }) => !has(world, SEARCH) && !has(world, CART),
      search: ({ world }) => has(world, SEARCH) && !has(world, CART),
      both: ({ world }) => has(world, SEARCH) && has(world, CART),
    },
  },
} satisfies Partial<LessonChecks>;
