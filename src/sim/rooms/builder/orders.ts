// What starts a build: somebody's command, or a commit in the repository that a CI service watches.
import type { AnswerName } from '../answers';
import type { Acts, Effect, EntityNumber, Reader } from '../../engine/acts';
import type { MachineEvent } from '../../engine/compile/table';
import { NONE } from '../../engine/facts';
import type { LayerFile } from '../../resources/layers';
import { garbageOn, imagesOn, layersOn } from '../layer/store';
import { chooseStep, finishStep, resolveBases } from './building';
import { BUILDER_AT_FIRST, type Order } from './facts';
import { preparePush, publish, writeImage } from './output';
import { diskOf, fieldOf, parsed } from './place';
import { secondsAt } from './steps';

/** How a build is asked for. */
export type Asking = Pick<Order, 'noCache' | 'pull' | 'epoch' | 'rewriteTimestamps' | 'target' | 'pushes'>;

/** As CI builds: on a machine of its own the cache is empty, and every base is asked for. */
const BY_COMMIT: Asking = {
  noCache: false,
  pull: true,
  epoch: null,
  rewriteTimestamps: false,
  target: '',
  pushes: true,
};

/** The event that starts a build, with all that it works on as it is now. */
export function buildOf(
  reader: Reader,
  builder: EntityNumber,
  image: EntityNumber,
  asking: Asking,
): MachineEvent {
  const repository = reader.find((reader.value(image, 'repository') as string | null) ?? '');
  const text = (field: string) => reader.value(repository, field) as string;
  const isFresh = fieldOf(reader, builder, 'fresh');
  const order: Order = {
    ...asking,
    image: reader.id(image),
    reference: reader.value(image, 'reference') as string,
    registry: (reader.value(image, 'registry') as string | null) ?? '',
    commit: reader.amount(repository, 'commit'),
    recipe: text('recipe'),
    files: isFresh ? checkedOut(text('files'), secondsAt(reader)) : text('files'),
    runs: text('runs'),
  };
  const { cache, images, keeps, ...others } = BUILDER_AT_FIRST;
  const empty = isFresh ? { cache, images, keeps } : {};
  const progress = { ...others, ...empty, order: JSON.stringify(order), image: order.image };
  return {
    type: 'BUILD',
    progress: { ...progress, commit: order.commit, startedAt: reader.now },
  };
}

/** Files have the time at which they were checked out. */
function checkedOut(text: string, changed: number): string {
  const files = JSON.parse(text) as readonly LayerFile[];
  return JSON.stringify(files.map((file) => ({ ...file, changed })));
}

/** A build begins; where each has a machine of its own, nothing of the last one is there. */
function prepare(acts: Acts, self: EntityNumber): void {
  const { image, reference, commit, noCache, pull } = parsed(acts, self, 'order');
  acts.tell(self, 'builder.started', { image, reference, commit, noCache, pull });
  if (!fieldOf(acts, self, 'fresh')) return;
  const disk = diskOf(acts, self);
  for (const each of [...imagesOn(acts, disk), ...layersOn(acts, disk, 'layer')])
    acts.send(each, { type: 'NEW.MACHINE' });
}

/** A builder that watches a repository builds the latest commit that it has not built. */
function lookForCommits(acts: Acts, self: EntityNumber): void {
  const repository = acts.find(fieldOf(acts, self, 'watches') ?? '');
  if (repository === NONE) return;
  const commit = acts.amount(repository, 'commit');
  const disk = diskOf(acts, self);
  if (disk === NONE || commit <= Math.max(1, acts.amount(self, 'commit'))) return;
  const id = acts.id(repository);
  const image = imagesOn(acts, disk).find((each) => acts.value(each, 'repository') === id);
  if (image !== undefined) acts.send(self, buildOf(acts, self, image, BY_COMMIT));
}

/** What its cache alone kept is deleted. */
function dropGarbage(acts: Acts, self: EntityNumber): void {
  const disk = diskOf(acts, self);
  if (disk === NONE) return;
  const layers = garbageOn(acts, disk);
  const bytes = layers.reduce((sum, layer) => sum + acts.heldBytes(layer), 0);
  for (const layer of layers) acts.send(layer, { type: 'DELETE' });
  acts.tell(self, 'builder.pruned' satisfies AnswerName, { layers: layers.length, bytes });
}

/** What the chart of a builder does. */
export const builderEffects: Readonly<Record<string, Effect>> = {
  prepare,
  lookForCommits,
  resolveBases,
  chooseStep,
  finishStep,
  writeImage,
  preparePush,
  publish,
  dropGarbage,
};
