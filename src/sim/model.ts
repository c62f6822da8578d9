// The whole model: every room's kinds and commands, and what is shared out between them.
import type { Model } from './engine/model';
import { artifact, artifactCommands } from './rooms/artifact';
import { container, containerCommands } from './rooms/container';
import { shareHosts } from './rooms/cpu/shares';
import { filesystem, filesystemCommands } from './rooms/filesystem';
import { firewallCommands } from './rooms/firewall/commands';
import { disk, diskCommands, vdisk } from './rooms/disk';
import { host, hostCommands } from './rooms/host';
import { hypervisor, hypervisorCommands } from './rooms/hypervisor';
import { kernel, kernelCommands } from './rooms/kernel';
import { memoryCommands } from './rooms/memory/commands';
import { process, processCommands } from './rooms/process';
import { runtime, runtimeCommands } from './rooms/runtime';
import { vm, vmCommands } from './rooms/vm';

/** Virtual machines, kernels and containers on hosts. */
export const model: Model = {
  kinds: [host, hypervisor, vm, kernel, process, runtime, container, filesystem, artifact, disk, vdisk],
  commands: [
    ...hostCommands,
    ...hypervisorCommands,
    ...vmCommands,
    ...memoryCommands,
    ...kernelCommands,
    ...processCommands,
    ...runtimeCommands,
    ...containerCommands,
    ...filesystemCommands,
    ...artifactCommands,
    ...firewallCommands,
    ...diskCommands,
  ],
  settle: shareHosts,
};

/** Rises when a run of the same scenario, seed and journal may come out differently. */
export const MODEL_VERSION = 1;
