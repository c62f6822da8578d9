// The whole model: the basic one and every other room. A new room is put in here, as its kinds and its commands;
// the pages load this file only for a run that needs it (see modelFor.ts), so it costs no other lesson anything. What
// a room adds to a kind of the basic model stands beside that kind's own door and takes its place here, as the VM does
// that can be moved: same chart, same columns, more effects. Nothing of a run depends on which of the two models plays
// it, as long as both know its boxes and its commands (tests/sim/modelFor.test.ts plays lessons on both).
import { basicModel } from './basicModel';
import type { Model } from './engine/model';
import { artifact, artifactCommands } from './rooms/artifact';
import { limitedProcess } from './rooms/cgroup/change';
import { builder, builderCommands, byHandCommands } from './rooms/builder';
import { cgroupCommands } from './rooms/cgroup/commands';
import { disk, diskCommands, vdisk } from './rooms/disk';
import { distribution, distributionCommands } from './rooms/distribution';
import { filesystem, filesystemCommands } from './rooms/filesystem';
import { firewallCommands } from './rooms/firewall/commands';
import { healthcheck, watchedContainer, watchedRuntime } from './rooms/healthcheck';
import { image, imageCommands } from './rooms/image';
import { fileCommands, layer, placeFromImage } from './rooms/layer';
import { memoryCommands } from './rooms/memory/commands';
import { monitor } from './rooms/monitor';
import { chainCommands } from './rooms/monitor/commands';
import { namespaceCommands } from './rooms/namespaces/commands';
import { repository, repositoryCommands } from './rooms/repository';
import { registry, registryCommands } from './rooms/registry';
import { changeableVm, vmChangeCommands } from './rooms/vm/change';
import { volume } from './rooms/volume';

/** Kinds that can more than those of the basic model, in their place. */
const changed = [changeableVm, watchedRuntime, watchedContainer, limitedProcess];
/** Commands that look at more than those of the basic model, in their place. */
const changedCommands = [...chainCommands, placeFromImage];

/** Virtual machines, kernels and containers on hosts. */
export const model: Model = {
  ...basicModel,
  kinds: [
    ...basicModel.kinds.map((basic) => changed.find(({ kind }) => kind === basic.kind) ?? basic),
    monitor,
    healthcheck,
    filesystem,
    artifact,
    disk,
    vdisk,
    registry,
    image,
    layer,
    volume,
    repository,
    builder,
    distribution,
  ],
  commands: [
    ...basicModel.commands.map((basic) => changedCommands.find(({ name }) => name === basic.name) ?? basic),
    ...namespaceCommands,
    ...vmChangeCommands,
    ...cgroupCommands,
    ...memoryCommands,
    ...filesystemCommands,
    ...artifactCommands,
    ...firewallCommands,
    ...diskCommands,
    ...registryCommands,
    ...imageCommands,
    ...fileCommands,
    ...repositoryCommands,
    ...builderCommands,
    ...byHandCommands,
    ...distributionCommands,
  ],
};
