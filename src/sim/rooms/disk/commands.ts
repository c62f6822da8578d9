// What may be asked of a disk and of the guest on it.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import type { CommandDefinition } from '../../engine/model';
import { CLUSTER, clustersOf, lacking, type Layer } from '../../resources/images';
import { unlessUp } from '../refusals';
import { unlessStill } from '../vm/moveCommands';
import { imageOf } from '../vm/disk';
import { copyCommands } from './copyCommands';
import { layerOf, layerText } from './layers';
import { unlessImage, unlessRoomOn } from './refusals';
import { snapshotCommands } from './snapshotCommands';

/** Where an upgrade writes: behind what the guest goes round in, each time to the same clusters. */
function upgradeLayer(reader: Reader, image: EntityNumber): Layer {
  const from = Math.floor(reader.amount(image, 'hotBytes') / CLUSTER);
  const count = Math.floor(reader.amount(image, 'upgradeBytes') / CLUSTER);
  return count === 0 ? [] : [{ from, to: from + count }];
}

function upgrade(acts: Acts, image: EntityNumber): void {
  const layer = upgradeLayer(acts, image);
  const more = clustersOf(lacking(layer, layerOf(acts, image))) * CLUSTER;
  acts.hold(image, acts.heldBytes(image) + more);
  const [cursor, readCost] = [acts.value(image, 'cursor'), acts.value(image, 'readCost')];
  acts.send(image, { type: 'WROTE', layer: layerText(layer), cursor, readCost });
  const [release, drivers] = [acts.value(image, 'nextRelease'), acts.value(image, 'nextDrivers')];
  acts.send(image, { type: 'NOTE', change: { release, drivers } });
}

/** Disks that break, guests that are upgraded, and VMs that stand still because their disk is full. */
export const diskCommands: readonly CommandDefinition[] = [
  { name: 'break-disk', on: ['disk'], refuse: unlessUp, events: () => [{ type: 'BREAK' }] },
  {
    name: 'upgrade-guest',
    on: ['vm'],
    refuse: (reader, vm) =>
      unlessUp(reader, vm) ?? unlessGuestUp(reader, vm) ?? unlessUpgradeFits(reader, vm),
    does: (acts, vm) => upgrade(acts, imageOf(acts, vm)),
    events: () => [{ type: 'RESET' }],
  },
  {
    name: 'resume-vm',
    on: ['vm'],
    refuse: (reader, vm) =>
      reader.state(vm) === 'up.held' ? null : { code: 'not-held', data: { box: reader.id(vm) } },
    does: (acts, vm) => acts.send(imageOf(acts, vm), { type: 'RETRY' }),
    events: () => [{ type: 'DISK.BACK' }],
  },
  ...snapshotCommands,
  ...copyCommands,
];

/** A guest upgrades itself: one that panicked or has not booted cannot. */
function unlessGuestUp(reader: Reader, vm: EntityNumber) {
  const down = reader.above(vm).find((box) => reader.kind(box) === 'kernel' && !reader.has(box, 'up'));
  return down === undefined ? null : { code: 'not-up', data: { box: reader.id(down) } };
}

function unlessUpgradeFits(reader: Reader, vm: EntityNumber) {
  const refusal = unlessStill(reader, vm) ?? unlessImage(reader, vm);
  if (refusal !== null) return refusal;
  const image = imageOf(reader, vm);
  const added = clustersOf(lacking(upgradeLayer(reader, image), layerOf(reader, image))) * CLUSTER;
  return unlessRoomOn(reader, reader.floor(image), added);
}
