// The rooms that nearly every world has: machines, kernels, containers and processes. A first view loads no others.
import type { Model } from './engine/model';
import { container, containerCommands } from './rooms/container';
import { shareHosts } from './rooms/cpu/shares';
import { host, hostCommands } from './rooms/host';
import { hypervisor, hypervisorCommands } from './rooms/hypervisor';
import { kernel, kernelCommands } from './rooms/kernel';
import { process, processCommands } from './rooms/process';
import { runtime, runtimeCommands } from './rooms/runtime';
import { vm, vmCommands } from './rooms/vm';

/** Virtual machines, kernels and containers on hosts, as they start, break and are picked up. */
export const basicModel: Model = {
  kinds: [host, hypervisor, vm, kernel, process, runtime, container],
  commands: [
    ...hostCommands,
    ...hypervisorCommands,
    ...vmCommands,
    ...kernelCommands,
    ...processCommands,
    ...runtimeCommands,
    ...containerCommands,
  ],
  settle: shareHosts,
};
